import './keys.css';
import type { Cell, MeasureView } from '@/api/types';
import { KeyMark, WordsList } from './KeyMark';
import { SayButtons } from './SayButtons';

type CellKeysProps = {
  measure: Pick<MeasureView, 'id' | 'name' | 'unit' | 'alliance'>;
  cell: Cell | undefined;
  /** In a list: the buttons name the period. */
  named?: boolean;
};

/** What became of one value of the measure's page, what each side says of it, and the own word on it. */
export function CellKeys({ measure, cell, named = false }: CellKeysProps) {
  if (!cell || !(cell.submission || cell.may_speak || cell.light_only)) return null;
  // A dispute of a value that nobody asked about is offered where its period is shown, not in each line of the history.
  const may = cell.may_speak && (!named || cell.submission);
  if (named && !cell.submission) return null;
  return (
    <div className="keys-shown">
      <KeyMark cell={cell} />
      {may ? (
        <SayButtons
          named={named}
          alliance={measure.alliance.id}
          about={{
            measure: measure.id,
            name: measure.name,
            unit: measure.unit,
            period: cell.period,
            label: cell.label,
            value: cell.value,
            version: cell.version,
            giver: cell.giver,
          }}
          submission={cell.submission}
          words={cell.words}
        />
      ) : null}
      <WordsList words={cell.words} unit={measure.unit} />
    </div>
  );
}
