import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { edit, tryEdit } from '@/api/edits';
import { meQuery, peopleQuery } from '@/api/queries';
import type { Id } from '@/api/types';
import { IconButton } from '@/components/Button';
import { Chooser } from '@/components/Chooser';
import { Icon } from '@/components/Icon';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import type { Signatory } from './queries';

/** Who may sign for which organisation. An administrator names people of the own one, and never oneself. */
export function Signatories({ items }: { items: Signatory[] }) {
  const { slug, parties } = useAlliance();
  const me = useSuspenseQuery(meQuery).data;
  const partners = parties.filter((one) => one.kind === 'partner' && one.state === 'confirmed');
  return (
    <section className="card signatories" aria-labelledby="signatories-title">
      <h2 id="signatories-title">{t('signatories', 'Who may sign')}</h2>
      {partners.map((party) => {
        const own = party.organisation === me.organisation.id;
        const named = items.filter((one) => one.organisation === party.name || (own && one.organisation === me.organisation.name));
        return (
          <div key={party.id} className="signatory-party">
            <h3>
              <PartnerMark mark={party.mark} size={18} /> {party.name}
            </h3>
            {named.length === 0 && (
              <p className="small soft signatory-none">
                <Icon name="info" size={16} />
                {t('signatories.none', 'Nobody yet, so nothing can be ratified.')}
              </p>
            )}
            <ul>
              {named.map((one) => (
                <li key={one.person}>
                  <span>
                    {one.name}
                    <span className="small soft">
                      {t('signatories.by', 'named by {name}, {day}', { name: one.named_by, day: date(one.named_at) })}
                    </span>
                  </span>
                  {own && me.administrator && one.person !== me.person.id && (
                    <IconButton
                      icon="close"
                      size="s"
                      label={t('signatories.end', '{name} may not sign any more', { name: one.name })}
                      onPress={() =>
                        void tryEdit({
                          method: 'DELETE',
                          path: pathOf(slug, one.person),
                          said: t('signatories.ended', '{name} may not sign any more', { name: one.name }),
                        })
                      }
                    />
                  )}
                </li>
              ))}
            </ul>
            {own && me.administrator && (
              <NameOne slug={slug} party={party.id} without={[me.person.id, ...named.map((one) => one.person)]} />
            )}
          </div>
        );
      })}
      <p className="small faint">
        {t(
          'signatories.text',
          'An administrator of each organisation says who may bind it, and cannot name oneself. Signing takes the password once more.',
        )}
      </p>
    </section>
  );
}

const pathOf = (slug: string, person: Id) => `/alliances/${slug}/signatories/${person}`;

/** Chooses among the party's alliance managers and sponsors: the roles that may sign once they are named. */
function NameOne({ slug, party, without }: { slug: string; party: Id; without: Id[] }) {
  const [asked, setAsked] = useState(false);
  const managers = useInfiniteQuery({ ...peopleQuery(slug, { party, role: 'alliance_manager' }), enabled: asked });
  const sponsors = useInfiniteQuery({ ...peopleQuery(slug, { party, role: 'sponsor' }), enabled: asked });
  const found = [managers, sponsors].flatMap((query) => query.data?.pages.flatMap((page) => page.items) ?? []);
  const people = new Map(
    found
      .filter((one) => one.state === 'confirmed' && !without.includes(one.person.id))
      .map((one) => [one.person.id, one]),
  );
  return (
    <Chooser
      label={t('signatories.add', 'Name somebody who may sign')}
      value=""
      placeholder={t('signatories.addOne', 'Name somebody')}
      canEdit
      none=""
      onOpen={() => setAsked(true)}
      isLoading={managers.isFetching || sponsors.isFetching}
      options={[...people.values()].map((one) => ({
        id: one.person.id,
        label: one.person.name,
        note: one.person.title,
        picture: <PartnerMark mark={one.mark} size={20} />,
      }))}
      onChoose={(person) =>
        person
          ? edit({
              method: 'PUT',
              path: pathOf(slug, person),
              said: t('signatories.named', 'Named as one who may sign'),
            })
          : Promise.resolve()
      }
    />
  );
}
