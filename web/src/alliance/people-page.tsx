import './people-page.css';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { WhoCanSee } from '@/access/WhoCanSee';
import { meQuery, peopleQuery } from '@/api/queries';
import type { Member } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { SearchField } from '@/components/SearchField';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { FilterMenu } from '@/filter/FilterMenu';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { InviteDialog } from './InviteDialog';
import { Invitations } from './Invitations';
import { MemberDialog } from './MemberDialog';
import { MemberTable } from './MemberTable';
import { roles, roleWord } from './words';

/** Everybody in the alliance, by side and role; invitations start here. */
export function PeoplePage() {
  const alliance = useAlliance();
  const { data: me } = useSuspenseQuery(meQuery);
  useTitle(t('section.people', 'People'), alliance.name);
  const [filters, set] = useFilters();
  const q = useDeferredValue(filters.q ?? '');
  const { party = '', role = '' } = filters;
  const people = useInfiniteQuery(peopleQuery(alliance.slug, { q, party, role }));
  const [inviting, setInviting] = useState(false);
  const [member, setMember] = useState<Member | null>(null);
  if (people.isError) return <Failed error={people.error} />;
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  const any = t('filter.any', 'Any');
  return (
    <Content>
      <PageHeader
        title={t('section.people', 'People')}
        acts={
          <>
            <WhoCanSee slug={alliance.slug} />
            {alliance.rights.manage_members && (
              <Button look="primary" icon="plus" onPress={() => setInviting(true)}>
                {t('people.invite', 'Invite')}
              </Button>
            )}
          </>
        }
      >
        {people.data &&
          (q || party || role
            ? t('people.found', '{n} {n|person|people} found.', { n: total })
            : t('people.count', '{n} {n|person|people} in this alliance.', { n: total }))}
      </PageHeader>
      <Invitations alliance={alliance} />
      <div className="tools">
        <SearchField
          label={t('people.find', 'Find a person')}
          value={filters.q ?? ''}
          onChange={(text) => set({ q: text })}
        />
        <Select
          bare
          label={t('people.side', 'Organisation')}
          value={party || 'any'}
          onChange={(id) => set({ party: id === 'any' ? '' : id })}
          options={[
            { id: 'any', label: t('filter.organisation', '{any} organisation', { any }) },
            ...alliance.parties.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
        <Select
          bare
          label={t('people.role', 'Role')}
          value={role || 'any'}
          onChange={(id) => set({ role: id === 'any' ? '' : id })}
          options={[
            { id: 'any', label: t('filter.role', '{any} role', { any }) },
            ...roles.map((id) => ({ id, label: roleWord(id) })),
          ]}
        />
        <FilterMenu />
      </div>
      {people.isPending && <Skeleton lines={8} />}
      {people.data && rows.length === 0 && (
        <div className="card">
          <EmptyState title={t('people.none', 'Nobody like that')}>
            {t('people.none.text', 'Try fewer letters, or another role.')}
          </EmptyState>
        </div>
      )}
      {rows.length > 0 && (
        <MemberTable
          members={rows}
          themes={alliance.themes}
          me={me.person.id}
          own={alliance.me.party}
          onOpen={alliance.rights.manage_members ? setMember : undefined}
        />
      )}
      {people.hasNextPage && (
        <div className="more">
          <Button onPress={() => people.fetchNextPage()} isPending={people.isFetchingNextPage}>
            {t('list.more', 'Show more')}
          </Button>
        </div>
      )}
      {inviting && <InviteDialog alliance={alliance} onClose={() => setInviting(false)} />}
      {member && <MemberDialog alliance={alliance} member={member} onClose={() => setMember(null)} />}
    </Content>
  );
}
