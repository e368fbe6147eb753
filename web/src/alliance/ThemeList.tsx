import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { scorecardQuery } from '@/api/queries';
import type { Alliance, Light as Colour, Scorecard } from '@/api/types';
import { themeColours } from '@/components/themes';
import { t } from '@/i18n/t';
import { themeSlug } from '@/scorecard/theme-address';
import { LightMark, LightPill, lightSentence, TrendMark } from '@/pictures';
import { useAt } from '@/shell/alliance-context';
import { keepMoment } from '@/shell/filters';

/** The themes with their lights, and every objective as one mark. */
export function ThemeList({ alliance }: { alliance: Alliance }) {
  // The overview is of now: a version that the address keeps for other pages is not followed here.
  const { period, side } = useAt();
  const scorecard = useQuery({ ...scorecardQuery(alliance.slug, { period, side }), enabled: alliance.rights.read_scorecard });
  const full = (id: string) => scorecard.data?.themes.find((theme) => theme.id === id);
  return (
    <section className="card" aria-labelledby="overview-themes">
      <h2 id="overview-themes">{t('column.themes', 'Themes')}</h2>
      <ul className="lines">
        {alliance.themes.map((theme) => (
          <li key={theme.id}>
            <ThemeLine alliance={alliance} theme={theme}>
              <span className="line-bar" style={{ background: themeColours(theme.colour).bar }} />
              <span className="line-words">
                <span className="line-title">{theme.name}</span>
                <Leader theme={full(theme.id)} />
              </span>
              <Marks theme={full(theme.id)} />
              <span className="line-light">
                <LightPill state={full(theme.id)?.judgement ?? { light: theme.light }} size="s" />
              </span>
              {full(theme.id) ? <TrendMark trend={full(theme.id)!.judgement.trend} /> : <span />}
            </ThemeLine>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Leads to the theme's scorecard, for those whose role opens it. */
function ThemeLine({ alliance, theme, children }: { alliance: Alliance; theme: Alliance['themes'][number]; children: ReactNode }) {
  if (!alliance.rights.read_scorecard) return <div className="line">{children}</div>;
  return (
    <Link
      to="/a/$alliance/scorecards/$theme"
      params={{ alliance: alliance.slug, theme: themeSlug(theme, alliance.themes) }}
      search={keepMoment}
      className="line"
    >
      {children}
    </Link>
  );
}

type Theme = Scorecard['themes'][number] | undefined;

function Leader({ theme }: { theme: Theme }) {
  if (!theme?.leader) return null;
  return <span className="small soft">{theme.leader.name}</span>;
}

const order: Record<Colour, number> = { red: 0, yellow: 1, green: 2, grey: 3 };

function Marks({ theme }: { theme: Theme }) {
  if (!theme) return null;
  const objectives = [...theme.objectives].sort((a, b) => order[a.judgement.light] - order[b.judgement.light]);
  return (
    <span className="line-marks">
      {objectives.map((one) => (
        <LightMark
          key={one.id}
          state={one.judgement}
          size={16}
          label={t('overview.objective', '{code}: {light}', { code: one.code, light: lightSentence(one.judgement) })}
        />
      ))}
    </span>
  );
}
