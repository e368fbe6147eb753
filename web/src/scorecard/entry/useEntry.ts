import { useCallback, useMemo, useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { Act, Id, MeasureRow } from '@/api/types';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { columnIn, entryCell, isCorrection, isWithheld, readValue } from './value';

export type Draft = { text: string; error: string | null };
export type Entry = {
  drafts: ReadonlyMap<Id, Draft>;
  reason: string;
  setReason: (reason: string) => void;
  /** Whether one of the drafts would correct a value. */
  needsReason: boolean;
  askReason: boolean;
  note: string;
  setNote: (note: string) => void;
  /** The measures whose value asks for a note, with the server's words. */
  askNote: ReadonlyMap<Id, string>;
  busy: boolean;
  set: (id: Id, text: string) => void;
  drop: (id: Id) => void;
  clear: () => void;
  /** Fills the cells from this one downwards; false where the text is a single value. */
  paste: (id: Id, text: string) => boolean;
  /** Sends what is typed, all or nothing. True when it is saved. */
  save: (ids?: Id[]) => Promise<boolean>;
  next: (id: Id, step: 1 | -1) => Id | null;
};
type Answer = { results: { outcome: string }[]; act: Act };

/** What is being typed into the value cells of a scorecard, from the first key to the server's answer. */
export function useEntry(alliance: Id, measures: readonly MeasureRow[]): Entry {
  const [drafts, setDrafts] = useState<ReadonlyMap<Id, Draft>>(new Map());
  const [reason, setReason] = useState('');
  const [askReason, setAskReason] = useState(false);
  const [note, setNote] = useState('');
  const [askNote, setAskNote] = useState<ReadonlyMap<Id, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const open = useMemo(() => measures.filter((measure) => measure.may_enter && !isWithheld(entryCell(measure))), [measures]);
  const byId = useMemo(() => new Map(open.map((measure) => [measure.id, measure])), [open]);

  const set = useCallback(
    (id: Id, text: string) => setDrafts((old) => new Map(old).set(id, { text, error: null })),
    [],
  );
  const drop = useCallback((id: Id) => {
    setDrafts((old) => {
      const left = new Map(old);
      left.delete(id);
      return left;
    });
    setAskReason(false);
    setAskNote((old) => new Map([...old].filter(([asked]) => asked !== id)));
  }, []);
  const clear = useCallback(() => {
    setDrafts(new Map());
    setReason('');
    setAskReason(false);
    setNote('');
    setAskNote(new Map());
  }, []);

  const needsReason = [...drafts.keys()].some((id) => isCorrection(entryCell(byId.get(id) ?? { recent: [] })));

  function paste(id: Id, text: string): boolean {
    const lines = columnIn(text);
    if (lines.length < 2) return false;
    const from = open.findIndex((measure) => measure.id === id);
    setDrafts((old) => {
      const filled = new Map(old);
      lines.forEach((line, place) => {
        const measure = open[from + place];
        if (!measure || !line) return;
        const read = readValue(line, measure.recent);
        filled.set(measure.id, { text: line, error: 'error' in read ? read.error : null });
      });
      return filled;
    });
    return true;
  }

  async function save(ids: Id[] = [...drafts.keys()]): Promise<boolean> {
    const rows: Record<string, unknown>[] = [];
    const checked = new Map(drafts);
    const sent: Id[] = [];
    for (const id of ids) {
      const measure = byId.get(id);
      const draft = drafts.get(id);
      const cell = measure ? entryCell(measure) : null;
      if (!measure || !draft || !cell) continue;
      const read = readValue(draft.text, measure.recent);
      if ('error' in read) {
        checked.set(id, { ...draft, error: read.error });
        continue;
      }
      if ('value' in read && cell.state === 'value' && read.value === cell.value) {
        checked.delete(id);
        continue;
      }
      const why = reason.trim() && (isCorrection(cell) || 'state' in read) ? { reason: reason.trim() } : {};
      if (!('reason' in why) && (isCorrection(cell) || 'state' in read)) {
        setAskReason(true);
        setDrafts(checked);
        return false;
      }
      const told = note.trim() && askNote.has(id) ? { note: note.trim() } : {};
      rows.push({ measure: id, period: cell.period, ...read, ...why, ...told });
      sent.push(id);
    }
    setDrafts(checked);
    if ([...checked.values()].some((draft) => draft.error)) return false;
    if (rows.length === 0) return true;
    setBusy(true);
    try {
      await edit<Answer>({
        method: 'POST',
        path: `/alliances/${alliance}/observations`,
        body: rows,
        said: t('entry.saved', '{n} {n|value|values} saved', { n: rows.length }),
      });
      setDrafts((old) => new Map([...old].filter(([id]) => !sent.includes(id))));
      setReason('');
      setAskReason(false);
      setNote('');
      setAskNote(new Map());
      return true;
    } catch (error) {
      refused(error, sent);
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** Puts the server's message at the cell that it is about. */
  function refused(error: unknown, sent: Id[]) {
    const fields = error instanceof ApiError ? error.fields : [];
    if (fields.some((field) => field.code === 'reason_required')) return setAskReason(true);
    const marked = new Map<Id, string>();
    const noted = new Map<Id, string>();
    for (const field of fields) {
      const id = sent[Number(/^\[(\d+)\]/.exec(field.path)?.[1] ?? -1)];
      if (id) (field.code === 'note_required' ? noted : marked).set(id, field.message);
    }
    setAskNote(noted);
    if (marked.size + noted.size === 0) toast({ text: words(error), kind: 'error' });
    setDrafts(
      (old) => new Map([...old].map(([id, draft]) => [id, { ...draft, error: marked.get(id) ?? draft.error }])),
    );
  }

  function next(id: Id, step: 1 | -1): Id | null {
    return open[open.findIndex((measure) => measure.id === id) + step]?.id ?? null;
  }

  return { drafts, reason, setReason, needsReason, askReason, note, setNote, askNote, busy, set, drop, clear, paste, save, next };
}
