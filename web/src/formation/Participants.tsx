import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { peopleQuery } from '@/api/queries';
import type { Id } from '@/api/types';
import { IconButton } from '@/components/Button';
import { Chooser } from '@/components/Chooser';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';

export type Participant = { id: Id; name: string; party: Id; party_name: string };

/** Who takes part: nobody until chosen, each found by typing. */
export function Participants({ chosen, onChange }: { chosen: readonly Participant[]; onChange: (chosen: Participant[]) => void }) {
  const { slug, parties } = useAlliance();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useInfiniteQuery({ ...peopleQuery(slug, q ? { q } : {}), enabled: asked });
  const members = (data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ state, person }) => state === 'confirmed' && !chosen.some((one) => one.id === person.id),
  );
  return (
    <div className="field">
      <span className="field-label">{t('workshop.participants', 'Participants')}</span>
      {chosen.length ? (
        <ul className="participants">
          {chosen.map((one) => {
            const party = parties.find(({ id }) => id === one.party);
            return (
              <li key={one.id} className="participant">
                {party ? <PartnerMark mark={party.mark} size={18} /> : null}
                <span>{one.name}</span>
                <IconButton
                  size="s"
                  icon="close"
                  label={t('workshop.without', 'Without {name}', { name: one.name })}
                  onPress={() => onChange(chosen.filter(({ id }) => id !== one.id))}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
      <Chooser
        label={t('workshop.addParticipant', 'Add a participant')}
        value=""
        placeholder={t('workshop.findParticipant', 'Find a person by name')}
        canEdit
        none=""
        onOpen={() => {
          setTyped('');
          setAsked(true);
        }}
        onType={setTyped}
        isLoading={isFetching}
        options={members.map(({ person, organisation_name, mark }) => ({
          id: person.id,
          label: person.name,
          note: [person.title, organisation_name].filter(Boolean).join(', '),
          picture: <PartnerMark mark={mark} size={20} />,
        }))}
        onChoose={async (id) => {
          const found = members.find(({ person }) => person.id === id);
          if (!found) return;
          const { person, party, organisation_name } = found;
          onChange([...chosen, { id: person.id, name: person.name, party, party_name: organisation_name }]);
        }}
      />
    </div>
  );
}
