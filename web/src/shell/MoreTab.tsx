import { useLocation } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { Icon } from '@/components/Icon';
import { Menu } from '@/components/Menu';
import { t } from '@/i18n/t';
import { SectionItems } from './SectionItems';
import { type Section, stands } from './sections';

/** The last tab: the rarer pages in a menu. While one of them is open, the tab carries its name. */
export function MoreTab({ pages, slug }: { pages: Section[]; slug: string }) {
  const { pathname } = useLocation();
  const current = pages.find((page) => stands(page, slug, pathname));
  const more = t('bar.more', 'More');
  if (pages.length === 0) return null;
  return (
    <Menu
      label={t('bar.more_pages', 'More pages')}
      trigger={
        <Button
          className={`bar-tab bar-more ${current ? 'bar-tab-current' : ''}`}
          aria-label={current ? t('bar.more_current', '{page}, more pages', { page: current.label }) : more}
        >
          {current?.label ?? more}
          <Icon name="chevron" size={16} />
        </Button>
      }
    >
      <SectionItems pages={pages} current={current} slug={slug} />
    </Menu>
  );
}
