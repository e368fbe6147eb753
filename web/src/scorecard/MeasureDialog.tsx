import { lazy, Suspense, useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { Id, MeasureView, ObjectiveRow } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { MoreFields } from './MoreFields';
import { sources } from './measure-words';
import { changedOf, emptyMeasure, type MeasureDraft, measureDraft } from './measure-draft';
import { decimalsIn, emptyDraft, readScoring } from './scoring/draft';
import { ScoringFields } from './scoring/ScoringFields';

// Most measures are entered: the editor comes when it is asked for.
const FormulaPart = lazy(() => import('./formula/FormulaPart').then((part) => ({ default: part.FormulaPart })));

type DialogProps = {
  alliance: Id;
  /** Where it can go; not needed to change one. */
  objectives?: readonly (Pick<ObjectiveRow, 'id' | 'code' | 'title'> & Partial<Pick<ObjectiveRow, 'space'>>)[];
  measure?: MeasureView;
  canBePrivate?: boolean;
  onClose: () => void;
};

/** A new measure with its target, or the definition of one that is there. What is rarely needed stands under "More". */
export function MeasureDialog({ alliance, objectives = [], measure, canBePrivate = false, onClose }: DialogProps) {
  const [objective, setObjective] = useState(objectives[0]?.id ?? '');
  const [draft, setDraft] = useState<MeasureDraft>(measure ? measureDraft(measure) : emptyMeasure());
  const [scoring, setScoring] = useState(emptyDraft('higher'));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const of = objectives.find((one) => one.id === objective);
  const set = (change: Partial<MeasureDraft>) => setDraft((now) => ({ ...now, ...change }));

  async function save() {
    const found: Record<string, string> = {};
    if (!draft.name.trim()) found.name = t('measure.needName', 'Say what is measured.');
    // Of some plans only the word is known that a formula gives the values.
    if (draft.source === 'formula' && !draft.formula.trim() && (measure?.source !== 'formula' || measure.formula))
      found.formula = t('formula.need', 'Write the formula.');
    const read = measure ? null : readScoring(scoring);
    if (read && 'errors' in read) Object.assign(found, read.errors);
    setErrors(found);
    if (Object.keys(found).length) return;
    setBusy(true);
    try {
      if (measure)
        await edit({
          method: 'PATCH',
          path: `/measures/${measure.id}`,
          version: measure.version,
          body: changedOf(draft, measure),
          said: t('measure.changed', 'Measure changed'),
        });
      else
        await edit({
          method: 'POST',
          path: `/alliances/${alliance}/measures`,
          body: {
            objective,
            ...changedOf(Number.isNaN(draft.decimals) ? { ...draft, decimals: decimalsIn(scoring) } : draft, null),
            ...(read && 'scoring' in read ? { scoring: read.scoring } : {}),
          },
          said: t('measure.added', '“{name}” added', { name: draft.name.trim() }),
        });
      onClose();
    } catch (error) {
      const fields =
        error instanceof ApiError
          ? Object.fromEntries(error.fields.map((field) => [field.path.replace(/^scoring\./, ''), field.message]))
          : {};
      setErrors({ ...fields, all: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      width={draft.source === 'formula' ? 'l' : 'm'}
      onClose={onClose}
      title={measure ? t('measure.edit', 'Change the measure') : t('measure.new', 'New measure')}
    >
      <Form className="stack" onSubmit={() => void save()}>
        {objectives.length > 1 ? (
          <Select
            label={t('measure.for', 'For the objective')}
            options={objectives.map((one) => ({ id: one.id, label: `${one.code} ${one.title}` }))}
            value={objective}
            onChange={setObjective}
          />
        ) : null}
        <div className="form-measure">
          <TextField
            autoFocus
            label={t('measure.name', 'What is measured?')}
            placeholder={t('edit.measureLike', 'such as: days from site to first patient')}
            value={draft.name}
            onChange={(name) => set({ name })}
            error={errors.name}
          />
          <TextField
            optional
            label={t('edit.unit', 'Unit')}
            placeholder={t('edit.unitLike', 'days')}
            value={draft.unit}
            onChange={(unit) => set({ unit })}
            error={errors.unit}
          />
        </div>
        <Select
          label={t('measure.source', 'Comes from')}
          options={sources()}
          value={draft.source}
          onChange={(source) => set({ source })}
        />
        {draft.source === 'formula' ? (
          <Suspense fallback={<Skeleton lines={4} />}>
            <FormulaPart
              alliance={alliance}
              objective={objective}
              measure={measure}
              draft={draft}
              set={set}
              error={errors.formula}
            />
          </Suspense>
        ) : null}
        {measure ? null : <ScoringFields draft={scoring} onChange={setScoring} unit={draft.unit} errors={errors} />}
        <MoreFields
          draft={draft}
          set={set}
          canBePrivate={canBePrivate}
          isNew={!measure && of?.space?.kind !== 'private' && of?.space?.kind !== 'agreement'}
          isPrivate={measure?.space.kind === 'private'}
          errors={errors}
        />
        {errors.all ? (
          <p role="alert" className="field-error">
            {errors.all}
          </p>
        ) : null}
        <div className="form-acts">
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button look="primary" type="submit" isPending={busy}>
            {measure ? t('measure.save', 'Save') : t('edit.add', 'Add')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
