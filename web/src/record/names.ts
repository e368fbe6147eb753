import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allianceQuery, scorecardQuery } from '@/api/queries';
import { useSlug } from '@/shell/alliance-context';

/** What stands behind an identifier, where the screens know it. */
export type Names = ReadonlyMap<string, string>;

/** The names of the parties, themes, objectives, measures, initiatives and people of the alliance on the page. */
export function useNames(): Names {
  const slug = useSlug();
  const { data: alliance } = useQuery({ ...allianceQuery(slug), enabled: slug !== '' });
  const { data: card } = useQuery({ ...scorecardQuery(slug), enabled: Boolean(alliance?.rights.read_scorecard) });
  return useMemo(() => namesIn([alliance, card]), [alliance, card]);
}

/** Every name in an answer of the API: whatever has an identifier and a name or title. */
export function namesIn(answer: unknown, into = new Map<string, string>()): Map<string, string> {
  if (typeof answer !== 'object' || answer === null) return into;
  const { id, code, title, name } = answer as Record<string, unknown>;
  const called = title || name;
  if (typeof id === 'string' && typeof called === 'string') into.set(id, typeof code === 'string' && code ? `${code} ${called}` : called);
  for (const part of Object.values(answer)) namesIn(part, into);
  return into;
}
