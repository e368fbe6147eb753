import './Badge.css';
import type { ReactNode } from 'react';

/** A short state in a pill. Colour is never all that it says. */
export function Badge({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'accent' | 'warn' | 'bad' | 'good';
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
