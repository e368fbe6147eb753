import type { Id } from '@/api/types';
import { Chooser } from '@/components/Chooser';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';

type PartyChooserProps = {
  label: string;
  party: Id | null;
  canEdit: boolean;
  onChoose: (party: Id | null) => Promise<unknown>;
};

/** Chooses one of the alliance's parties. */
export function PartyChooser({ label, party, canEdit, onChoose }: PartyChooserProps) {
  const { parties } = useAlliance();
  const present = parties.find((one) => one.id === party);
  return (
    <Chooser
      label={label}
      value={present?.name ?? ''}
      picture={present ? <PartnerMark mark={present.mark} size={18} /> : null}
      placeholder={t('party.none', 'no party named')}
      canEdit={canEdit}
      none={t('party.nobody', 'No party')}
      options={parties.map((one) => ({
        id: one.id,
        label: one.name,
        picture: <PartnerMark mark={one.mark} size={20} />,
        ...(one.kind === 'neutral' ? { note: t('party.neutral', 'neutral') } : {}),
      }))}
      onChoose={onChoose}
    />
  );
}
