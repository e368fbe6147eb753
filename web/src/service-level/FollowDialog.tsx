import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { edit } from '@/api/edits';
import { scorecardQuery } from '@/api/queries';
import type { Id } from '@/api/types';
import { ActDialog } from '@/components/ActDialog';
import { ComboBox } from '@/components/ComboBox';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import type { Level } from './queries';

/** The one way by which a service level colours the map: a measure of an objective that follows its values. */
export function FollowDialog({ slug, level, onClose }: { slug: string; level: Level; onClose: () => void }) {
  const { data } = useQuery(scorecardQuery(slug, { basis: 'draft' }));
  const [objective, setObjective] = useState<Id | null>(null);
  const [name, setName] = useState(level.name);
  const options = data?.themes.flatMap((theme) =>
    theme.objectives.map((one) => ({ id: one.id, label: `${one.code} ${one.title}`, note: theme.name })),
  );
  return (
    <ActDialog
      title={t('level.followTitle', 'Make {code} a measure', { code: level.code })}
      act={t('level.followAct', 'Make it a measure')}
      fields={['objective', 'name', 'code']}
      ready={objective !== null && name.trim() !== ''}
      onClose={onClose}
      onSubmit={() =>
        edit({
          method: 'POST',
          path: `/service-levels/${level.id}/measure`,
          version: level.version,
          body: { objective, name: name.trim() },
          said: t('level.followed', '{code} is a measure now', { code: level.code }),
        })
      }
    >
      {(field) => (
        <>
          <p className="soft">
            {t(
              'level.followText',
              'The measure takes the limit, all values and every later one: green on the limit or beyond, otherwise red. Unit and frequency then change here only. It becomes part of the draft, and the partners ratify it like any other.',
            )}
          </p>
          {options && (
            <ComboBox label={t('level.followObjective', 'Objective')} options={options} value={objective} onChange={setObjective} error={field('objective')} />
          )}
          <TextField label={t('level.followName', 'Name of the measure')} value={name} onChange={setName} error={field('name')} />
        </>
      )}
    </ActDialog>
  );
}
