import '@/components/Table.css';
import './keys.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { submissionsQuery } from '@/api/queries';
import type { SubmissionRow } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { useAlliance, useSlug } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { usePhone } from '@/strategy/usePhone';
import { Disputes } from './Disputes';
import { KeysPicture } from './KeysPicture';
import { accept } from './say';
import { Theirs } from './Theirs';
import { WaitingCards, WaitingTable } from './WaitingTable';
import { parted, rowKey } from './words';

/** Values that wait for the viewer's word, those about which the sides differ, and those that wait for the other side. */
export function AcceptPage() {
  const slug = useSlug();
  const alliance = useAlliance();
  const { data, error } = useQuery(submissionsQuery(slug));
  useTitle(t('keys.title', 'Values to accept'), alliance.name);
  if (error && !data) return <Failed error={error} />;
  const { mine, disputed, theirs } = parted(data?.rows ?? []);
  return (
    <Content>
      <PageHeader title={t('keys.title', 'Values to accept')}>
        {t('keys.rule', 'A value of two keys is provisional until another partner accepts it.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={8} />
      ) : data.rows.length === 0 ? (
        <EmptyState title={t('keys.none', 'No value waits for anybody’s word')} picture={<KeysPicture />}>
          {t('keys.noneWords', 'Values of measures with two keys come here, and every value that a partner disputes.')}
        </EmptyState>
      ) : (
        <div className="stack keys-page">
          {mine.length ? (
            <Mine groups={mine} />
          ) : (
            <p className="card soft">{t('keys.noneMine', 'Nothing waits for your word just now.')}</p>
          )}
          <Disputes rows={disputed} />
          <Theirs groups={theirs} />
          {data.more ? (
            <p className="soft">
              {t('keys.more', '{n} {n|further value|further values} will follow once these are settled.', { n: data.more })}
            </p>
          ) : null}
        </div>
      )}
    </Content>
  );
}

/** Choose some, or accept all. */
function Mine({ groups }: { groups: SubmissionRow[][] }) {
  const { id } = useAlliance();
  const phone = usePhone();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const rows = groups.flat();
  // What was accepted meanwhile, here or elsewhere, is no longer chosen.
  const picked = rows.filter((row) => chosen.has(rowKey(row)));
  const about = picked.length ? picked : rows;
  const choose = (keys: readonly string[], on: boolean) =>
    setChosen((old) => {
      const next = new Set(old);
      for (const key of keys) {
        if (on) next.add(key);
        else next.delete(key);
      }
      return next;
    });
  async function save() {
    setBusy(true);
    if (await accept(id, about)) setChosen(new Set());
    setBusy(false);
  }
  const List = phone ? WaitingCards : WaitingTable;
  return (
    <section aria-labelledby="keys-mine">
      <div className="keys-head">
        <h2 id="keys-mine">{t('keys.mine', '{n} {n|value waits|values wait} for your word', { n: rows.length })}</h2>
        <Button look="primary" icon="check" isPending={busy} onPress={() => void save()}>
          {picked.length || rows.length === 1
            ? t('keys.acceptSome', 'Accept {n}', { n: about.length })
            : t('keys.acceptAll', 'Accept all {n}', { n: about.length })}
        </Button>
      </div>
      <List groups={groups} chosen={chosen} choose={choose} />
    </section>
  );
}
