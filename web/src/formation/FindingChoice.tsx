import { useState } from 'react';
import type { Id } from '@/api/types';
import { SearchField } from '@/components/SearchField';
import { t } from '@/i18n/t';
import type { Workshop } from './queries';
import { kindWord } from './words';

/** On which findings a card rests. */
export function FindingChoice({ findings, chosen, onChange }: { findings: Workshop['findings']; chosen: readonly Id[]; onChange: (chosen: readonly Id[]) => void }) {
  const [text, setText] = useState('');
  const shown = findings.filter((one) => chosen.includes(one.id) || one.text.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <fieldset className="field finding-choice">
      <legend className="field-label">{t('card.findings', 'On which findings does it rest?')}</legend>
      {findings.length > 6 ? <SearchField label={t('card.findFinding', 'Find a finding')} value={text} onChange={setText} /> : null}
      <div className="finding-choice-list">
        {shown.map((one) => (
          <label key={one.id}>
            <input
              type="checkbox"
              checked={chosen.includes(one.id)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
            />
            <span>
              {one.text} <span className="small soft">{kindWord(one.kind)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
