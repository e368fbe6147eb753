import './activity-page.css';
import type { RecordItem } from '@/api/types';
import { dayHeading } from '@/i18n/format';
import { ActLine } from './ActLine';

/** Acts as sentences, a card for each day. */
export function RecordDays({ items }: { items: RecordItem[] }) {
  return byDay(items).map(([day, acts]) => (
    <section key={day} className="card activity-day">
      <h2>{dayHeading(acts[0]!.at)}</h2>
      <ol>
        {acts.map((act) => (
          <li key={act.act}>
            <ActLine item={act} />
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** Acts by the day of the person who looks, newest first. */
function byDay(items: RecordItem[]): [string, RecordItem[]][] {
  const days = new Map<string, RecordItem[]>();
  for (const item of items) {
    const day = new Date(item.at).toDateString();
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}
