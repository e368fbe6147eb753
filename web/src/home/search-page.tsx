import './search-page.css';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { SearchField } from '@/components/SearchField';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures/light';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { find } from '@/shell/palette-find';
import { useTargets } from '@/shell/palette-targets';
import { useTitle } from '@/shell/title';

/** The palette as a page with an address of its own. */
export function SearchPage() {
  useTitle(t('rail.search', 'Search'));
  const [{ q = '' }, set] = useFilters();
  const found = find(useTargets(), useDeferredValue(q), 100).filter((target) => target.to);
  return (
    <Content>
      <PageHeader title={t('rail.search', 'Search')} />
      <SearchField
        label={t('palette.label', 'Search and commands')}
        placeholder={t('search.hint', 'An alliance, or a page')}
        value={q}
        onChange={(text) => set({ q: text })}
        className="search-big"
      />
      <ul className="card search-list">
        {found.map((target) => (
          <li key={target.key}>
            <Link to={target.to as '/'} className="search-item">
              {target.light ? (
                <LightMark state={{ light: target.light }} size={18} />
              ) : (
                <Icon name={target.icon ?? 'right'} size={18} />
              )}
              <span>{target.name}</span>
              <span className="push small faint">{target.group}</span>
            </Link>
          </li>
        ))}
        {found.length === 0 && <li className="faint">{t('combobox.none', 'Nothing matches')}</li>}
      </ul>
    </Content>
  );
}
