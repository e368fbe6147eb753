import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import { MatterDialog } from './CardDialogs';
import type { Matter, Workshop } from './queries';

/** What the workshop left open: it waits for the agenda of a body. */
export function Matters({ workshop }: { workshop: Workshop }) {
  const [open, setOpen] = useState<{ matter: Matter | null } | null>(null);
  const sorted = [...workshop.matters].sort((a, b) => Number(a.state === 'settled') - Number(b.state === 'settled'));
  if (!sorted.length && !workshop.may_lead) return null;
  return (
    <section aria-labelledby="matters" className="matters">
      <div className="formation-head">
        <h2 id="matters">{t('matters.title', 'What stays open')}</h2>
        {workshop.may_lead ? (
          <Button size="s" icon="plus" onPress={() => setOpen({ matter: null })}>
            {t('matter.new', 'New open matter')}
          </Button>
        ) : null}
      </div>
      {sorted.length === 0 ? <p className="soft">{t('matters.none', 'Nothing. What the partners do not agree on in a rating comes here.')}</p> : null}
      <ul>
        {sorted.map((matter) => (
          <li key={matter.id} className="matter">
            <div>
              <b>{matter.title}</b>
              <p className="small soft">{matter.state === 'settled' ? matter.outcome : matter.note}</p>
            </div>
            {matter.state === 'settled' ? <Badge tone="good">{t('matter.isSettled', 'Settled')}</Badge> : <Badge tone="warn">{t('matter.isOpen', 'Open')}</Badge>}
            {workshop.may_lead && matter.state === 'open' ? (
              <Button size="s" onPress={() => setOpen({ matter })} aria-label={t('matter.settle', 'Settle “{title}”', { title: matter.title })}>
                {t('matter.settleShort', 'Settle …')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? <MatterDialog workshop={workshop} matter={open.matter} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
