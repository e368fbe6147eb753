import { t } from '@/i18n/t';
import type { Audience, SavedFilter } from './queries';

/** Who finds it: "your party, by Luc Declercq". */
export function audienceWord({ audience, own, by }: Pick<SavedFilter, 'audience' | 'own' | 'by'>): string {
  const who = {
    me: t('filter.me', 'only you'),
    party: t('filter.party', 'your party'),
    everybody: t('filter.everybody', 'every party'),
  }[audience];
  return own ? who : t('filter.by', '{who}, by {name}', { who, name: by });
}

export function audienceLabel(audience: Audience): string {
  return {
    me: t('filter.onlyMe', 'Only me'),
    party: t('filter.myParty', 'My party'),
    everybody: t('filter.everyParty', 'Every party'),
  }[audience];
}

/** What sharing does, said before it is done. */
export function sharingText(audience: Audience): string {
  return audience === 'everybody'
    ? t('filter.shareAll', 'Everybody who reads this alliance finds its name and address, on both sides. What it shows, each sees by own rights. This cannot be taken back; it can be removed.')
    : t('filter.shareParty', 'Those of your organisation who see what it keeps to itself here find its name and address. This cannot be taken back; it can be removed.');
}
