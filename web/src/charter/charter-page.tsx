import './charter.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { agreementsQuery } from '@/agreement/queries';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { Comments } from '@/discussion/Comments';
import { Files } from '@/files/Files';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { ProposeDialog, RatifyDialog, ReturnDialog, WithdrawDialog } from './dialogs';
import { type CharterList, chartersQuery } from './queries';
import { Signatories } from './Signatories';
import { type Asking, Standing } from './Standing';
import { VersionRows } from './VersionRows';
import { standing } from './versions';

/** What the partners agreed to steer by: where it stands, its versions, and what can be done now. */
export function CharterPage() {
  const { slug, name } = useAlliance();
  const [{ space }] = useFilters();
  const { data, error } = useQuery(chartersQuery(slug, space));
  const agreements = useQuery({ ...agreementsQuery(slug), enabled: Boolean(space) });
  const agreement = agreements.data?.items.find((one) => one.space === space);
  useTitle(t('section.charter', 'Charter'), name);
  if (error && !data) return <Failed error={error} />;
  return (
    <Content>
      <PageHeader title={t('section.charter', 'Charter')}>
        {agreement ? (
          <OfAgreement name={agreement.name} slug={slug} />
        ) : t(
          'charter.text',
          'Map, measures and targets are agreed version by version. What is in force changes only when every partner has ratified another version.',
        )}
      </PageHeader>
      {data ? <Agreed list={data} /> : <Skeleton lines={10} />}
    </Content>
  );
}

function OfAgreement({ name, slug }: { name: string; slug: string }) {
  return (
    <>
      {t('charter.ofAgreement', 'What the parties to “{name}” add to the shared plan. Only they see it, and they ratify it.', { name })}{' '}
      <Link to="/a/$alliance/agreements" params={{ alliance: slug }}>
        {t('charter.toAgreements', 'All agreements')}
      </Link>
    </>
  );
}

function Agreed({ list }: { list: CharterList }) {
  const { slug } = useAlliance();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { proposed, newest } = standing(list);
  const close = () => setAsking(null);
  return (
    <div className="charter">
      <Standing list={list} onAsk={setAsking} />
      <div className="charter-columns">
        <section className="stack charter-main">
          <h2>{t('charter.versions', 'Versions')}</h2>
          {list.items.length === 0 ? (
            <div className="card">
              <EmptyState title={t('charter.empty', 'No version yet')}>
                {t(
                  'charter.emptyText',
                  'When the draft is ready, propose it: it becomes version 1, and each partner ratifies or returns it.',
                )}
              </EmptyState>
            </div>
          ) : (
            <VersionRows items={list.items} />
          )}
          {newest && (
            <>
              <Files
                slug={slug}
                about={`charter:${(proposed ?? newest).id}`}
                title={t('charter.files', 'Files of version {n}', { n: (proposed ?? newest).number })}
              />
              <Comments
                slug={slug}
                about={`charter:${(proposed ?? newest).id}`}
                title={t('charter.comments', 'Comments on version {n}', { n: (proposed ?? newest).number })}
              />
            </>
          )}
        </section>
        <Signatories items={list.signatories} />
      </div>
      {asking === 'propose' && (
        <ProposeDialog next={(newest?.number ?? 0) + 1} changes={list.draft_changes} onClose={close} />
      )}
      {asking === 'ratify' && proposed && <RatifyDialog charter={proposed} onClose={close} />}
      {asking === 'return' && proposed && <ReturnDialog charter={proposed} onClose={close} />}
      {asking === 'withdraw' && proposed && <WithdrawDialog charter={proposed} onClose={close} />}
    </div>
  );
}
