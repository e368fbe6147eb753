import { number } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { FindingKind, Standing } from './queries';

export const kinds: readonly FindingKind[] = ['value', 'distinction', 'problem'];

export function kindWord(kind: FindingKind): string {
  if (kind === 'value') return t('finding.value', 'Value for both');
  if (kind === 'distinction') return t('finding.distinction', 'Standing out together');
  return t('finding.problem', 'Problems to address');
}

export function standingWord(standing: Standing): string {
  switch (standing) {
    case 'wanted':
      return t('standing.wanted', 'Wanted by all');
    case 'unwanted':
      return t('standing.unwanted', 'Wanted by nobody');
    case 'apart':
      return t('standing.apart', 'Partners differ');
    case 'undecided':
      return t('standing.undecided', 'Undecided');
    case 'unheard':
      return t('standing.unheard', 'Not rated by all');
  }
}

export const standingTone = (standing: Standing) =>
  standing === 'wanted' ? 'good' : standing === 'apart' ? 'warn' : 'plain';

/** A mean of ratings, with one decimal. */
export const meanText = (mean: number) => number(mean, 1);

export const ratingWords = (): readonly string[] => [
  t('rating.1', 'no'),
  t('rating.2', 'rather not'),
  t('rating.3', 'perhaps'),
  t('rating.4', 'rather yes'),
  t('rating.5', 'must be'),
];
