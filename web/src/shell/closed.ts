import type { Alliance } from '@/api/types';
import { type Section, sections, stands } from './sections';

const every = { read_scorecard: true, read_record: true, enter_observations: true, edit_draft: true } as Alliance['rights'];

/**
 * The page of the navigation that the address names, where this person's role does not open it. What lies below such a page is
 * not asked for: whether it exists stays unknown.
 */
export function closedSection({ slug, rights }: Pick<Alliance, 'slug' | 'rights'>, pathname: string): Section | undefined {
  const open = new Set(sections({ rights }).map(({ to }) => to));
  return sections({ rights: every }).find((one) => !open.has(one.to) && stands(one, slug, pathname));
}
