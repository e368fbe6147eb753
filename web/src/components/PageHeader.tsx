import './PageHeader.css';
import type { ReactNode } from 'react';

/** Title of a page, one line about it, and its acts at the right. */
export function PageHeader({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        <h1>{title}</h1>
        {children && <p className="soft">{children}</p>}
      </div>
      {acts && <div className="row page-header-acts">{acts}</div>}
    </header>
  );
}
