import type { Scorecard } from '@/api/types';
import { t } from '@/i18n/t';

export type Theme = Scorecard['themes'][number] & { description?: string };

/** A priority in words: a bare number is said as one. */
export function priorityWords(priority: string): string {
  return /^\d+$/.test(priority) ? t('theme.priority', 'Priority {n}', { n: priority }) : priority;
}

/** A theme's place in the address: its name in small letters, or its identifier where two share a name. */
export function themeSlug(theme: Pick<Theme, 'id' | 'name'>, all: readonly Pick<Theme, 'id' | 'name'>[]): string {
  const slug = slugOf(theme.name);
  const shared = all.some((other) => other.id !== theme.id && slugOf(other.name) === slug);
  return shared || !slug ? theme.id : slug;
}

/** The theme that an address names, by either. */
export function themeAt<T extends Pick<Theme, 'id' | 'name'>>(address: string, all: readonly T[]): T | undefined {
  return all.find((theme) => theme.id === address) ?? all.find((theme) => themeSlug(theme, all) === address);
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
