import { useQuery } from '@tanstack/react-query';
import { agreementsQuery } from '@/agreement/queries';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useSlug } from '@/shell/alliance-context';

/** Where something new lies: with all, with one's own side, or with the parties to an agreement (its space). */
export type Place = 'shared' | 'private' | (string & {});

/** What is sent for it. */
export const placed = (place: Place) =>
  place === 'shared' ? {} : place === 'private' ? { private: true } : { space: place };

type ChoiceProps = { value: Place; onChange: (place: Place) => void; canBePrivate: boolean };

/** Who will see something new; without an agreement in force it is a switch between all and oneself. */
export function SpaceChoice({ value, onChange, canBePrivate }: ChoiceProps) {
  const { data } = useQuery(agreementsQuery(useSlug()));
  const agreements = data?.items.filter((one) => one.state === 'in_force' && !one.over) ?? [];
  if (agreements.length === 0)
    return canBePrivate ? (
      <Switch
        isSelected={value === 'private'}
        onChange={(on) => onChange(on ? 'private' : 'shared')}
        note={t('edit.onlyUsNote', 'The other side does not see it until you share it.')}
      >
        {t('edit.onlyUs', 'Only us')}
      </Switch>
    ) : null;
  return (
    <Select
      label={t('space.who', 'Who sees it')}
      options={[
        { id: 'shared', label: t('space.all', 'Every party') },
        ...agreements.map((one) => ({ id: one.space, label: one.name, note: list(one.parties.map((party) => party.name)) })),
        ...(canBePrivate
          ? [{ id: 'private', label: t('edit.onlyUs', 'Only us'), note: t('edit.onlyUsNote', 'The other side does not see it until you share it.') }]
          : []),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
