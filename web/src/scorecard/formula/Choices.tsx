import type { CSSProperties } from 'react';
import type { FormulaAnswer } from '@/api/types';
import { t } from '@/i18n/t';
import { listSize, windowAt } from './colour';

type ChoicesProps = {
  /** The list's own identifier; the options' are made of it. */
  id: string;
  candidates: FormulaAnswer['candidates'];
  chosen: number;
  onTake: (index: number) => void;
  style: CSSProperties;
};

export const choiceId = (list: string, index: number) => `${list}-${index}`;

/** What could stand at the caret, a few at a time around the chosen one: nothing here needs scrolling. */
export function Choices({ id, candidates, chosen, onTake, style }: ChoicesProps) {
  const first = windowAt(chosen, candidates.length);
  const shown = candidates.slice(first, first + listSize).map((candidate, place) => ({ candidate, index: first + place }));
  return (
    <ul
      id={id}
      className="formula-list"
      role="listbox"
      aria-label={t('formula.choices', 'What could stand here')}
      style={style}
    >
      {shown.map(({ candidate, index }) => (
        // The keyboard goes through the field, which names the chosen one.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <li
          key={candidate.kind + candidate.label}
          id={choiceId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          aria-posinset={index + 1}
          aria-setsize={candidates.length}
          className="formula-choice"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
        >
          <span className={`formula-choice-label formula-${candidate.kind === 'function' ? 'function' : 'name'}`}>
            {candidate.label}
          </span>
          <span className="formula-choice-detail">{candidate.detail}</span>
        </li>
      ))}
      {candidates.length > listSize ? (
        <li className="formula-more" role="presentation">
          {t('formula.more', '{n} of {all}', { n: chosen + 1, all: candidates.length })}
        </li>
      ) : null}
    </ul>
  );
}
