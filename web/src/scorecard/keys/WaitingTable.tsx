import '@/alliance/link-button.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmissionRow } from '@/api/types';
import { t } from '@/i18n/t';
import { LightPill } from '@/pictures';
import { useAlliance, useSlug } from '@/shell/alliance-context';
import { SayButtons } from './SayButtons';
import { exact, rowKey } from './words';

type WaitingProps = {
  /** The values by measure. */
  groups: SubmissionRow[][];
  chosen: ReadonlySet<string>;
  choose: (keys: readonly string[], on: boolean) => void;
};

/** What waits for the viewer's word: measure by measure, each value with the one before it, its target and its light. */
export function WaitingTable({ groups, chosen, choose }: WaitingProps) {
  const rows = groups.flat();
  return (
    <div className="table-wrap keys-table">
      <table className="table">
        <caption className="visually-hidden">{t('keys.caption', 'Values that wait for your word')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="keys-measure-head">
                <Tick label={t('keys.all', 'All values')} keys={rows.map(rowKey)} chosen={chosen} choose={choose} />
                {t('score.measure', 'Measure')}
              </span>
            </th>
            <td className="keys-tick" />
            <th scope="col">{t('chart.period', 'Period')}</th>
            <th scope="col" className="numeric">
              {t('keys.before', 'Before')}
            </th>
            <th scope="col" className="numeric">
              {t('score.value', 'Value')}
            </th>
            <th scope="col">{t('chart.targetHead', 'Target')}</th>
            <th scope="col">{t('score.light', 'Light')}</th>
            <th scope="col">{t('entry.note', 'Note')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('keys.acts', 'Your word')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group[0]?.measure} group={group} chosen={chosen} choose={choose} />
        ))}
      </table>
    </div>
  );
}

/** More than this many values of one measure are folded. */
const shown_first = 3;

function useFolded(group: SubmissionRow[]) {
  const [all, setAll] = useState(false);
  const folds = !all && group.length > shown_first + 1;
  return { shown: folds ? group.slice(0, shown_first) : group, hidden: folds ? group.length - shown_first : 0, unfold: () => setAll(true) };
}

type GroupProps = Omit<WaitingProps, 'groups'> & { group: SubmissionRow[] };

function Unfold({ hidden, unfold, name }: { hidden: number; unfold: () => void; name: string }) {
  if (hidden === 0) return null;
  const label = t('keys.earlier', 'Show {n} earlier', { n: hidden });
  return (
    <button type="button" className="link-button" aria-label={`${label}: ${name}`} onClick={unfold}>
      {label}
    </button>
  );
}

/** The values of one measure; of many the newest, until one asks for the others. */
function Group({ group, chosen, choose }: GroupProps) {
  const { shown, hidden, unfold } = useFolded(group);
  const [first] = group;
  if (!first) return null;
  return (
    <tbody>
      {shown.map((row, index) => (
        <tr key={rowKey(row)}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={shown.length} className="keys-measure">
              <span className="keys-measure-head">
                {group.length > 1 ? (
                  <Tick
                    label={allOf(group)}
                    keys={group.map(rowKey)}
                    chosen={chosen}
                    choose={choose}
                  />
                ) : null}
                <MeasureOf row={row} />
              </span>
              <Unfold hidden={hidden} unfold={unfold} name={row.name} />
            </th>
          ) : null}
          <td className="keys-tick">
            <Tick label={named(row)} keys={[rowKey(row)]} chosen={chosen} choose={choose} />
          </td>
          <td className="keys-period">{row.label}</td>
          <td className="numeric soft number">{exact(row.before, '')}</td>
          <td className="numeric keys-value">
            <b className="number">{exact(row.value, row.unit)}</b>
            <span className="keys-from">{t('keys.from', 'from {giver}', { giver: row.giver })}</span>
          </td>
          <td className="soft">{row.target}</td>
          <td>
            <LightPill state={{ light: row.light }} />
          </td>
          <td className="keys-note">{row.note}</td>
          <td>
            <Say row={row} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** The same on a phone: a card for each value. */
export function WaitingCards({ groups, chosen, choose }: WaitingProps) {
  const rows = groups.flat();
  return (
    <>
      {rows.length > 1 ? (
        <Tick text label={t('keys.all', 'All values')} keys={rows.map(rowKey)} chosen={chosen} choose={choose} />
      ) : null}
      {groups.map((group) => (
        <CardGroup key={group[0]?.measure} group={group} chosen={chosen} choose={choose} />
      ))}
    </>
  );
}

function CardGroup({ group, chosen, choose }: GroupProps) {
  const { shown, hidden, unfold } = useFolded(group);
  const [first] = group;
  if (!first) return null;
  return (
    <section className="keys-card">
      <div className="keys-measure-head">
        <Tick
          label={group.length > 1 ? allOf(group) : named(first)}
          keys={group.map(rowKey)}
          chosen={chosen}
          choose={choose}
        />
        <MeasureOf row={first} />
      </div>
      <ul>
        {shown.map((row) => (
          <li key={rowKey(row)} className="keys-card-line">
            <div className="keys-card-value">
              {group.length > 1 ? <Tick label={named(row)} keys={[rowKey(row)]} chosen={chosen} choose={choose} /> : null}
              <span className="keys-card-figure">
                <b className="number">{exact(row.value, row.unit)}</b>
                <span className="keys-from">
                  {row.label} · {t('keys.from', 'from {giver}', { giver: row.giver })}
                </span>
              </span>
              <LightPill state={{ light: row.light }} />
            </div>
            <p className="small soft">
              {[
                row.target && t('map.panel.target', 'target {target}', { target: row.target }),
                row.before === null ? '' : t('keys.beforeWas', 'before {value}', { value: exact(row.before, '') }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {row.note ? <p className="keys-note">{row.note}</p> : null}
            <Say row={row} />
          </li>
        ))}
      </ul>
      <Unfold hidden={hidden} unfold={unfold} name={first.name} />
    </section>
  );
}

const allOf = (group: SubmissionRow[]) =>
  t('keys.allOf', 'All {n} values of {name}', { n: group.length, name: group[0]?.name ?? '' });
const named = (row: SubmissionRow) => t('keys.one', '{name}, {period}', { name: row.name, period: row.label });

type TickProps = Omit<WaitingProps, 'groups'> & { label: string; keys: readonly string[]; text?: boolean };

/** A box for one value, or for all of them. */
function Tick({ label, keys, chosen, choose, text = false }: TickProps) {
  const count = keys.filter((key) => chosen.has(key)).length;
  return (
    <label className="keys-box">
      <input
        type="checkbox"
        aria-label={label}
        checked={count === keys.length}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < keys.length;
        }}
        onChange={(event) => choose(keys, event.target.checked)}
      />
      {text ? <span aria-hidden="true">{label}</span> : null}
    </label>
  );
}

/** The measure's name, and what it belongs to. */
export function MeasureOf({ row }: { row: SubmissionRow }) {
  const slug = useSlug();
  return (
    <span className="keys-of">
      <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: row.measure }}>
        {row.name}
      </Link>
      <span className="keys-code">{[row.code, row.objective, row.theme].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

function Say({ row }: { row: SubmissionRow }) {
  const { id } = useAlliance();
  return <SayButtons named alliance={id} about={row} submission={row.submission} words={row.words} />;
}
