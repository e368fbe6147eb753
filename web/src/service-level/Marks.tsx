import { t } from '@/i18n/t';
import { type LevelRow, limitWords, type PeriodMark, standingWords, valueWords } from './queries';

const glyphs = { met: '✓', missed: '✕', na: '–', pending: '…', unreported: '?' } as const;

type MarksProps = { level: LevelRow; marks: readonly PeriodMark[] };

/** The latest periods in a row, each by shape and colour: kept, missed, or nobody knows. */
export function Marks({ level, marks }: MarksProps) {
  const missed = marks.filter((one) => one.standing === 'missed').length;
  return (
    <ol
      className="level-marks"
      aria-label={t('level.marks', '{missed} of {n} periods missed', { missed, n: marks.length })}
    >
      {marks.map((mark) => (
        <li key={mark.period} data-standing={mark.standing} title={said(level, mark)}>
          <span aria-hidden="true">{glyphs[mark.standing]}</span>
          <span className="visually-hidden">{said(level, mark)}</span>
        </li>
      ))}
    </ol>
  );
}

/** "March 2009: 94.2 % against ≥ 95 %, missed" */
export function said(level: LevelRow, mark: PeriodMark): string {
  const words = standingWords()[mark.standing];
  return mark.value === null
    ? `${mark.label}: ${words}`
    : t('level.said', '{period}: {value} against {limit}, {standing}', {
        period: mark.label,
        value: valueWords(level, mark.value),
        limit: limitWords(level, mark.limit),
        standing: words,
      });
}
