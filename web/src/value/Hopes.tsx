import { tryEdit } from '@/api/edits';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { date, list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { LineMenu } from './LineMenu';
import { ObjectiveLinks } from './ObjectiveLinks';
import type { Hope, Value } from './queries';
import type { Open } from './value-page';
import { outcomeTone, outcomeWord } from './words';

type Props = { value: Value; onOpen: (open: Open) => void };

/** What the leaders of each side hoped for, side by side, with the other side's word. */
export function Hopes({ value, onOpen }: Props) {
  const { parties } = useAlliance();
  return (
    <section aria-labelledby="hopes">
      <div className="value-head">
        <h2 id="hopes">{t('hopes.title', 'What the leaders hoped for')}</h2>
        {value.may_write ? (
          <Button icon="plus" className="push" onPress={() => onOpen({ what: 'hope', hope: null })}>
            {t('hope.new', 'New hope')}
          </Button>
        ) : null}
      </div>
      <div className="hopes">
        {value.partners.map((partner) => {
          const hopes = value.hopes.filter((one) => one.party === partner.id);
          const mark = parties.find(({ id }) => id === partner.id)?.mark;
          return (
            <div key={partner.id}>
              <h3 className="value-party">
                {mark ? <PartnerMark mark={mark} size={20} /> : null}
                {partner.name}
              </h3>
              {hopes.length === 0 ? <p className="soft small">{t('hopes.none', 'No hope written down yet.')}</p> : null}
              <ul className="value-list">
                {hopes.map((hope) => (
                  <Line key={hope.id} hope={hope} onOpen={onOpen} />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Line({ hope, onOpen }: { hope: Hope; onOpen: (open: Open) => void }) {
  const mine = hope.words.find((word) => word.mine && !word.outdated);
  return (
    <li className="value-item" aria-label={hope.text}>
      <div className="value-item-head">
        <p className="hope-text">{hope.text}</p>
        {hope.may_change ? (
          <LineMenu
            label={t('hope.acts', 'Change or remove this hope')}
            of={hope.text}
            onChange={() => onOpen({ what: 'hope', hope })}
            path={`/hopes/${hope.id}`}
            version={hope.version}
            removed={t('hope.removed', 'Hope removed')}
          />
        ) : null}
      </div>
      {hope.leader || hope.hoped_on ? <p className="small soft">{[hope.leader, hope.hoped_on ? date(hope.hoped_on) : ''].filter(Boolean).join(', ')}</p> : null}
      <ObjectiveLinks objectives={hope.objectives} />
      {hope.words.map((word) => (
        <p key={word.id} className="value-word" data-outdated={word.outdated ? '' : undefined}>
          <Badge tone={word.outdated ? 'plain' : outcomeTone(word.outcome)}>{outcomeWord(word.outcome)}</Badge>
          <span>
            {word.text ? `${word.text} ` : ''}
            <span className="small soft">
              {word.author}, {word.party_name}
              {word.outdated ? ` · ${t('hope.saidOf', 'said of “{text}”', { text: word.said_of })}` : ''}
            </span>
          </span>
        </p>
      ))}
      {hope.waits_for.length && !hope.may_speak ? (
        <p className="small soft">{t('hope.waits', 'What {names} says is still open.', { names: list(hope.waits_for) })}</p>
      ) : null}
      {hope.may_speak ? (
        <div className="row">
          <Button size="s" onPress={() => onOpen({ what: 'hope-word', hope })} aria-label={t('hope.sayOf', 'Say whether “{text}” came true', { text: hope.text })}>
            {mine ? t('benefit.sayAgain', 'Change …') : t('hope.say', 'Did it come true? …')}
          </Button>
          {mine ? (
            <Button
              size="s"
              look="quiet"
              onPress={() => void tryEdit({ method: 'DELETE', path: `/hope-words/${mine.id}`, version: mine.version, said: t('word.back', 'Word taken back') })}
            >
              {t('word.takeBack', 'Take back')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
