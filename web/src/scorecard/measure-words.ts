import { t } from '@/i18n/t';

export const frequencies = () =>
  [
    { id: 'day', label: t('freq.day', 'Each day') },
    { id: 'week', label: t('freq.week', 'Each week') },
    { id: 'month', label: t('freq.month', 'Each month') },
    { id: 'quarter', label: t('freq.quarter', 'Each quarter') },
    { id: 'half', label: t('freq.half', 'Each half-year') },
    { id: 'year', label: t('freq.year', 'Each year') },
  ] as const;

export const aggregations = () =>
  [
    { id: 'last', label: t('agg.last', 'The last value') },
    { id: 'sum', label: t('agg.sum', 'The sum') },
    { id: 'mean', label: t('agg.mean', 'The mean') },
    { id: 'weighted_mean', label: t('agg.weighted', 'The weighted mean') },
    { id: 'median', label: t('agg.median', 'The median') },
    { id: 'min', label: t('agg.min', 'The lowest') },
    { id: 'max', label: t('agg.max', 'The highest') },
    { id: 'first', label: t('agg.first', 'The first value') },
    { id: 'count', label: t('agg.count', 'The number of values') },
    { id: 'ratio', label: t('agg.ratio', 'Part over whole') },
    { id: 'none', label: t('agg.none', 'Never put together') },
  ] as const;

export const sources = () =>
  [
    { id: 'person', label: t('source.person', 'A person') },
    { id: 'formula', label: t('source.formula', 'A formula') },
    { id: 'feed', label: t('source.feed', 'Another system') },
    { id: 'survey', label: t('source.survey', 'A survey') },
    { id: 'raci', label: t('source.raci', 'The map of who does what') },
  ] as const;
