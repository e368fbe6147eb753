import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { peopleQuery } from '@/api/queries';
import type { Id, PersonRef } from '@/api/types';
import { Chooser } from '@/components/Chooser';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';

/** What the toast says once an owner is chosen. */
export const ownerSaid = (owner: Id | null) =>
  owner ? t('owner.set', 'Owner chosen') : t('owner.gone', 'No owner any more');

type PersonChooserProps = {
  slug: string;
  label: string;
  person: PersonRef | null;
  placeholder: string;
  canEdit: boolean;
  onChoose: (person: Id | null) => Promise<unknown>;
};

/** Chooses one of the alliance's people, by typing a part of a name, title or address. */
export function PersonChooser({ slug, label, person, placeholder, canEdit, onChoose }: PersonChooserProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useInfiniteQuery({
    ...peopleQuery(slug, q ? { q } : {}),
    enabled: canEdit && asked,
  });
  const members = data?.pages.flatMap((page) => page.items) ?? [];
  // Titles and addresses are searched too, but who is called so comes first.
  const called = (name: string) => name.toLowerCase().split(/[\s-]+/).some((word) => word.startsWith(q.toLowerCase()));
  return (
    <Chooser
      label={label}
      value={person?.name ?? ''}
      placeholder={placeholder}
      canEdit={canEdit}
      none={t('chooser.nobody', 'Nobody')}
      onOpen={() => {
        setTyped('');
        setAsked(true);
      }}
      onType={setTyped}
      isLoading={isFetching}
      options={members
        .filter((member) => member.state === 'confirmed')
        .sort((a, b) => Number(called(b.person.name)) - Number(called(a.person.name)))
        .map((member) => ({
          id: member.person.id,
          label: member.person.name,
          note: [member.person.title, member.organisation_name].filter(Boolean).join(', '),
          picture: <PartnerMark mark={member.mark} size={20} />,
        }))}
      onChoose={onChoose}
    />
  );
}
