import { useState } from 'react';
import { tryEdit } from '@/api/edits';
import type { Id, MapView } from '@/api/types';
import { Button, ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { SampleButton } from '@/exchange/SampleButton';
import { t } from '@/i18n/t';
import { MapPicture } from '@/pictures/map/picture';
import { NewObjective } from './edit/NewObjective';
import { firstTheme, standardLanes } from './edit/parts';
import { sampleMap } from './sample-map';

type EmptyProps = { map: MapView; slug: string; onMade: (id: Id) => void; onEdit: () => void };

/** A map without objectives: the finished thing in faint, a sentence, and how to begin. */
export function MapEmpty({ map, slug, onMade, onEdit }: EmptyProps) {
  const [open, setOpen] = useState(false);
  const [framing, setFraming] = useState(false);
  // What was written down already is shown as it is; before that, what a finished map looks like.
  const own =
    map.themes.length > 0 || map.values.length > 0 || map.wins.some((band) => band.items.length > 0);
  const bare = framing || (map.lanes.length === 0 && map.themes.length === 0);

  async function frame() {
    const path = `/alliances/${map.alliance.id}`;
    setFraming(true);
    for (const [position, lane] of standardLanes().entries())
      await tryEdit({ method: 'POST', path: `${path}/perspectives`, body: { ...lane, position } });
    await tryEdit({
      method: 'POST',
      path: `${path}/themes`,
      body: { name: firstTheme(), colour: 1 },
      said: t('map.framed', 'Perspectives and a first theme are there'),
    });
    setFraming(false);
  }

  const acts = map.rights.edit_draft ? (
    <>
      {bare ? (
        <Button look="primary" isPending={framing} onPress={() => void frame()}>
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
      {own ? (
        <section className="card map-begin">
          <div>
            <h2>{t('map.beginTitle', 'The frame stands: now its objectives')}</h2>
            <p className="soft">
              {t('map.begin', 'What do you want to achieve together? Each objective becomes a card in its perspective.')}
            </p>
          </div>
          <div className="row">{acts}</div>
        </section>
      ) : null}
      {own ? (
        <div className="map-sheet map-begin-sheet">
          <MapPicture map={map} />
        </div>
      ) : (
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
      )}
      <NewObjective map={map} near={null} isOpen={open} onClose={() => setOpen(false)} onMade={onMade} />
    </>
  );
}
