import { useQuery } from '@tanstack/react-query';
import { scorecardQuery } from '@/api/queries';
import type { Id, InitiativeView } from '@/api/types';
import { ComboBox } from '@/components/ComboBox';
import { NumberField } from '@/components/NumberField';
import { Select } from '@/components/Select';
import { t } from '@/i18n/t';
import { useAt } from '@/shell/alliance-context';
import { ListDialog, ListRow } from './ListDialog';
import { at, type RowErrors, useRows } from './rows';

type Fields = { measure: Id | null; sign: 'up' | 'down'; size: number; lag_months: number };

/** The measures that an initiative is meant to move: which, up or down, by how much, and after how long. */
export function MovesDialog({
  initiative,
  slug,
  onClose,
}: {
  initiative: InitiativeView;
  slug: string;
  onClose: () => void;
}) {
  const { data: card } = useQuery(scorecardQuery(slug, useAt()));
  const measures = card?.themes.flatMap((theme) => theme.objectives.flatMap((one) => one.measures)) ?? [];
  // Those that it moves already come first: they are in the list even before the scorecard is here.
  const known = new Map<Id, { code: string; name: string; unit: string }>();
  for (const move of initiative.moves) known.set(move.measure, move);
  for (const measure of measures) known.set(measure.id, measure);
  const options = [...known].map(([id, one]) => ({ id, label: `${one.code} ${one.name}` }));
  const list = useRows<Fields>(
    initiative.moves.map(({ measure, sign, size, lag_months }) => ({
      measure,
      sign,
      size: size ?? Number.NaN,
      lag_months,
    })),
    {
      path: `/initiatives/${initiative.id}`,
      version: initiative.version,
      list: 'moves',
      said: t('moves.saved', 'Saved what it is meant to move'),
    },
  );

  async function save() {
    const wrong: RowErrors = {};
    for (const [index, { measure }] of list.rows.entries()) {
      if (!measure) wrong[at(index, 'measure')] = t('moves.needMeasure', 'Choose a measure.');
      else if (list.rows.findIndex((row) => row.measure === measure) < index)
        wrong[at(index, 'measure')] = t('moves.twice', 'This measure stands above already.');
    }
    const items = list.rows.map(({ measure, sign, size, lag_months }) => ({
      measure,
      sign,
      size: Number.isFinite(size) ? size : null,
      lag_months: Number.isFinite(lag_months) ? lag_months : 0,
    }));
    if (await list.save(wrong, items)) onClose();
  }

  return (
    <ListDialog
      title={t('initiative.moves', 'What it is meant to move')}
      empty={t('initiative.movesNone', 'No measure is named yet: progress alone shows nothing.')}
      add={{
        label: t('moves.add', 'Add measure'),
        onPress: () => list.add({ measure: null, sign: 'up', size: Number.NaN, lag_months: 0 }),
      }}
      error={list.errors.form}
      busy={list.busy}
      onClose={onClose}
      onSave={() => void save()}
    >
      {card
        ? list.rows.map((row, index) => {
            const measure = row.measure ? known.get(row.measure) : undefined;
            return (
              <ListRow
                key={row.key}
                className="list-row-move"
                name={measure?.name ?? t('moves.this', 'this measure')}
                onRemove={() => list.remove(row.key)}
              >
                <ComboBox
                  label={t('moves.measure', 'Measure')}
                  options={options}
                  value={row.measure}
                  onChange={(id) => list.set(row.key, { measure: id })}
                  error={list.errors[at(index, 'measure')]}
                />
                <Select
                  label={t('moves.sign', 'It should')}
                  options={[
                    { id: 'up', label: t('moves.up', 'rise') },
                    { id: 'down', label: t('moves.down', 'fall') },
                  ]}
                  value={row.sign}
                  onChange={(sign) => list.set(row.key, { sign })}
                />
                <NumberField
                  optional
                  label={t('moves.size', 'By')}
                  minValue={0}
                  value={row.size}
                  onChange={(size) => list.set(row.key, { size })}
                  error={list.errors[at(index, 'size')]}
                  {...(measure?.unit ? { unit: measure.unit } : {})}
                />
                <NumberField
                  label={t('moves.lag', 'After')}
                  unit={t('moves.months', 'months')}
                  minValue={0}
                  maxValue={120}
                  value={row.lag_months}
                  onChange={(lag_months) => list.set(row.key, { lag_months })}
                  error={list.errors[at(index, 'lag_months')]}
                />
              </ListRow>
            );
          })
        : []}
    </ListDialog>
  );
}
