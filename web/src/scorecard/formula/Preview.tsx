import type { FormulaAnswer } from '@/api/types';
import { t } from '@/i18n/t';
import { numberText } from '@/pictures';

type Point = FormulaAnswer['preview'][number];

/** A period's value as a number; null where it has none. */
export function pointNumber(point: Point): number | null {
  const number = Number(point.value);
  return point.state === 'value' && point.value !== '' && Number.isFinite(number) ? number : null;
}

/** A period's value as text, or why there is none. */
export function pointText(point: Point, decimals: number | null): string {
  if (point.state === 'value') {
    const number = pointNumber(point);
    return number === null ? point.value : numberText(number, decimals);
  }
  const states: Record<string, string> = {
    missing: t('state.missing', 'missing'),
    pending: t('state.pending', 'not due yet'),
    na: t('state.na', 'does not apply'),
    withheld: t('state.withheld', 'not shared'),
    undefined: t('state.undefined', 'not defined'),
    error: t('cell.error', 'error'),
  };
  return states[point.state] ?? point.state;
}

/** The last periods of a formula side by side, oldest first. */
export function Preview({ points, decimals }: { points: readonly Point[]; decimals: number | null }) {
  if (points.length === 0)
    return <p className="soft small">{t('formula.noValues', 'What it reads has no values yet.')}</p>;
  const broken = points.filter((point) => point.state === 'error' && point.reason);
  const reasons = [...new Set(broken.map((point) => point.reason))];
  return (
    <>
      <section
        className="formula-preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label={t('formula.lastPeriods', 'The last periods')}
      >
        <table>
          <caption className="visually-hidden">{t('formula.lastPeriods', 'The last periods')}</caption>
          <thead>
            <tr>
              {points.map((point) => (
                <th key={point.period} scope="col">
                  {point.period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {points.map((point) => (
                <td key={point.period} data-state={point.state}>
                  {pointText(point, decimals)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {reasons.map((reason) => (
        <p key={reason} className="soft small">
          {t('formula.errorWhy', 'Error: {reason}', { reason })}
        </p>
      ))}
    </>
  );
}
