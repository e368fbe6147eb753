import './map-present.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapView } from '@/api/types';
import { IconButton } from '@/components/Button';
import { t } from '@/i18n/t';
import { LightPill, themeColour } from '@/pictures';
import { chainOfTheme, knockOnOfReds } from '@/pictures/map/chain';
import { MapPicture } from '@/pictures/map/picture';
import { MapLegend } from './MapLegend';

/** The map over the whole screen: first all of it, then theme by theme, at the end the knock-on of reds. Arrow keys step. */
export function MapPresent({ map, onClose }: { map: MapView; onClose: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState(0);
  const themes = useMemo(() => map.themes.filter((theme) => map.cards.some((card) => card.theme === theme.id)), [map]);
  const reds = map.cards.filter((card) => card.judgement.light === 'red').length;
  const count = 1 + themes.length + (reds ? 1 : 0);
  const theme = themes[step - 1];
  const chain = theme
    ? chainOfTheme(theme.id, map.cards, map.links, map.wins)
    : step > 0
      ? knockOnOfReds(map.cards, map.links, map.wins)
      : null;
  const move = (by: number) => setStep((now) => Math.min(count - 1, Math.max(0, now + by)));

  useEffect(() => {
    const element = frame.current;
    element?.focus();
    element?.requestFullscreen?.().catch(() => {});
    // Leaving full screen by the browser's own key leaves the presentation as well.
    const left = () => {
      if (!document.fullscreenElement) onClose();
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    };
  }, [onClose]);

  return (
    <div
      ref={frame}
      className="map-present"
      role="dialog"
      aria-modal="true"
      aria-label={t('map.presenting', 'The strategy map, presented')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if (event.key === 'ArrowRight' || event.key === 'PageDown' || event.key === ' ') move(1);
        else if (event.key === 'ArrowLeft' || event.key === 'PageUp') move(-1);
        else if (event.key === 'Home') setStep(0);
        else if (event.key === 'End') setStep(count - 1);
        else return;
        event.preventDefault();
      }}
    >
      <header className="map-present-head">
        <div aria-live="polite">
          <p className="soft small">
            {map.alliance.name} · {map.period.label}
          </p>
          <h1>
            {theme ? <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} /> : null}
            {theme
              ? theme.name
              : step > 0
                ? t('map.knockTitle', 'What the reds hold up')
                : t('map.title', 'Strategy map')}
            {theme ? <LightPill state={theme.judgement} /> : null}
          </h1>
        </div>
        <div className="row">
          <IconButton
            icon="left"
            label={t('map.previous', 'Previous')}
            isDisabled={step === 0}
            onPress={() => move(-1)}
          />
          <span className="soft small number">
            {step + 1} / {count}
          </span>
          <IconButton
            icon="right"
            label={t('map.next', 'Next')}
            isDisabled={step === count - 1}
            onPress={() => move(1)}
          />
          <IconButton icon="close" label={t('map.presentEnd', 'End')} onPress={onClose} />
        </div>
      </header>
      <div className="map-present-sheet">
        <MapPicture map={map} chain={chain} />
      </div>
      <MapLegend map={map} />
    </div>
  );
}
