import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { keepMoment } from '@/shell/filters';
import { keepStretch } from './aggregate/stretch';
import { type Theme, themeSlug } from './theme-address';

/** All themes and each one, as links with their lights. */
export function ThemeTabs({
  slug,
  themes,
  shown,
}: {
  slug: string;
  themes: readonly Theme[];
  /** The theme that is open, by whichever of its addresses. */
  shown: string | undefined;
}) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = shown ? row.current?.querySelector('[aria-current]') : null;
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <nav ref={row} className="theme-tabs" aria-label={t('score.themes', 'Themes')}>
      <Link
        to="/a/$alliance/scorecards"
        params={{ alliance: slug }}
        search={keepMoment}
        className="theme-tab"
        activeOptions={{ exact: true, includeSearch: false }}
      >
        {t('score.all', 'All themes')}
      </Link>
      {themes.map((theme) => (
        <Link
          key={theme.id}
          to="/a/$alliance/scorecards/$theme"
          params={{ alliance: slug, theme: themeSlug(theme, themes) }}
          search={keepStretch}
          className="theme-tab"
          activeOptions={{ includeSearch: false }}
          {...(theme.id === shown ? { 'aria-current': 'page' as const } : {})}
        >
          <LightMark state={theme.judgement} size={16} label />
          {theme.name}
        </Link>
      ))}
    </nav>
  );
}
