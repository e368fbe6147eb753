import { useState } from 'react';
import type { Id, MapView } from '@/api/types';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { NewObjective } from './NewObjective';
import { PartsDialog } from './PartsDialog';

type Card = MapView['cards'][number];
type BarProps = { map: MapView; slug: string; selected: Card | null; onMade: (id: Id) => void };

/** What one can do while editing, how to do it, and the server's advice. */
export function EditBar({ map, selected, onMade }: BarProps) {
  const [open, setOpen] = useState<'objective' | 'parts' | null>(null);
  return (
    <div className="map-edit-bar">
      <Button size="s" look="primary" icon="plus" onPress={() => setOpen('objective')}>
        {t('edit.addObjective', 'Add objective')}
      </Button>
      <Button size="s" icon="settings" onPress={() => setOpen('parts')}>
        {t('edit.parts', 'Perspectives, themes, wins, values')}
      </Button>
      <p className="small soft">
        {t('edit.how', 'Drag a card to move it, or its dot to link it. By keyboard: open a card and use its fields.')}
      </p>
      {map.advice.map((line) => (
        <p key={line} className="map-advice small">
          <Icon name="info" size={16} />
          {line}
        </p>
      ))}
      <NewObjective
        map={map}
        near={selected}
        isOpen={open === 'objective'}
        onClose={() => setOpen(null)}
        onMade={onMade}
      />
      <PartsDialog map={map} isOpen={open === 'parts'} onClose={() => setOpen(null)} />
    </div>
  );
}
