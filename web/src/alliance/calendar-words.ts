import { locale, t } from '@/i18n/t';

export const calendars = () => [
  { id: 'months', label: t('calendar.months', 'Calendar months') },
  { id: '445', label: t('calendar.445', 'Weeks in 4-4-5') },
  { id: 'iso_weeks', label: t('calendar.iso', 'ISO weeks') },
];

export const months = () =>
  Array.from({ length: 12 }, (_, index) => ({
    id: String(index + 1),
    label: new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, index, 1)),
  }));

/** The usual ones, and `own` where it is another; the rest can be set through the API. */
export const currencies = (own = '') => {
  const names = new Intl.DisplayNames(locale(), { type: 'currency' });
  const usual = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'INR', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'BRL'];
  return (own === '' || usual.includes(own) ? usual : [own, ...usual]).map((id) => ({
    id,
    label: `${id} · ${names.of(id) ?? id}`,
  }));
};

/** All that the browser knows, and `own` where it goes by another name there. */
export const zones = (own: string) =>
  [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])].map((id) => ({ id, label: id.replaceAll('_', ' ') }));
