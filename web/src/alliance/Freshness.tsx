import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FreshnessLine, freshnessQuery } from '@/api/queries';
import type { Alliance } from '@/api/types';
import { Table } from '@/components/Table';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';

/** How complete each side's figures are: a side that does not report is seen at once. */
export function Freshness({ slug, parties }: { slug: string; parties: Alliance['freshness'] }) {
  if (parties.length === 0) return null;
  return (
    <section className="card" aria-labelledby="overview-fresh">
      <h2 id="overview-fresh">{t('fresh.title', 'Figures in')}</h2>
      <ul className="stack fresh">
        {parties.map(({ party, name, due, missing, stale, total }) => {
          const good = Math.max(0, total - due - missing - stale);
          return (
            <li key={party ?? name}>
              <div className="fresh-head">
                <span>{name}</span>
                <span className="number soft">{t('fresh.count', '{good} of {total}', { good, total })}</span>
              </div>
              <div className="fresh-bar" aria-hidden="true">
                {Object.entries({ good, due, stale, missing }).map(([kind, n]) =>
                  n ? <span key={kind} style={{ flexGrow: n }} className={`fresh-${kind}`} /> : null,
                )}
              </div>
              <p className="small faint">{lacks(due, stale, missing)}</p>
            </li>
          );
        })}
      </ul>
      <Closer slug={slug} />
    </section>
  );
}

/** The same by theme and by owner, asked for when it is opened. */
function Closer({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...freshnessQuery(slug), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{t('fresh.closer', 'By theme and owner')}</summary>
      {data && (
        <div className="stack">
          <Lines title={t('fresh.theme', 'Theme')} lines={data.themes} />
          <Lines title={t('fresh.owner', 'Owner')} lines={data.owners} />
        </div>
      )}
    </details>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly FreshnessLine[] }) {
  return (
    <Table
      caption={title}
      rows={lines}
      rowKey={(line) => line.id ?? ''}
      columns={[
        { id: 'name', title, cell: (line) => line.name || t('fresh.nobody', 'Nobody named') },
        {
          id: 'lacks',
          title: t('fresh.lacks', 'Lacks'),
          cell: (line) => (
            <>
              {lacks(line.due, line.stale, line.missing)}
              {line.oldest && (
                <span className="faint"> {t('fresh.since', 'since {day}', { day: date(line.oldest) })}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function lacks(due: number, stale: number, missing: number): string {
  const parts = [
    due && t('fresh.due', '{n} due', { n: due }),
    stale && t('fresh.stale', '{n} old', { n: stale }),
    missing && t('fresh.missing', '{n} missing', { n: missing }),
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : t('fresh.all', 'All in');
}
