import { Link } from '@tanstack/react-router';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { keepMoment } from '@/shell/filters';
import { type Theme, themeSlug } from './theme-address';

/** All themes and each one, as links with their lights. */
export function ThemeTabs({ slug, themes }: { slug: string; themes: readonly Theme[] }) {
  return (
    <nav className="theme-tabs" aria-label={t('score.themes', 'Themes')}>
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
          search={keepMoment}
          className="theme-tab"
          activeOptions={{ includeSearch: false }}
        >
          <LightMark state={theme.judgement} size={16} label />
          {theme.name}
        </Link>
      ))}
    </nav>
  );
}
