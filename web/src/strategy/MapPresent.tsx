import './map-present.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MapView } from '@/api/types';
import { IconButton } from '@/components/Button';
import { t } from '@/i18n/t';
import { LightMark, LightPill, PartnerMark, themeColour } from '@/pictures';
import { type Chain, chainOfTheme, knockOnOfReds } from '@/pictures/map/chain';
import { MapPicture } from '@/pictures/map/picture';
import { readingOrder } from '@/pictures/map/position';
import { litBox } from './lit-box';
import { MapLegend } from './MapLegend';

/**
 * The map over the whole screen: first all of it, then theme by theme, at the end the knock-on of reds; each step is brought
 * near, and told in large letters beside the picture. Arrow keys step.
 */
export function MapPresent({ map, onClose }: { map: MapView; onClose: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState(0);
  const [shape, setShape] = useState(0);
  const themes = useMemo(() => map.themes.filter((theme) => map.cards.some((card) => card.theme === theme.id)), [map]);
  const reds = map.cards.filter((card) => card.judgement.light === 'red').length;
  const count = 1 + themes.length + (reds ? 1 : 0);
  const theme = themes[step - 1];
  const chain = useMemo(
    () =>
      theme
        ? chainOfTheme(theme.id, map.cards, map.links, map.wins)
        : step > 0
          ? knockOnOfReds(map.cards, map.links, map.wins)
          : null,
    [map, theme, step],
  );
  const lit = chain ? map.cards.filter((card) => chain.objectives.has(card.id)) : [];
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

  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const measure = () => setShape(element.clientWidth / Math.max(1, element.clientHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

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
      <div className="map-present-side">
        <div className="row map-present-acts">
          <IconButton
            icon="left"
            label={t('map.previous', 'Previous')}
            isDisabled={step === 0}
            onPress={() => move(-1)}
          />
          <span className="soft number">
            {step + 1} / {count}
          </span>
          <IconButton
            icon="right"
            label={t('map.next', 'Next')}
            isDisabled={step === count - 1}
            onPress={() => move(1)}
          />
          <span className="push" />
          <IconButton icon="close" label={t('map.presentEnd', 'End')} onPress={onClose} />
        </div>
        <div className="map-present-words" aria-live="polite">
          <p className="soft">
            {map.alliance.name} · {map.period.label}
          </p>
          <h1>
            {theme
              ? theme.name
              : step > 0
                ? t('map.knockTitle', 'What the reds hold up')
                : t('map.title', 'Strategy map')}
          </h1>
          {theme ? (
            <>
              <span className="map-present-bar" style={{ background: themeColour(theme.colour) }} />
              <LightPill state={theme.judgement} size="l" />
            </>
          ) : null}
          {chain ? <Told map={map} chain={chain} cards={lit} /> : <MapLegend map={map} />}
        </div>
      </div>
      <div ref={sheet} className="map-present-sheet">
        <MapPicture map={map} chain={chain} view={litBox(lit, map, shape)} />
      </div>
    </div>
  );
}

/** What is lit, in letters that can be read from a chair: the objectives with their lights, and the wins they reach. */
function Told({ map, chain, cards }: { map: MapView; chain: Chain; cards: MapView['cards'] }) {
  const wins = map.wins.flatMap((band) =>
    band.items.filter((item) => chain.wins.has(item.id)).map((item) => ({ ...item, band })),
  );
  // What is red comes first: in the knock-on the others hang on it.
  const rank = (light: string) => (light === 'red' ? 0 : 1);
  const order = readingOrder(cards).sort((a, b) => rank(a.judgement.light) - rank(b.judgement.light));
  return (
    <>
      <ul className="map-present-list">
        {order.map((card) => (
          <li key={card.id}>
            <LightMark state={card.judgement} size={24} label />
            <span>{card.title}</span>
          </li>
        ))}
      </ul>
      {wins.length ? (
        <>
          <h2>{t('map.present.wins', 'Wins that hang on it')}</h2>
          <ul className="map-present-list">
            {wins.map((win) => (
              <li key={win.id}>
                <PartnerMark mark={win.band.mark} name={win.band.name} size={24} />
                <span>{win.text}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
