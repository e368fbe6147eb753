import './PageHeader.css';
import type { ReactNode } from 'react';

type HeaderProps = { title: string; children?: ReactNode; acts?: ReactNode; /** The page above, above the title. */ path?: ReactNode };

/** Title of a page, one line about it, and its acts at the right. */
export function PageHeader({ title, children, acts, path }: HeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {path && <p className="page-path">{path}</p>}
        <h1>{title}</h1>
        {children && <p className="soft">{children}</p>}
      </div>
      {acts && <div className="row page-header-acts">{acts}</div>}
    </header>
  );
}
