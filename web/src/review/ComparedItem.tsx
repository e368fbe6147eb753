import { ChangeTag } from '@/charter/ItemCard';
import { Icon } from '@/components/Icon';
import { number, period } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightPill, measured } from '@/pictures';
import type { Compared, Standing } from './queries';
import { fieldWord } from './words';

/** One thing that stands or is defined otherwise: where it stood in both, and the words that differ. */
export function ComparedItem({ item }: { item: Compared }) {
  const { before, after, fields } = item;
  return (
    <li className="card review-item" data-kind={item.kind}>
      <div className="review-item-head">
        <span className="review-kind small faint">{kindName(item.kind)}</span>
        <h2>
          {item.code ? <span className="faint">{item.code} </span> : null}
          {item.title}
        </h2>
        {item.change === 'changed' ? null : <ChangeTag change={item.change} />}
        <p className="review-stands">
          {before ? <Stood at={before} item={item} /> : null}
          {after ? <Stood at={after} item={item} then={before !== null} /> : null}
        </p>
      </div>
      {fields.length > 0 ? (
        <dl className="fields">
          {fields.map((field) => (
            <div key={field.name} className="field-line">
              <dt>{fieldWord(field.name)}</dt>
              <dd className="side side-before">
                <span className="side-name">{t('side.before', 'Before')}</span>
                {field.before || <span className="faint">{t('side.nothing', 'nothing')}</span>}
              </dd>
              <dd className="side side-after">
                <span className="side-name">{t('side.after', 'After')}</span>
                {field.after || <span className="faint">{t('side.nothing', 'nothing')}</span>}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}

function Stood({ at, item, then }: { at: Standing; item: Compared; then?: boolean }) {
  const value =
    item.kind !== 'measure'
      ? at.score === null
        ? ''
        : t('review.score', 'score {score}', { score: number(at.score, 0) })
      : at.value === null
        ? t('review.none', 'no value')
        : measured(at.value, item);
  return (
    <span className="review-stood">
      {then ? <Icon name="right" size={18} /> : null}
      <LightPill state={{ light: at.light }} size="s" />
      <span className="number">{value}</span>
      {item.kind === 'measure' && at.period ? <span className="small faint">{period(at.period)}</span> : null}
    </span>
  );
}

function kindName(kind: Compared['kind']): string {
  return {
    alliance: t('review.kindAlliance', 'Alliance'),
    theme: t('review.kindTheme', 'Theme'),
    objective: t('review.kindObjective', 'Objective'),
    measure: t('review.kindMeasure', 'Measure'),
  }[kind];
}
