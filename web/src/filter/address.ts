import { t } from '@/i18n/t';
import type { Filters } from '@/shell/filters';
import { stringifySearch } from '@/shell/filters';
import type { Section } from '@/shell/sections';

/** What an address says of the moment only: which field is open, which item one stands at. */
const fleeting = new Set(['enter', 'item', 'mode', 'next']);

/** The page and its filters, as they are kept: within an alliance without the alliance, so that its address never matters. */
export function addressOf(pathname: string, search: Filters, slug: string): string {
  const start = slug ? `/a/${slug}` : '';
  const path = pathname.startsWith(start) ? pathname.slice(start.length) : pathname;
  const kept = Object.fromEntries(Object.entries(search).filter(([name]) => !fleeting.has(name)));
  return (path.replace(/\/$/, '') || '/') + stringifySearch(kept);
}

/** The address for the browser. */
export const linkTo = (address: string, slug: string) => (slug ? `/a/${slug}${address === '/' ? '' : address.replace(/^\/\?/, '?')}` : address);

/** The page of an address: its first part, so that "/scorecards/x?period=y" is of the scorecards. */
export const pageOf = (address: string): string => /^\/([^/?]*)/.exec(address)?.[1] ?? '';

/** The page's name: that of the alliance's pages, of single things in it, or of the pages outside. */
export function pageWord(address: string, slug: string, pages: readonly Pick<Section, 'to' | 'label'>[]): string {
  const page = pageOf(address);
  const found = pages.find(({ to }) => to.replace('/a/$alliance', '').replace('/', '') === page);
  if (slug && found) return found.label;
  const words: Record<string, string> = slug
    ? {
        o: t('palette.objectives', 'Objectives'),
        m: t('palette.measures', 'Measures'),
        i: t('overview.initiatives', 'Initiatives'),
      }
    : {
        '': t('rail.home', 'Home'),
        alliances: t('rail.alliances', 'Alliances'),
        search: t('rail.search', 'Search'),
        inbox: t('rail.inbox', 'Inbox'),
      };
  return words[page] ?? page;
}
