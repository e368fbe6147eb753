import { money, numberFormat } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { Benefit, BenefitKind, Outcome } from './queries';

export const outcomes: readonly Outcome[] = ['came_true', 'partly', 'not_yet', 'not_at_all'];

export function outcomeWord(outcome: Outcome): string {
  switch (outcome) {
    case 'came_true':
      return t('hope.cameTrue', 'Came true');
    case 'partly':
      return t('hope.partly', 'Partly');
    case 'not_yet':
      return t('hope.notYet', 'Not yet');
    case 'not_at_all':
      return t('hope.notAtAll', 'Not at all');
  }
}

export const outcomeTone = (outcome: Outcome) =>
  outcome === 'came_true' ? 'good' : outcome === 'partly' ? 'accent' : outcome === 'not_yet' ? 'plain' : 'warn';

export const benefitKinds: readonly BenefitKind[] = ['time', 'cost', 'revenue', 'quality'];

export function benefitWord(kind: BenefitKind): string {
  if (kind === 'time') return t('benefit.time', 'Time');
  if (kind === 'cost') return t('benefit.cost', 'Cost');
  if (kind === 'revenue') return t('benefit.revenue', 'Revenue');
  return t('benefit.quality', 'Quality');
}

export function stateWord(state: Benefit['state']): string {
  if (state === 'confirmed') return t('benefit.confirmed', 'Confirmed by both sides');
  if (state === 'disputed') return t('benefit.disputed', 'Disputed');
  return t('benefit.claimed', 'Claimed');
}

export const stateTone = (state: Benefit['state']) => (state === 'confirmed' ? 'good' : state === 'disputed' ? 'warn' : 'plain');

/** "2008", "2008-Q4", "2008-06": what a period may be here. */
export const isPeriod = (text: string) => /^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$/.test(text);

/** An amount as it is typed: digits, with a point or a comma before the decimals; null for anything else. */
export function readAmount(text: string): string | null {
  const plain = text.trim().replace(/[\s'\u2019]/g, '').replace(',', '.');
  // More digits than a number of the browser keeps exactly are refused.
  return /^-?\d{1,13}(\.\d{1,2})?$/.test(plain) ? plain : null;
}

/** An amount to the cent, where there are cents. */
export function exactMoney(amount: number, currency: string): string {
  if (Number.isInteger(amount)) return money(amount, currency);
  try {
    return numberFormat({ style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
  } catch {
    return `${amount.toFixed(2)} ${currency}`;
  }
}
