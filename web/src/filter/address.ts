import { t } from '@/i18n/t';
import type { Filters } from '@/shell/filters';
import { stringifySearch } from '@/shell/filters';

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

/** The page's name. */
export function pageWord(address: string, slug: string): string {
  const words: Record<string, string> = slug
    ? {
        '': t('section.overview', 'Overview'),
        map: t('section.map', 'Map'),
        scorecards: t('section.scorecards', 'Scorecards'),
        charter: t('section.charter', 'Charter'),
        reviews: t('section.reviews', 'Reviews'),
        people: t('section.people', 'People'),
        activity: t('section.activity', 'Activity'),
        import: t('section.import', 'Import'),
        settings: t('section.settings', 'Settings'),
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
  const page = pageOf(address);
  return words[page] ?? page;
}
