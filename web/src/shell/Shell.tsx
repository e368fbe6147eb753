import './Shell.css';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { listen } from '@/api/events';
import { t } from '@/i18n/t';
import { closePalette, openPalette, usePaletteOpen } from './palette-state';
import { Rail } from './Rail';

const BottomBar = lazy(() => import('./BottomBar'));
const loadPalette = () => import('./Palette');
const Palette = lazy(loadPalette);

/** The frame of every page for somebody who is signed in. */
export function Shell() {
  const palette = usePaletteOpen();
  useEffect(listen, []);
  useEffect(() => {
    // Fetched while nothing else is, so that the first letters after Ctrl K are not lost.
    const timer = setTimeout(loadPalette, 2000);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openPalette();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  return (
    <div className="shell">
      <a href="#content" className="skip">
        {t('shell.skip', 'Skip to the page')}
      </a>
      <Rail />
      <div className="shell-page">
        <Outlet />
      </div>
      <Suspense>
        <BottomBar />
      </Suspense>
      {palette && (
        <Suspense>
          <Palette onClose={closePalette} />
        </Suspense>
      )}
    </div>
  );
}
