import { numberFormat } from '@/i18n/format';

/** "830 kB", "1.2 MB": a number of bytes as people write it. */
export function size(bytes: number): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = bytes / 1000 ** step;
  return numberFormat({
    style: 'unit',
    unit: steps[step],
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value);
}
