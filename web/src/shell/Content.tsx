import type { ReactNode } from 'react';

/** The page itself, where "Skip to the page" leads. `wide` pages use the whole width. */
export function Content({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <main id="content" tabIndex={-1} className="content">
      {wide ? children : <div className="page">{children}</div>}
    </main>
  );
}
