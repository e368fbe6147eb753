import './ChoiceCards.css';
import { type ReactNode, useId } from 'react';

type Choice<Key extends string> = { id: Key; title: string; text?: string; picture?: ReactNode };
type ChoiceCardsProps<Key extends string> = {
  label: string;
  choices: readonly Choice<Key>[];
  value: Key;
  onChange: (value: Key) => void;
  /** Small pictures beside their words, for choices that need no explanation. */
  small?: boolean;
};

/** One of a few, each shown as a small picture. */
export function ChoiceCards<Key extends string>({ label, choices, value, onChange, small }: ChoiceCardsProps<Key>) {
  const name = useId();
  return (
    <fieldset className={small ? 'choices choices-small' : 'choices'}>
      <legend className="field-label">{label}</legend>
      <div className="choices-grid">
        {choices.map((choice) => (
          <label key={choice.id} className="choice">
            {choice.picture}
            <span className="choice-title">
              <input type="radio" name={name} checked={choice.id === value} onChange={() => onChange(choice.id)} />
              {choice.title}
            </span>
            {choice.text && <span className="small soft">{choice.text}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
