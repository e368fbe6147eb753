import type { Light } from '@/api/types';
import type { IconName } from '@/components/Icon';

/** A place to go to, or an act. */
export type Target = {
  key: string;
  group: string;
  name: string;
  note?: string;
  icon?: IconName;
  light?: Light;
  to?: string;
  run?: () => void;
};

/** Targets whose words begin with, or contain, every word that was typed; the best fits first, groups kept together. */
export function find(targets: readonly Target[], text: string, limit = 40): Target[] {
  const wanted = plain(text).split(' ').filter(Boolean);
  if (wanted.length === 0) return targets.filter((target) => target.group !== '').slice(0, limit);
  const scored = targets
    .map((target) => ({ target, score: score(plain(`${target.name} ${target.note ?? ''}`), wanted) }))
    .filter(({ score: points }) => points > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
  const groups = [...new Set(scored.map(({ target }) => target.group))];
  return groups.flatMap((group) => scored.filter(({ target }) => target.group === group).map(({ target }) => target));
}

function score(words: string, wanted: string[]): number {
  let points = 0;
  for (const part of wanted) {
    if (words.startsWith(part)) points += 4;
    else if (words.includes(` ${part}`)) points += 3;
    else if (words.includes(part)) points += 1;
    else return 0;
  }
  return points;
}

/** Without capitals, accents and signs, so that "resume" finds "Résumé". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
