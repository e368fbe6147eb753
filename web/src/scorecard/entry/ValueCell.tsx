import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { MeasureRow } from '@/api/types';
import { unitFor } from '@/i18n/quantity';
import { t } from '@/i18n/t';
import { isDay, valueText } from '@/pictures';
import { useSlug } from '@/shell/alliance-context';
import { type Filters, keepMoment } from '@/shell/filters';
import type { Entry } from './useEntry';
import { entryCell, isWithheld } from './value';

/** A value as one would type it: without the marks between thousands, the decimals after a point. */
export const typedText = (value: MeasureRow['value']) => (typeof value === 'number' || isDay(value) ? String(value) : valueText(value));

type ValueProps = { measure: MeasureRow; entry: Entry };

const focusCell = (id: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-value-of="${CSS.escape(id)}"]`)?.focus());

/** The measure's value as it is read: "41.5 %", or why there is none. */
export function shownValue(measure: MeasureRow): string {
  const { state } = measure.judgement;
  if (measure.value === null || measure.value === undefined)
    return (
      (
        {
          missing: t('cell.missing', 'missing'),
          pending: t('cell.pending', 'no value yet'),
          na: t('cell.na', 'n/a'),
          withheld: t('cell.withheld', 'not shared'),
          unscored: t('cell.unscored', 'in words'),
          error: t('cell.error', 'error'),
        } as Record<string, string>
      )[state] ?? '–'
    );
  return valueText(measure.value, typeof measure.value === 'number' ? measure.decimals : null);
}

/** A value that is edited where it stands. Enter saves, Tab saves and goes on, Esc gives up; a column can be pasted. */
export function ValueCell({ measure, entry }: ValueProps) {
  const draft = entry.drafts.get(measure.id);
  const field = useRef<HTMLInputElement>(null);
  const slug = useSlug();
  const editing = draft !== undefined;
  const cell = entryCell(measure);
  const many = entry.drafts.size > 1;
  const label = t('cell.label', '{name}, {period}', { name: measure.name, period: cell?.label ?? '' });

  useEffect(() => {
    if (editing && !many) field.current?.select();
  }, [editing, many]);

  if (!measure.may_enter || !cell)
    return (
      <span className="value-shown number">
        {shownValue(measure)} <Unit measure={measure} />
      </span>
    );
  // Typed here, a withheld value would be shown to the partner: it is changed where one says what the partner sees.
  if (isWithheld(cell))
    return (
      <Link
        className="value-cell number"
        to="/a/$alliance/m/$measure"
        params={{ alliance: slug, measure: measure.id }}
        search={((old: Filters) => ({ ...(keepMoment as unknown as (o: Filters) => Filters)(old), enter: cell.period })) as never}
        aria-label={t('cell.withheldEnter', '{label}: {value}. Change it on its page', { label, value: shownValue(measure) })}
      >
        {shownValue(measure)} <Unit measure={measure} />
      </Link>
    );
  if (!editing)
    return (
      <button
        type="button"
        className="value-cell number"
        data-value-of={measure.id}
        data-empty={measure.value === null ? '' : undefined}
        aria-label={t('cell.enter', '{label}: {value}. Enter a value', {
          label,
          value: `${shownValue(measure)} ${measure.value === null ? '' : measure.unit}`.trim(),
        })}
        onClick={() => entry.set(measure.id, cell.state === 'value' ? typedText(cell.value) : '')}
      >
        {shownValue(measure)} <Unit measure={measure} />
      </button>
    );

  async function go(step: 1 | -1) {
    const next = entry.next(measure.id, step);
    if (!(await entry.save([measure.id]))) return;
    focusCell(next ?? measure.id);
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      entry.drop(measure.id);
      focusCell(measure.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void entry.save(many ? undefined : [measure.id]).then((saved) => saved && focusCell(measure.id));
    } else if (event.key === 'Tab' && !many && !entry.askReason && draft && draft.text !== '') {
      event.preventDefault();
      void go(event.shiftKey ? -1 : 1);
    }
  }

  return (
    <span className="value-edit">
      <input
        ref={field}
        className="value-input number"
        data-value-of={measure.id}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={Boolean(draft.error)}
        value={draft.text}
        onChange={(event) => entry.set(measure.id, event.target.value)}
        onKeyDown={keys}
        onPaste={(event) => {
          if (entry.paste(measure.id, event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
        onBlur={(event) => {
          // Leaving without a change closes the field; what was typed stays until it is saved or dropped.
          const before = cell.state === 'value' ? typedText(cell.value) : '';
          if (!entry.busy && event.target.value === before) entry.drop(measure.id);
        }}
      />
      {draft.error ? (
        <span role="alert" className="field-error value-error">
          {draft.error}
        </span>
      ) : null}
    </span>
  );
}

/** The unit after the value: "award" after 1, "awards" after 2. */
export function Unit({ measure }: { measure: MeasureRow }) {
  if (measure.value === null || !measure.unit || isDay(measure.value)) return null;
  const one = typeof measure.value === 'number' ? measure.value : null;
  return <span className="value-unit">{unitFor(one, measure.unit)}</span>;
}
