import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { keepMoment } from '@/shell/filters';
import { amount, type Effect, signed, verdictWords } from './queries';

const tones = { moved: 'good', flat: 'warn', against: 'bad', too_early: 'plain', cannot_tell: 'plain' } as const;

/** For each measure that an initiative is meant to move: did it, and by which numbers. */
export function Effects({ effects, slug }: { effects: readonly Effect[]; slug: string }) {
  return (
    <ul className="effects">
      {effects.map((one) => (
        <li key={one.measure}>
          <LightMark state={{ light: one.light }} size={18} label />
          <div className="effect-words">
            <span className="row">
              <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: one.measure }} search={keepMoment}>
                {one.code} {one.name}
              </Link>
              <Badge tone={tones[one.verdict]}>{verdictWords()[one.verdict]}</Badge>
              {!one.settled && (one.verdict === 'moved' || one.verdict === 'flat' || one.verdict === 'against') && (
                <span className="small faint">{t('effect.soFar', 'so far')}</span>
              )}
            </span>
            <span className="small soft">{meant(one)}</span>
            <span className="small">{told(one)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** "Meant to rise by 20 %, to be seen from 1 Sep 2006, in full by 30 Jun 2008" */
function meant(one: Effect): string {
  const size = one.size === null ? '' : amount(one, one.size);
  const way =
    one.sign === 'up'
      ? size
        ? t('effect.riseBy', 'Meant to rise by {size}', { size })
        : t('effect.rise', 'Meant to rise')
      : size
        ? t('effect.fallBy', 'Meant to fall by {size}', { size })
        : t('effect.fall', 'Meant to fall');
  if (!one.from || !one.by) return way;
  return one.from === one.by
    ? t('effect.byDay', '{way}, to be seen from {day}', { way, day: date(one.from) })
    : t('effect.days', '{way}, to be seen from {from}, in full by {by}', { way, from: date(one.from), by: date(one.by) });
}

/** The numbers behind the word. */
function told(one: Effect): string {
  if (!one.from) return t('effect.noStart', 'The initiative has no start, so there is no “before”.');
  if (one.before === null) return t('effect.noBefore', 'No value from before the start to compare with.');
  if (one.after === null)
    return one.verdict === 'too_early'
      ? t('effect.noAfterYet', 'Before the start: {before}. No period after the lag has a value yet.', { before: amount(one, one.before) })
      : t('effect.noAfter', 'Before the start: {before}. Nobody entered a value for a period after the lag.', { before: amount(one, one.before) });
  return t('effect.numbers', '{before} before ({b} {b|value|values}), {after} since ({a} {a|value|values}): {change}; {wanted} would count by now.', {
    before: amount(one, one.before),
    b: one.before_values,
    after: amount(one, one.after),
    a: one.after_values,
    change: signed(one, one.change ?? 0),
    wanted: signed(one, one.wanted ?? 0),
  });
}
