import type { SubmissionRow } from '@/api/types';
import { Icon } from '@/components/Icon';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightPill } from '@/pictures';
import { usePartners } from './KeyMark';
import { MeasureOf } from './WaitingTable';
import { exact, rowKey } from './words';

/** What waits for another side: of each measure the newest value, and how many more. */
export function Theirs({ groups }: { groups: SubmissionRow[][] }) {
  const partners = usePartners();
  if (groups.length === 0) return null;
  const count = groups.flat().length;
  const heads = groups.flatMap(([first, ...more]) => (first ? [{ row: first, more: more.length }] : []));
  return (
    <section aria-labelledby="keys-theirs">
      <h2 id="keys-theirs">{t('keys.theirs', '{n} {n|value waits|values wait} for the other side', { n: count })}</h2>
      <ul className="card keys-theirs">
        {heads.map(({ row, more }) => (
          <li key={rowKey(row)}>
            <MeasureOf row={row} />
            <span className="keys-theirs-value">
              <b className="number">{exact(row.value, row.unit)}</b>
              <span className="keys-from">
                {more ? t('keys.andEarlier', '{period}, and {n} earlier', { period: row.label, n: more }) : row.label}
              </span>
            </span>
            <LightPill state={{ light: row.light }} size="s" />
            <span className="key-mark" data-kind="waits">
              <Icon name="clock" size={13} />{' '}
              {t('keys.waits', 'waits for {whom}', { whom: list(partners.filter((name) => name !== row.giver)) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
