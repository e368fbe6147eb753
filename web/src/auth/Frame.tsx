import './Frame.css';
import type { ReactNode } from 'react';
import { t } from '@/i18n/t';
import { Logo } from '@/shell/Logo';
import { SmallMap } from './SmallMap';

/** The page around a form for somebody who is not signed in yet: what this is, in one picture, and the form. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="door">
      <aside className="door-side">
        <p className="door-brand">
          <Logo size={34} /> Entente
        </p>
        <div className="door-picture">
          <SmallMap />
        </div>
        <p className="door-words">{t('door.words', 'Two companies, one strategy map, the same lights.')}</p>
      </aside>
      <main className="door-main" id="content">
        <div className="door-form">{children}</div>
      </main>
    </div>
  );
}
