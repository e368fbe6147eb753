import { useQuery } from '@tanstack/react-query';
import { allianceQuery } from '@/api/queries';
import { type Section, sections } from '@/shell/sections';

/** The pages of the alliance that is open; none outside. */
export function usePages(slug: string): Section[] {
  const { data } = useQuery({ ...allianceQuery(slug), enabled: slug !== '' });
  return slug && data ? sections(data) : [];
}
