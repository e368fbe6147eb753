import './sheet-columns.css';
import { useState } from 'react';
import type { SheetMapping, SheetView } from '@/api/types';
import { Button } from '@/components/Button';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { t } from '@/i18n/t';
import { SheetTable } from './SheetTable';
import { type ColumnPart, choose, firstMapping, headings, inForm, isComplete } from './workbook';

type Props = {
  sheets: readonly SheetView[];
  mapping: SheetMapping;
  name: string;
  busy: boolean;
  onChange: (mapping: SheetMapping) => void;
  onLook: () => void;
  onBack: () => void;
};

/** Which sheet of a workbook, and which of its columns are what. The sheet's beginning shows what is chosen. */
export function SheetColumns({ sheets, mapping, name, busy, onChange, onLook, onBack }: Props) {
  const [more, setMore] = useState(Boolean(mapping.series || mapping.state || mapping.reason));
  const sheet = sheets.find((one) => one.name === mapping.sheet);
  if (!sheet) return null;
  const heads = headings(sheet, mapping.heading);
  const columns = sheet.columns.map((column) => ({
    id: column,
    label: heads.get(column) ? `${column}: ${heads.get(column)}` : column,
  }));
  const optional = [{ id: '', label: t('sheet.none', 'None') }, ...columns];
  const field = (part: ColumnPart, label: string, needed: boolean) => (
    <Select
      label={label}
      options={needed ? columns : optional}
      value={mapping[part] || (needed ? null : '')}
      placeholder={t('sheet.choose', 'Choose a column')}
      onChange={(column) => onChange(column ? choose(mapping, part, column) : { ...mapping, [part]: '' })}
    />
  );
  const rows = mapping.form === 'rows';
  return (
    <section className="card stack sheet" aria-label={t('sheet.columns', 'Columns of {name}', { name })}>
      <div className="sheet-fields">
        {sheets.length > 1 && (
          <Select
            label={t('sheet.sheet', 'Sheet')}
            options={sheets.map((one) => ({
              id: one.name,
              label: one.name,
              ...(one.hidden ? { note: t('sheet.hidden', 'hidden in the workbook') } : {}),
            }))}
            value={mapping.sheet}
            onChange={(other) => {
              const next = sheets.find((one) => one.name === other);
              if (next) onChange({ ...firstMapping(next), unknown: mapping.unknown });
            }}
          />
        )}
        <Select
          label={t('sheet.heading', 'Headings stand in row')}
          options={sheet.numbers.map((row) => ({ id: String(row), label: String(row) }))}
          value={String(mapping.heading)}
          onChange={(row) => onChange({ ...mapping, heading: Number(row) })}
        />
      </div>
      <SegmentedControl
        label={t('sheet.form', 'How the sheet is laid out')}
        segments={[
          { id: 'rows', label: t('sheet.rows', 'A row for each value') },
          { id: 'grid', label: t('sheet.grid', 'A column for each period') },
        ]}
        value={mapping.form}
        onChange={(form) => onChange(inForm(mapping, form, sheet))}
      />
      <div className="sheet-fields">
        {field('measure', t('sheet.measure', 'Measure (code or name)'), true)}
        {rows && field('period', t('sheet.period', 'Period'), true)}
        {rows && field('value', t('sheet.value', 'Value'), true)}
        {rows && more && field('series', t('sheet.series', 'Series'), false)}
        {rows && more && field('state', t('sheet.state', 'State'), false)}
        {more && field('note', t('sheet.note', 'Note'), false)}
        {more && field('reason', t('sheet.reason', 'Reason of a correction'), false)}
      </div>
      {!more && (
        <Button look="quiet" size="s" icon="plus" className="sheet-more" onPress={() => setMore(true)}>
          {t('sheet.more', 'More columns')}
        </Button>
      )}
      {!rows && (
        <p className="small soft">
          {t('sheet.periods', 'Columns with values: {n}. Their headings are the periods; choose them in the table below.', {
            n: mapping.periods.length,
          })}
        </p>
      )}
      <SheetTable sheet={sheet} mapping={mapping} onChange={onChange} />
      <Switch
        isSelected={mapping.unknown === 'left_out'}
        onChange={(on) => onChange({ ...mapping, unknown: on ? 'left_out' : 'refused' })}
        note={t('sheet.unknown.note', 'Totals and the like. Otherwise each of them has to be mended first.')}
      >
        {t('sheet.unknown', 'Leave out rows whose measure is not known here')}
      </Switch>
      <div className="row create-acts">
        <Button onPress={onBack}>{t('preview.back', 'Another file')}</Button>
        <Button look="primary" isPending={busy} isDisabled={!isComplete(mapping)} onPress={onLook}>
          {t('import.look', 'See what would change')}
        </Button>
      </div>
    </section>
  );
}
