import { edit } from '@/api/edits';
import type { Id, MapView } from '@/api/types';
import { t } from '@/i18n/t';

/** The choice of a perspective or theme: one that is there by its id, or "new" with a name, or one that is suggested. */
export type PartDraft = { id: string; name: string };

/** The four perspectives of the balanced scorecard, from the foot of the map up. */
export const standardLanes = () => [
  {
    name: t('lane.people', 'Employees and organisations'),
    question: t('lane.peopleAsk', 'How must our people and systems grow?'),
  },
  {
    name: t('lane.processes', 'Business processes'),
    question: t('lane.processesAsk', 'What must we do better together?'),
  },
  { name: t('lane.customers', 'Customers'), question: t('lane.customersAsk', 'What do our customers want from us?') },
  { name: t('lane.stakeholders', 'Stakeholders'), question: t('lane.stakeholdersAsk', 'What do both owners gain?') },
];

export const firstTheme = () => t('theme.first', 'Collaboration');

const suggestion = 'suggested:';

/** The parts that can be chosen; while there are none, those that are suggested; and always a new one. */
export function partOptions(parts: readonly { id: Id; name: string }[], suggested: readonly string[], fresh: string) {
  const there = parts.length
    ? parts.map(({ id, name }) => ({ id, label: name }))
    : suggested.map((name) => ({ id: `${suggestion}${name}`, label: name }));
  return [...there, { id: 'new', label: fresh }];
}

/** What is chosen before anybody chooses. */
export function firstPart(
  near: Id | undefined,
  parts: readonly { id: Id }[],
  suggested: readonly string[],
): PartDraft {
  return { id: near ?? parts[0]?.id ?? `${suggestion}${suggested[0]}`, name: '' };
}

/** Whether a new one has been chosen and not been named. */
export const unnamed = (part: PartDraft) => part.id === 'new' && !part.name.trim();

/** The name of a part that has yet to be made; nothing for one that is there. */
export function nameToMake(part: PartDraft): string | null {
  if (part.id === 'new') return part.name.trim();
  return part.id.startsWith(suggestion) ? part.id.slice(suggestion.length) : null;
}

/** The perspective, made if it is not there yet; a suggested one brings its three neighbours along. */
export async function laneOf(map: MapView, part: PartDraft): Promise<Id> {
  const name = nameToMake(part);
  if (name === null) return part.id;
  // Somebody may have made it while the dialog was open.
  const there = map.lanes.find((lane) => lane.name === name);
  if (there) return there.id;
  const path = `/alliances/${map.alliance.id}/perspectives`;
  const lanes =
    part.id === 'new' ? [{ name, position: map.lanes.length }] : standardLanes().map((lane, position) => ({ ...lane, position }));
  let found: Id = '';
  for (const lane of lanes) {
    const made = await edit({ method: 'POST', path, body: lane });
    if (lane.name === name) found = made.id;
  }
  return found;
}

/** The theme, made if it is not there yet, in the next colour. */
export async function themeOf(map: MapView, part: PartDraft): Promise<Id> {
  const name = nameToMake(part);
  if (name === null) return part.id;
  const there = map.themes.find((theme) => theme.name === name);
  if (there) return there.id;
  const colour = map.themes.length ? map.themes.length % 5 : 1;
  const made = await edit({ method: 'POST', path: `/alliances/${map.alliance.id}/themes`, body: { name, colour } });
  return made.id;
}
