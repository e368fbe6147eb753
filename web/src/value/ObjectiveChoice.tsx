import { useQuery } from '@tanstack/react-query';
import { mapQuery } from '@/api/queries';
import type { Id } from '@/api/types';
import { t } from '@/i18n/t';
import { useSlug } from '@/shell/alliance-context';

/** To which objectives something is tied; those that both sides see. */
export function ObjectiveChoice({ chosen, onChange }: { chosen: readonly Id[]; onChange: (chosen: readonly Id[]) => void }) {
  const { data } = useQuery(mapQuery(useSlug(), { basis: 'draft' }));
  const cards = [...(data?.cards ?? [])].filter((card) => card.space.kind === 'shared').sort((a, b) => a.code.localeCompare(b.code, undefined, { numeric: true }));
  if (!cards.length) return null;
  return (
    <fieldset className="field finding-choice">
      <legend className="field-label">{t('value.objectives', 'To which objectives does it belong?')}</legend>
      <div className="finding-choice-list">
        {cards.map((card) => (
          <label key={card.id}>
            <input
              type="checkbox"
              checked={chosen.includes(card.id)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, card.id] : chosen.filter((id) => id !== card.id))}
            />
            <span>
              <span className="soft">{card.code}</span> {card.title}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
