import { tryEdit } from '@/api/edits';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Talk } from '@/discussion/Talk';
import { list, period } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LineMenu } from './LineMenu';
import { ObjectiveLinks } from './ObjectiveLinks';
import type { Benefit, Value } from './queries';
import type { Open } from './value-page';
import { benefitWord, exactMoney, stateTone, stateWord } from './words';

/** Benefits that one side claims and the other confirms. */
export function Benefits({ value, slug, onOpen }: { value: Value; slug: string; onOpen: (open: Open) => void }) {
  return (
    <section aria-labelledby="benefits">
      <div className="value-head">
        <h2 id="benefits">{t('benefits.title', 'Benefits')}</h2>
        {value.may_write ? (
          <Button look="primary" icon="plus" className="push" onPress={() => onOpen({ what: 'benefit', benefit: null })}>
            {t('benefit.new', 'Claim a benefit')}
          </Button>
        ) : null}
      </div>
      {value.benefits.length === 0 ? <p className="soft">{t('benefits.none', 'Nothing is claimed.')}</p> : null}
      <ul className="value-list">
        {value.benefits.map((benefit) => (
          <Line key={benefit.id} benefit={benefit} slug={slug} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function Line({ benefit, slug, onOpen }: { benefit: Benefit; slug: string; onOpen: (open: Open) => void }) {
  const mine = benefit.words.find((word) => word.mine && !word.outdated);
  return (
    <li className="value-item" aria-label={benefit.title}>
      <div className="value-item-head">
        <h3>{benefit.title}</h3>
        <Badge tone={stateTone(benefit.state)}>{stateWord(benefit.state)}</Badge>
        {benefit.may_change ? (
          <LineMenu
            label={t('benefit.acts', 'Change or remove “{title}”', { title: benefit.title })}
            of={benefit.title}
            onChange={() => onOpen({ what: 'benefit', benefit })}
            path={`/benefits/${benefit.id}`}
            version={benefit.version}
            removed={t('benefit.removed', 'Claim removed')}
          />
        ) : null}
      </div>
      <p className="small soft">
        {[benefitWord(benefit.kind), period(benefit.period), t('benefit.by', 'claimed by {party}', { party: benefit.claimed_by_name })].join(' · ')}
      </p>
      {benefit.amounts.length ? (
        <p className="value-amounts">
          {benefit.amounts.map((one) => (
            <span key={`${one.party}${one.currency}`}>
              <b className="number">{exactMoney(one.amount, one.currency)}</b> <span className="soft">{t('benefit.for', 'for {party}', { party: one.party_name })}</span>
            </span>
          ))}
        </p>
      ) : null}
      <dl className="value-facts">
        <div>
          <dt>{t('benefit.baseline', 'Baseline')}</dt>
          <dd>{benefit.baseline}</dd>
        </div>
        <div>
          <dt>{t('benefit.evidence', 'Evidence')}</dt>
          <dd>{benefit.evidence}</dd>
        </div>
      </dl>
      <ObjectiveLinks objectives={benefit.objectives} />
      {benefit.words.map((word) => (
        <p key={word.id} className="value-word" data-outdated={word.outdated ? '' : undefined}>
          <Badge tone={word.outdated ? 'plain' : word.verdict === 'confirmed' ? 'good' : 'warn'}>
            {word.verdict === 'confirmed' ? t('benefit.isConfirmed', 'Confirmed') : t('benefit.disputed', 'Disputed')}
          </Badge>
          <span>
            {word.note ? `${word.note} ` : ''}
            <span className="small soft">
              {word.author}, {word.party_name}
              {word.outdated ? ` · ${t('benefit.outdated', 'of an earlier claim')}` : ''}
            </span>
          </span>
        </p>
      ))}
      {benefit.state !== 'confirmed' && benefit.waits_for.length && !benefit.may_speak ? (
        <p className="small soft">{t('benefit.waits', 'Waits for {names}.', { names: list(benefit.waits_for) })}</p>
      ) : null}
      {benefit.may_speak ? (
        <div className="row">
          <Button size="s" look={mine ? 'plain' : 'primary'} onPress={() => onOpen({ what: 'benefit-word', benefit })} aria-label={t('benefit.sayOf', 'Confirm or dispute “{title}”', { title: benefit.title })}>
            {mine ? t('benefit.sayAgain', 'Change …') : t('benefit.say', 'Confirm or dispute …')}
          </Button>
          {mine ? (
            <Button
              size="s"
              look="quiet"
              onPress={() => void tryEdit({ method: 'DELETE', path: `/benefit-words/${mine.id}`, version: mine.version, said: t('word.back', 'Word taken back') })}
            >
              {t('word.takeBack', 'Take back')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Talk slug={slug} about={`benefit:${benefit.id}`} name={benefit.title} />
    </li>
  );
}
