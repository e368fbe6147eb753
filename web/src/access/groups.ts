import type { Access } from '@/api/types';

export type Group = { key: string; roles: string[]; may: string[]; people: string[] };
export type Side = { organisation: string; groups: Group[] };

/** People with the same roles and rights stand together: five hundred lines tell less than ten. Most rights first. */
export function groups(rows: Access['rows']): Side[] {
  const sides = new Map<string, Map<string, Group>>();
  for (const { organisation, person, roles, may } of rows) {
    const side = sides.get(organisation) ?? new Map<string, Group>();
    sides.set(organisation, side);
    const key = `${roles.join()} ${may.join()}`;
    const group = side.get(key) ?? { key, roles, may, people: [] };
    group.people.push(person);
    side.set(key, group);
  }
  return [...sides].map(([organisation, side]) => ({
    organisation,
    groups: [...side.values()].sort((a, b) => b.may.length - a.may.length || a.people.length - b.people.length),
  }));
}
