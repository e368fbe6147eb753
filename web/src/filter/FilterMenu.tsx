import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '@/components/Button';
import { Menu, MenuItem, MenuLine, MenuSection } from '@/components/Menu';
import { t } from '@/i18n/t';
import { useSlug } from '@/shell/alliance-context';
import { useFilters } from '@/shell/filters';
import { partsOf } from '@/shell/link';
import { addressOf, linkTo, pageOf } from './address';
import { filtersQuery } from './queries';
import { audienceWord } from './words';

const SaveDialog = lazy(() => import('./SaveDialog').then((file) => ({ default: file.SaveDialog })));
const FiltersDialog = lazy(() => import('./FiltersDialog').then((file) => ({ default: file.FiltersDialog })));

/** Beside a page's filters: those that are kept of this page, keeping the present one, and the list of all. */
export function FilterMenu() {
  const slug = useSlug();
  const { pathname } = useLocation();
  const [filters] = useFilters();
  const [dialog, setDialog] = useState<'save' | 'all' | null>(null);
  // Pages with filters are many, and their lists seldom wanted.
  const [wanted, setWanted] = useState(false);
  const { data } = useQuery({ ...filtersQuery(slug), enabled: wanted });
  const navigate = useNavigate();
  const here = addressOf(pathname, filters, slug);
  const ofPage = (data?.items ?? []).filter((one) => pageOf(one.address) === pageOf(here));
  return (
    <>
      <Menu
        label={t('filter.menu', 'Saved filters')}
        onOpen={() => setWanted(true)}
        trigger={<IconButton icon="filter" look="plain" label={t('filter.menu', 'Saved filters')} className="filter-menu" />}
      >
        {ofPage.length > 0 ? (
          <MenuSection title={t('filter.ofPage', 'Saved for this page')}>
            {ofPage.map((one) => (
              <MenuItem
                key={one.id}
                current={one.address === here}
                note={one.own && one.audience === 'me' ? '' : audienceWord(one)}
                onAction={() => void navigate(partsOf(linkTo(one.address, slug)))}
              >
                {one.name}
              </MenuItem>
            ))}
          </MenuSection>
        ) : null}
        {ofPage.length > 0 ? <MenuLine /> : null}
        <MenuItem icon="plus" onAction={() => setDialog('save')}>
          {t('filter.save', 'Save this filter …')}
        </MenuItem>
        <MenuItem icon="edit" onAction={() => setDialog('all')}>
          {t('filter.all', 'Rename, share or remove …')}
        </MenuItem>
      </Menu>
      <Suspense>
        {dialog === 'save' && data ? (
          <SaveDialog slug={slug} address={here} audiences={data.may_share} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'all' && data ? (
          <FiltersDialog slug={slug} list={data} here={here} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </>
  );
}
