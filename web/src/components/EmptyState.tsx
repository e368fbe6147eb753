import './EmptyState.css';
import type { ReactNode } from 'react';

type EmptyProps = { title: string; children?: ReactNode; picture?: ReactNode; acts?: ReactNode };

/** An empty page shows the finished thing in small, one sentence, and how to begin. */
export function EmptyState({ title, children, picture, acts }: EmptyProps) {
  return (
    <div className="empty">
      {picture && (
        <div className="empty-picture" aria-hidden="true">
          {picture}
        </div>
      )}
      <h2>{title}</h2>
      {children && <p className="soft">{children}</p>}
      {acts && <div className="row empty-acts">{acts}</div>}
    </div>
  );
}
