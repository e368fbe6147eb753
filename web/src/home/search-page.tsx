import './search-page.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { Badge } from '@/components/Badge';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { SearchField } from '@/components/SearchField';
import { Select } from '@/components/Select';
import { FilterMenu } from '@/filter/FilterMenu';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { partsOf } from '@/shell/link';
import { find } from '@/shell/palette-find';
import { groupOf, type Hit, type HitKind, pictures, searchQuery } from '@/shell/palette-search';
import { useTargets } from '@/shell/palette-targets';
import { useTitle } from '@/shell/title';

const kinds = ['alliance', 'theme', 'objective', 'measure', 'initiative', 'service_level', 'win', 'value', 'agreement', 'review', 'benefit', 'workshop', 'card', 'finding', 'person', 'file', 'comment'] as const;

/** Everything that the person may see, by the beginnings of its words; pages of the program beside it. */
export function SearchPage() {
  useTitle(t('rail.search', 'Search'));
  const [{ q = '', kind = '' }, set] = useFilters();
  const asked = useDeferredValue(q);
  const { data } = useQuery(searchQuery(asked, kind, 60));
  const pages = find(useTargets(), asked, 100).filter(({ to, key }) => to && !/^(alliance|theme|objective|measure|initiative) /.test(key));
  const hits = asked.trim() ? (data?.items ?? []) : [];
  const shownPages = kind || !asked.trim() ? [] : pages.slice(0, 5);
  return (
    <Content>
      <PageHeader title={t('rail.search', 'Search')} />
      <div className="row search-tools">
        <SearchField
          label={t('search.label', 'What to find')}
          placeholder={t('search.hint', 'A code, a name, a word …')}
          value={q}
          onChange={(text) => set({ q: text })}
          className="search-big"
        />
        <Select
          bare
          label={t('search.kind', 'Kind')}
          options={[
            { id: 'all', label: t('search.all', 'Everything') },
            ...kinds.map((id) => ({ id, label: groupOf(id) })),
          ]}
          value={kind || 'all'}
          onChange={(value) => set({ kind: value === 'all' ? undefined : value })}
        />
        <FilterMenu />
      </div>
      {hits.length + shownPages.length > 0 ? (
        <>
          {hits.length > 0 && (
            <ul className="card search-list" aria-label={t('search.found', 'Found')}>
              {hits.map((hit) => (
                <li key={`${hit.kind} ${hit.id}`}>
                  <HitLine hit={hit} />
                </li>
              ))}
            </ul>
          )}
          {data?.more && <p className="soft small">{t('search.more', 'There is more. A further word narrows it.')}</p>}
          {shownPages.length > 0 && (
            <section className="search-pages">
              <h2>{t('search.pages', 'Pages')}</h2>
              <ul className="card search-list">
                {shownPages.map((page) => (
                  <li key={page.key}>
                    <Link to={page.to as '/'} className="search-item">
                      <Icon name={page.icon ?? 'right'} size={18} />
                      <span>{page.name}</span>
                      <span className="push small faint">{page.group}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ) : asked.trim() ? (
        <EmptyState title={t('search.none', 'Nothing here begins like that')}>
          {t('search.noneWords', 'Every word has to be there, at least its beginning. Try fewer or shorter words.')}
        </EmptyState>
      ) : (
        <p className="soft">
          {t(
            'search.start',
            'Objectives, measures, initiatives, service levels, themes, people, comments, files and alliances. Ctrl K opens this from anywhere.',
          )}
        </p>
      )}
    </Content>
  );
}

function HitLine({ hit }: { hit: Hit }) {
  return (
    <Link
      {...partsOf(hit.link)}
      className="search-item"
    >
      <Icon name={pictures[hit.kind as HitKind]} size={18} />
      <span className="search-words">
        <span>
          {hit.code && <span className="search-code">{hit.code}</span>} {hit.title}
        </span>
        <span className="small faint">
          {[groupOf(hit.kind), hit.note, hit.kind === 'alliance' ? '' : hit.alliance.name].filter(Boolean).join(' · ')}
        </span>
      </span>
      {hit.is_private && (
        <span className="push">
          <Badge>{t('comment.private', 'Only your organisation')}</Badge>
        </span>
      )}
    </Link>
  );
}
