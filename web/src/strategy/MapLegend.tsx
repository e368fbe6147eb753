import type { MapView } from '@/api/types';
import { t } from '@/i18n/t';
import { ContestedMark, DisputedMark, isContested, isDisputed, type Light, LightMark, lightWord, themeColour } from '@/pictures';

const lights: Light[] = ['green', 'yellow', 'red', 'grey'];

/** What the colours, shapes and arrows mean; it stands outside the picture. */
export function MapLegend({ map }: { map: MapView }) {
  const hinders = map.links.some((link) => link.sign === 'hinders');
  const feedback = map.arrows.some((arrow) => arrow.dashed);
  return (
    <div className="map-legend">
      <dl>
        <dt>{t('map.legend.themes', 'Themes')}</dt>
        {map.themes.map((theme) => (
          <dd key={theme.id}>
            <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} />
            {theme.name}
          </dd>
        ))}
      </dl>
      <dl>
        <dt>{t('map.legend.status', 'Status')}</dt>
        {lights.map((light) => (
          <dd key={light}>
            <LightMark state={{ light }} size={16} />
            {lightWord(light)}
          </dd>
        ))}
        {map.cards.some((card) => isContested(card.judgement)) ? (
          <dd>
            <ContestedMark size={15} />
            {t('map.legend.contested', 'Contested by a partner')}
          </dd>
        ) : null}
        {map.cards.some((card) => isDisputed(card.judgement)) ? (
          <dd>
            <DisputedMark size={15} />
            {t('map.legend.disputed', 'A value is disputed')}
          </dd>
        ) : null}
      </dl>
      <dl>
        <dt>{t('map.legend.arrows', 'Arrows')}</dt>
        <dd>
          <svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true">
            <path className="map-arrow-line" d="M1 5h22" />
            <path className="map-arrow-helps" d="M30 5l-8-4v8z" />
          </svg>
          {t('map.legend.helps', 'helps')}
        </dd>
        {hinders ? (
          <dd>
            <svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true">
              <path className="map-arrow-line" d="M1 5h26" />
              <path className="map-arrow-hinders" d="M27 0v10" />
            </svg>
            {t('map.legend.hinders', 'hinders')}
          </dd>
        ) : null}
        {feedback ? (
          <dd>
            <svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true">
              <path className="map-arrow-line" strokeDasharray="5 4" d="M1 5h28" />
            </svg>
            {t('map.legend.feedback', 'feeds back')}
          </dd>
        ) : null}
      </dl>
    </div>
  );
}
