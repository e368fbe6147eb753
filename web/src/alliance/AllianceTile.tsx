import './AllianceTile.css';
import { Link } from '@tanstack/react-router';
import type { AllianceItem } from '@/api/types';
import { themeColours } from '@/components/themes';
import { t } from '@/i18n/t';
import { LightMark, LightPill, lightWord, PartnerMark, TrendMark } from '@/pictures';
import { stageWord } from './words';

/** One alliance as a card: its light, who is in it, and the light of each theme. */
export function AllianceTile({ alliance }: { alliance: AllianceItem }) {
  return (
    <Link to="/a/$alliance" params={{ alliance: alliance.slug }} className="card tile">
      <span className="tile-head">
        <span className="tile-name">{alliance.name}</span>
        <LightPill state={{ light: alliance.light, split: alliance.split }} size="s" />
      </span>
      <span className="tile-line small soft">
        {stageWord(alliance.stage)}
        {alliance.score !== null && (
          <span className="number push tile-score">
            {t('tile.score', '{score} of 100', { score: Math.round(alliance.score) })}{' '}
            <TrendMark trend={alliance.trend} size={14} />
          </span>
        )}
      </span>
      <span className="tile-parties small">
        {alliance.parties.map((party) => (
          <span key={party.id}>
            <PartnerMark mark={party.mark} size={16} /> {party.name}
          </span>
        ))}
      </span>
      {alliance.themes.length > 0 && <ThemeNames themes={alliance.themes} />}
      {alliance.worst && (
        <span className="small tile-worst">
          <LightMark
            state={{ light: alliance.reds > 0 ? 'red' : 'yellow' }}
            size={15}
            label={lightWord(alliance.reds > 0 ? 'red' : 'yellow')}
          />
          <span>{alliance.worst}</span>
        </span>
      )}
    </Link>
  );
}

/** Each theme by its name, with its light and its colour. */
function ThemeNames({ themes }: { themes: AllianceItem['themes'] }) {
  return (
    <span className="tile-themes small">
      {themes.map((theme) => (
        <span key={theme.id} style={{ borderColor: themeColours(theme.colour).bar }}>
          <LightMark state={{ light: theme.light }} size={14} label={lightWord(theme.light)} /> {theme.name}
        </span>
      ))}
    </span>
  );
}

/** The lights of the themes side by side, each on its theme's colour. */
export function ThemeLights({ themes }: { themes: AllianceItem['themes'] }) {
  return (
    <span className="theme-lights">
      {themes.map((theme) => (
        <span
          key={theme.id}
          className="theme-light"
          style={{ borderColor: themeColours(theme.colour).bar }}
          title={theme.name}
        >
          <LightMark
            state={{ light: theme.light }}
            size={14}
            label={t('tile.theme', '{theme}: {light}', { theme: theme.name, light: lightWord(theme.light) })}
          />
        </span>
      ))}
    </span>
  );
}
