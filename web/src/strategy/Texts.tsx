import type { ReactNode } from 'react';
import type { Id } from '@/api/types';
import type { About } from '@/discussion/types';

type TextsProps = { kind: 'win' | 'value'; items: readonly { id: Id; text: string }[]; mark: (about: About) => ReactNode };

/** Wins or shared values in words, each with what opens its comments. */
export function Texts({ kind, items, mark }: TextsProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          {item.text} {mark(`${kind}:${item.id}`)}
        </li>
      ))}
    </ul>
  );
}
