import { useState } from 'react';
import { edit } from '@/api/edits';
import { ActDialog } from '@/components/ActDialog';
import { NumberField } from '@/components/NumberField';
import { t } from '@/i18n/t';
import { type LevelRow, limitWords } from './queries';

/** One value for each service level that waits for one: its oldest period without a value. */
export function EnterDialog({ slug, levels, onClose }: { slug: string; levels: LevelRow[]; onClose: () => void }) {
  const [values, setValues] = useState<Record<string, number>>({});
  const given = levels.filter((one) => Number.isFinite(values[one.id]));
  return (
    <ActDialog
      title={t('level.enterTitle', 'Values of service levels')}
      act={t('level.enterAct', 'Enter {n} {n|value|values}', { n: given.length })}
      width="m"
      fields={given.map((_, index) => `[${index}].value`)}
      onClose={onClose}
      onSubmit={async () => {
        if (given.length === 0) throw new Error(t('level.enterNone', 'Give a value for one of them at least.'));
        return edit({
          method: 'POST',
          path: `/alliances/${slug}/service-level-values`,
          body: given.map((one) => ({ level: one.id, period: one.next?.period, value: values[one.id], version: one.next?.version })),
          said: t('level.entered', '{n} {n|value|values} entered', { n: given.length }),
        });
      }}
    >
      {(field) =>
        levels.map((one) => (
          <NumberField
            key={one.id}
            label={`${one.code} ${one.name}, ${one.next?.label ?? ''}`}
            hint={limitWords(one, one.limit)}
            unit={one.unit}
            value={values[one.id] ?? Number.NaN}
            onChange={(value) => setValues({ ...values, [one.id]: value })}
            error={given.includes(one) ? field(`[${given.indexOf(one)}].value`) : undefined}
          />
        ))
      }
    </ActDialog>
  );
}
