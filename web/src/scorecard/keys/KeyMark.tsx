import './keys.css';
import type { Cell, MeasureRow, ValueWord } from '@/api/types';
import { Icon, type IconName } from '@/components/Icon';
import { ago } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { exact, type Standing, standingOf } from './words';

const pictures: Record<Standing['kind'], IconName> = { waits: 'clock', accepted: 'check', disputed: 'differ' };

/** The names of the partners; neutral parties have no key. */
export function usePartners(): string[] {
  return useAlliance()
    .parties.filter((party) => party.kind === 'partner')
    .map((party) => party.name);
}

/** What became of one value, in a few words with a small picture; under "Only us" also that nobody else sees it. */
export function KeyMark({ cell }: { cell: Cell | null | undefined }) {
  const partners = usePartners();
  if (!cell) return null;
  if (cell.light_only) return <OnlyYou />;
  const standing = standingOf(cell, partners);
  if (!standing) return null;
  return (
    <span className="key-mark" data-kind={standing.kind}>
      <Icon name={pictures[standing.kind]} size={13} /> {standing.text}
    </span>
  );
}

/** A value that one's own side keeps. */
export function OnlyYou() {
  return (
    <span className="key-mark" data-kind="own">
      <Icon name="lock" size={13} /> {t('keys.onlyYou', 'only you see this value')}
    </span>
  );
}

/** The cell of a row that its value comes from: the shown period's, or the earlier one that is carried. */
export function cellOf(measure: MeasureRow): Cell | undefined {
  const period = measure.value_period ?? measure.period;
  return measure.recent.find((cell) => cell.period === period);
}

/** What each party said of a value. */
export function WordsList({ words, unit }: { words: readonly ValueWord[] | null | undefined; unit: string }) {
  if (!words?.length) return null;
  return (
    <ul className="keys-words">
      {words.map((word) => (
        <li key={word.party}>
          {word.verdict === 'disputed'
            ? t('keys.says', '{party} says {value}', { party: word.party_name, value: exact(word.value, unit) })
            : t('keys.accepts', '{party} accepts it', { party: word.party_name })}
          {word.reason ? <q>{word.reason}</q> : null}
          <span className="faint">
            {word.by ? `${word.by}, ` : ''}
            {ago(word.said_at)}
          </span>
        </li>
      ))}
    </ul>
  );
}
