import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { scorecardQuery } from '@/api/queries';
import type { Light } from '@/api/types';
import { useAt, useSlug } from '@/shell/alliance-context';

export type Lights = ReadonlyMap<string, Light>;

type Lit = { id: string; judgement: { light: Light } };
type Card = { themes: readonly (Lit & { objectives: readonly (Lit & { measures: readonly Lit[] })[] })[] };

/** The light of each theme, objective and measure of a scorecard. */
export function lightsOf(card: Card): Map<string, Light> {
  const lights = new Map<string, Light>();
  const add = (item: Lit) => lights.set(item.id, item.judgement.light);
  for (const theme of card.themes) {
    add(theme);
    for (const objective of theme.objectives) {
      add(objective);
      objective.measures.forEach(add);
    }
  }
  return lights;
}

/** The joint light of a thing where it is another one than that which is shown; what the joint view lacks has none. */
export function otherLight(joint: Lights | null, item: Lit): Light | undefined {
  const light = joint?.get(item.id);
  return light === item.judgement.light ? undefined : light;
}

/** The joint lights of all those that differ. */
export function otherLights(joint: Lights | null, items: readonly Lit[]): Map<string, Light> {
  const others = new Map<string, Light>();
  for (const item of items) {
    const light = otherLight(joint, item);
    if (light) others.set(item.id, light);
  }
  return others;
}

/** While one's own view is shown, the lights of the joint one; otherwise null. */
export function useJointLights(): Lights | null {
  const at = useAt();
  const { data } = useQuery({
    ...scorecardQuery(useSlug(), { ...at, side: undefined }),
    enabled: at.side === 'ours',
  });
  return useMemo(() => (at.side === 'ours' && data ? lightsOf(data) : null), [at.side, data]);
}
