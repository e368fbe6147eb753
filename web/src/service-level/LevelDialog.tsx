import { useState } from 'react';
import { edit } from '@/api/edits';
import type { Frequency, Id } from '@/api/types';
import { ActDialog } from '@/components/ActDialog';
import { DateField } from '@/components/DateField';
import { NumberField } from '@/components/NumberField';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import type { Level, LevelList } from './queries';

type Direction = Level['direction'];
type Choices = Pick<LevelList, 'parties' | 'agreements'>;

const shared = 'shared';
const ours = 'ours';

const frequencies = (): { id: Frequency; label: string }[] => [
  { id: 'day', label: t('level.each.day', 'Each day') },
  { id: 'week', label: t('level.each.week', 'Each week') },
  { id: 'month', label: t('level.each.month', 'Each month') },
  { id: 'quarter', label: t('level.each.quarter', 'Each quarter') },
  { id: 'half', label: t('level.each.half', 'Each half-year') },
  { id: 'year', label: t('level.each.year', 'Each year') },
];

type DialogProps = { slug: string; list: Choices; level?: Level; onClose: () => void };

/** A new service level, or another text for one: who promises what to whom, and what counts as kept. */
export function LevelDialog({ slug, list, level, onClose }: DialogProps) {
  const [name, setName] = useState(level?.name ?? '');
  const [code, setCode] = useState(level?.code ?? '');
  const [promise, setPromise] = useState(level?.promise ?? '');
  const [by, setBy] = useState<Id | null>(level?.by.id ?? list.parties[1]?.id ?? null);
  const [to, setTo] = useState<Id | null>(level?.to.id ?? list.parties[0]?.id ?? null);
  const [place, setPlace] = useState<string>(level?.agreement?.id ?? shared);
  const [direction, setDirection] = useState<Direction>(level?.direction ?? 'at_least');
  const [limit, setLimit] = useState(level?.limit ?? Number.NaN);
  const [limitFrom, setLimitFrom] = useState('');
  const [unit, setUnit] = useState(level?.unit ?? '%');
  const [frequency, setFrequency] = useState<Frequency>(level?.frequency ?? 'month');
  const [starts, setStarts] = useState(level?.starts ?? '');
  const [ends, setEnds] = useState(level?.ends ?? '');
  const moved = level !== undefined && limit !== level.limit;
  const body = {
    name: name.trim(),
    promise: promise.trim(),
    unit: unit.trim(),
    direction,
    frequency,
    ...(by ? { by_party: by } : {}),
    ...(to ? { to_party: to } : {}),
    ...(code.trim() ? { code: code.trim() } : {}),
    ...(starts ? { starts } : {}),
    ...(Number.isFinite(limit) && (!level || moved) ? { limit, ...(limitFrom ? { limit_from: limitFrom } : {}) } : {}),
  };
  const parties = list.parties.map((one) => ({ id: one.id, label: one.name }));
  return (
    <ActDialog
      title={level ? t('level.change', 'Change {code}', { code: level.code }) : t('level.add', 'Add service level')}
      act={level ? t('edit.save', 'Save') : t('edit.add', 'Add')}
      width="m"
      fields={['name', 'code', 'promise', 'by_party', 'to_party', 'agreement', 'direction', 'limit', 'limit_from', 'unit', 'frequency', 'starts', 'ends']}
      ready={name.trim() !== ''}
      onClose={onClose}
      onSubmit={() =>
        level
          ? edit({
              method: 'PATCH',
              path: `/service-levels/${level.id}`,
              version: level.version,
              body: { ...body, ends: ends || null },
              said: t('edit.changed', 'Changed'),
            })
          : edit({
              method: 'POST',
              path: `/alliances/${slug}/service-levels`,
              body: {
                ...body,
                ...(ends ? { ends } : {}),
                ...(place === ours ? { private: true } : place === shared ? {} : { agreement: place }),
              },
              said: t('parts.added', '“{name}” added', { name: name.trim() }),
            })
      }
    >
      {(field) => (
        <>
          <div className="form-pair level-named">
            <TextField autoFocus label={t('level.name', 'Name')} value={name} onChange={setName} error={field('name')} isRequired />
            <TextField optional label={t('level.code', 'Code')} value={code} onChange={setCode} error={field('code')} />
          </div>
          <TextField optional rows={2} label={t('level.promise', 'What exactly is promised')} value={promise} onChange={setPromise} error={field('promise')} />
          <div className="form-pair">
            <Select label={t('level.byWhom', 'Who promises')} options={parties} value={by} onChange={setBy} error={field('by_party')} />
            <Select label={t('level.toWhom', 'To whom')} options={parties} value={to} onChange={setTo} error={field('to_party')} />
          </div>
          {!level && (
            <Select
              label={t('level.belongs', 'Belongs to')}
              options={[
                ...list.agreements.map((one) => ({ id: one.id, label: one.name, note: t('level.seenByParties', 'Only its parties see it') })),
                { id: shared, label: t('level.noAgreement', 'No agreement of its own'), note: t('level.seenByAll', 'All parties see it') },
                { id: ours, label: t('level.ours', 'Only us'), note: t('level.seenByUs', 'Your side keeps it to itself') },
              ]}
              value={place}
              onChange={setPlace}
              error={field('agreement')}
            />
          )}
          <div className="form-pair">
            <Select
              label={t('level.direction', 'Kept when the value is')}
              options={[
                { id: 'at_least', label: t('level.atLeast', 'at least the limit (≥)') },
                { id: 'at_most', label: t('level.atMost', 'at most the limit (≤)') },
              ]}
              value={direction}
              onChange={setDirection}
              error={field('direction')}
            />
            <NumberField label={t('level.limit', 'Limit')} value={limit} onChange={setLimit} error={field('limit')} isRequired />
          </div>
          {moved && (
            <DateField
              optional
              label={t('level.limitFrom', 'The new limit holds from')}
              hint={t('level.limitFromHint', 'Earlier periods stay judged by the earlier limit. Without a day: from today.')}
              value={limitFrom}
              onChange={setLimitFrom}
              error={field('limit_from')}
            />
          )}
          <div className="form-pair">
            <TextField optional label={t('level.unit', 'Unit')} value={unit} onChange={setUnit} error={field('unit')} />
            <Select label={t('level.frequency', 'Reported')} options={frequencies()} value={frequency} onChange={setFrequency} error={field('frequency')} />
          </div>
          <div className="form-pair">
            <DateField optional label={t('level.starts', 'From')} value={starts} onChange={setStarts} error={field('starts')} />
            <DateField optional label={t('level.ends', 'Until')} value={ends} onChange={setEnds} error={field('ends')} />
          </div>
        </>
      )}
    </ActDialog>
  );
}
