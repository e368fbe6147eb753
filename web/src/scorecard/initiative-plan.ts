import { t } from '@/i18n/t';

type Draft = { start: string; due: string; budget: string; cost: string };
type Change = { start: string | null; due: string | null; budget: number | null; cost: number | null };

/** An amount as people type it: "900,000", "900 000.50", "€900000". NaN when it is none; null when it is empty. */
export function amount(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€$£]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  if (bare === '') return null;
  return /^\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : Number.NaN;
}

/** What the fields say, or what is wrong with them. An empty field empties what was there. */
export function planChange(draft: Draft): { change: Change } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  if (draft.start && draft.due && draft.due < draft.start)
    errors.due = t('scoring.dates', 'The end must come after the start.');
  const budget = amount(draft.budget);
  const cost = amount(draft.cost);
  const wrong = t('initiative.amount', 'An amount, such as 900,000, please.');
  if (Number.isNaN(budget)) errors.budget = wrong;
  if (Number.isNaN(cost)) errors.cost = wrong;
  if (Object.keys(errors).length) return { errors };
  return { change: { start: draft.start || null, due: draft.due || null, budget, cost } };
}
