import './keys.css';
import type { Cell } from '@/api/types';
import { Icon } from '@/components/Icon';
import { Select } from '@/components/Select';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { isWithheld } from '../entry/value';

/** What the partner sees of a value: all of it, its light only, or neither. */
export type Seen = 'value' | 'light' | 'nothing';

/** What the partner sees of the cell as it stands. Under "Only us" the cell's own light is one's own, judged by the value. */
export function seenBefore(cell: Pick<Cell, 'state' | 'light' | 'light_only' | 'shared_light'> | null): Seen {
  if (!isWithheld(cell)) return 'value';
  return (cell?.light_only ? cell.shared_light : cell?.light) === 'grey' ? 'nothing' : 'light';
}

type SeesProps = {
  seen: Seen;
  onChange: (seen: Seen) => void;
  /** The partner has seen a value in this cell already. */
  wasShown: boolean;
  twoKeys: boolean;
};

/** Whether the partner sees the value that is entered, with one sentence of what that means. */
export function PartnerSees({ seen, onChange, wasShown, twoKeys }: SeesProps) {
  const { parties, me } = useAlliance();
  const who = list(parties.filter((party) => party.kind === 'partner' && party.id !== me.party).map((party) => party.name));
  const whom = { who: who || t('keys.thePartner', 'The partner') };
  const sentence = {
    value: '',
    light: t('seen.lightIs', '{who} sees the light of this value, and never the value.', whom),
    nothing: t('seen.nothingIs', '{who} sees that the value is not shared: neither the value nor its light.', whom),
  }[seen];
  const more = [
    seen !== 'value' && wasShown ? t('seen.was', 'The value that stood there stays in the history.') : '',
    seen !== 'value' && twoKeys ? t('seen.noKeys', 'Nobody is asked to accept it.') : '',
  ];
  return (
    <>
      <Select
        label={t('seen.label', 'What the partner sees')}
        options={[
          { id: 'value', label: t('seen.value', 'The value and its light') },
          { id: 'light', label: t('seen.light', 'Show only the light') },
          { id: 'nothing', label: t('seen.nothing', 'Show neither') },
        ]}
        value={seen}
        onChange={onChange}
      />
      {sentence ? (
        <p className="entry-wide entry-seen">
          <Icon name="lock" size={15} /> <span>{[sentence, ...more].filter(Boolean).join(' ')}</span>
        </p>
      ) : null}
    </>
  );
}
