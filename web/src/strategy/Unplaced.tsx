import './unplaced.css';
import type { MapView } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { Select } from '@/components/Select';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { changeObjective } from './edit/act';

/** The objectives that stand in no perspective yet, as after an import: where each belongs is said here, above the map. */
export function Unplaced({ map, slug }: { map: MapView; slug: string }) {
  const { parties, me } = useAlliance();
  const own = parties.find((party) => party.id === me.party)?.name ?? '';
  const lane = map.lanes.find((one) => one.unplaced);
  const cards = lane ? map.cards.filter((card) => card.lane === lane.id) : [];
  const waiting = parties.filter((party) => party.state === 'invited');
  if (cards.length === 0 || !map.rights.edit_draft) return null;
  const lanes = map.lanes
    .filter((one) => !one.unplaced)
    .sort((a, b) => b.position - a.position)
    .map(({ id, name }) => ({ id, label: name }));
  return (
    <details className="card unplaced" open>
      <summary>
        <h2>
          {t('unplaced.title', '{n} {n|objective is|objectives are} not placed yet', { n: cards.length })}
        </h2>
      </summary>
      <p className="soft">
        {t(
          'unplaced.text',
          'Say for each in which perspective it belongs: it moves there at once. Then draw what helps what, under “Edit map”.',
        )}
      </p>
      <ul className="unplaced-list">
        {cards.map((card) => (
          <li key={card.id}>
            <LightMark state={card.judgement} size={18} label />
            <span className="unplaced-title">
              <span className="faint">{card.code}</span> {card.title}
            </span>
            <Select
              bare
              className="unplaced-lane"
              label={t('unplaced.lane', 'Perspective of {code}', { code: card.code })}
              placeholder={t('unplaced.choose', 'Belongs to …')}
              options={lanes}
              value={null}
              onChange={(perspective) =>
                void changeObjective(
                  card,
                  { perspective },
                  t('edit.movedLane', '{code} moved to {lane}', {
                    code: card.code,
                    lane: lanes.find((one) => one.id === perspective)?.label ?? '',
                  }),
                )
              }
            />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && map.rights.manage_members ? (
        <p className="row unplaced-next">
          <span className="soft">
            {t('unplaced.alone', 'You stand here as {own}. Your partner has still to be invited.', { own })}
          </span>
          <ButtonLink size="s" icon="people" to="/a/$alliance/people" params={{ alliance: slug }}>
            {t('overview.blank.invite', 'Invite the partner')}
          </ButtonLink>
        </p>
      ) : null}
    </details>
  );
}
