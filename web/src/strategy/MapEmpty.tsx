import { useState } from 'react';
import { tryEdit } from '@/api/edits';
import type { Id, MapView } from '@/api/types';
import { Button, ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { SampleButton } from '@/exchange/SampleButton';
import { t } from '@/i18n/t';
import { MapPicture } from '@/pictures/map/picture';
import { NewObjective } from './edit/NewObjective';
import { sampleMap } from './sample-map';

type EmptyProps = { map: MapView; slug: string; onMade: (id: Id) => void; onEdit: () => void };

const standard = () => [
  {
    name: t('lane.people', 'Employees and organisations'),
    question: t('lane.peopleAsk', 'How must our people and systems grow?'),
  },
  {
    name: t('lane.processes', 'Business processes'),
    question: t('lane.processesAsk', 'What must we do better together?'),
  },
  { name: t('lane.customers', 'Customers'), question: t('lane.customersAsk', 'What do our customers want from us?') },
  { name: t('lane.stakeholders', 'Stakeholders'), question: t('lane.stakeholdersAsk', 'What do both owners gain?') },
];

/** A map without objectives: the finished thing in faint, a sentence, and how to begin. */
export function MapEmpty({ map, slug, onMade, onEdit }: EmptyProps) {
  const [open, setOpen] = useState(false);
  const bare = map.lanes.length === 0 || map.themes.length === 0;

  async function frame() {
    const path = `/alliances/${map.alliance.id}`;
    if (map.lanes.length === 0)
      for (const [position, lane] of standard().entries())
        await tryEdit({ method: 'POST', path: `${path}/perspectives`, body: { ...lane, position } });
    if (map.themes.length === 0)
      await tryEdit({
        method: 'POST',
        path: `${path}/themes`,
        body: { name: t('theme.first', 'Collaboration'), colour: 1 },
        said: t('map.framed', 'Perspectives and a first theme are there'),
      });
  }

  const acts = map.rights.edit_draft ? (
    <>
      {bare ? (
        <Button look="primary" onPress={() => void frame()}>
          {t('map.startFrame', 'Start with the four standard perspectives')}
        </Button>
      ) : (
        <Button
          look="primary"
          icon="plus"
          onPress={() => {
            onEdit();
            setOpen(true);
          }}
        >
          {t('map.start', 'Add the first objective')}
        </Button>
      )}
      <SampleButton alliance={map.alliance.id} />
      <ButtonLink to="/a/$alliance/import" params={{ alliance: slug }}>
        {t('map.import', 'Import a plan')}
      </ButtonLink>
    </>
  ) : null;
  return (
    <>
      <EmptyState
        title={t('map.emptyTitle', 'One page that says how you both win')}
        picture={<MapPicture map={sampleMap} />}
        acts={acts}
      >
        {t(
          'map.empty',
          'Put down what you want to achieve, from people at the foot to owners at the top, and draw what helps what.',
        )}
      </EmptyState>
      <NewObjective map={map} near={null} isOpen={open} onClose={() => setOpen(false)} onMade={onMade} />
    </>
  );
}
