import './Light.css';
import type { Light as Colour, Trend as Direction } from '@/api/types';
import { t } from '@/i18n/t';

/** The words of the lights. */
export function lightWord(light: Colour): string {
  return {
    green: t('light.green', 'On track'),
    yellow: t('light.yellow', 'At risk'),
    red: t('light.red', 'Off track'),
    grey: t('light.grey', 'No judgement'),
  }[light];
}

/** The shape of a light: disc, triangle, octagon or dashed ring. Without `label` it is a decoration beside its word. */
export function Light({ light, size = 18, label }: { light: Colour; size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      className={`light light-${light}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {shapes[light]}
    </svg>
  );
}

const shapes = {
  green: (
    <>
      <circle cx="10" cy="10" r="9" className="light-fill" />
      <path d="M5.900 10.400l2.700 2.700 5.500-5.900" className="light-glyph" />
    </>
  ),
  yellow: (
    <>
      <path d="M10 2.200 18.600 17.400H1.400z" className="light-fill light-edge" />
      <path d="M10 7.600v4.200M10 14.500v.1" className="light-glyph" />
    </>
  ),
  red: (
    <>
      <path d="M6.400 1.200h7.200l5.200 5.200v7.200l-5.200 5.200H6.400l-5.200-5.200V6.400z" className="light-fill" />
      <path d="M6.900 6.900l6.200 6.200M13.100 6.900l-6.200 6.200" className="light-glyph" />
    </>
  ),
  grey: (
    <>
      <circle cx="10" cy="10" r="8.200" className="light-ring" />
      <path d="M7.800 8a2.200 2.200 0 1 1 3.300 1.900c-.8.400-1.100.8-1.100 1.600M10 14v.1" className="light-glyph" />
    </>
  ),
};

/** A light with its word; where two things below it disagree, the second light stands behind the first. */
export function LightBadge({
  light,
  split,
  size = 'm',
}: {
  light: Colour;
  split?: Colour | null | undefined;
  size?: 's' | 'm' | 'l';
}) {
  return (
    <span className={`light-badge light-badge-${size} light-soft-${light}`}>
      <Light light={light} size={size === 'l' ? 20 : size === 's' ? 13 : 16} />
      {split && (
        <Light
          light={split}
          size={size === 'l' ? 14 : 11}
          label={t('light.split', 'parts of it: {word}', { word: lightWord(split) })}
        />
      )}
      <span>{lightWord(light)}</span>
    </span>
  );
}

/** Where it is going, as an arrow with a spoken word. */
export function Trend({ trend, size = 16 }: { trend: Direction; size?: number }) {
  const word = {
    better: t('trend.better', 'getting better'),
    worse: t('trend.worse', 'getting worse'),
    flat: t('trend.flat', 'no change'),
    insufficient: t('trend.insufficient', 'too few values for a trend'),
  }[trend];
  const path = {
    better: 'M5.500 14.500l9-9M7.500 5.500h7v7',
    worse: 'M5.500 5.500l9 9M14.500 7.500v7h-7',
    flat: 'M3.500 10h13M11.500 5l5 5-5 5',
    insufficient: 'M5 10h.1M10 10h.1M15 10h.1',
  }[trend];
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className="trend" role="img" aria-label={word}>
      <path d={path} />
    </svg>
  );
}
