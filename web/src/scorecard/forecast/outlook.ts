import { useQuery } from '@tanstack/react-query';
import { type OutlookPart, outlookQuery } from '@/api/queries';
import type { Id, Outlook, OutlookItem } from '@/api/types';
import { t } from '@/i18n/t';
import { useAt } from '@/shell/alliance-context';

export type ByMeasure = ReadonlyMap<Id, OutlookItem>;
const nothing: ByMeasure = new Map();

/** Forecasts by measure. They come after the scorecard, which does not wait for them; without measures nothing is asked. */
export function useOutlook(slug: string, part: OutlookPart, measures: readonly unknown[]): ByMeasure {
  const { data } = useQuery({ ...outlookQuery(slug, { ...useAt(), ...part }), enabled: measures.length > 0 });
  return data ? byMeasure(data) : nothing;
}

export const byMeasure = ({ items }: Pick<Outlook, 'items'>): ByMeasure => new Map(items.map((item) => [item.measure, item]));

/** "Forecast: 2 of 3 targets will probably be met"; nothing where there is no forecast. */
export function outlookWords(outlook: ByMeasure): string {
  if (outlook.size === 0) return '';
  const met = [...outlook.values()].filter((one) => one.meets.chance >= 0.5).length;
  return t('forecast.summary', 'Forecast: {met} of {all} {all|target|targets} will probably be met', { met, all: outlook.size });
}
