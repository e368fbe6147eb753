import type { Id } from '@/api/types';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { type PartDraft, partOptions } from './parts';

type ChoiceProps = {
  label: string;
  /** "New perspective…" */
  fresh: string;
  /** The label of the field for its name. */
  freshName: string;
  parts: readonly { id: Id; name: string }[];
  suggested: readonly string[];
  value: PartDraft;
  onChange: (part: PartDraft) => void;
  error?: string | undefined;
};

/** A perspective or theme of the map, or a new one by its name. */
export function PartChoice({ label, fresh, freshName, parts, suggested, value, onChange, error }: ChoiceProps) {
  return (
    <div className="stack part-choice">
      <Select
        label={label}
        options={partOptions(parts, suggested, fresh)}
        value={value.id}
        onChange={(id) => onChange({ ...value, id })}
      />
      {value.id === 'new' ? (
        <TextField
          autoFocus
          label={freshName}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
          error={error}
        />
      ) : null}
    </div>
  );
}
