import { useEffect, useState } from 'react';
import { ApiError } from '@/api/client';
import { type Place, placed, SpaceChoice } from '@/access/SpaceChoice';
import { edit, words } from '@/api/edits';
import type { Id, MapView } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { type Draft, decimalsIn, emptyDraft, readScoring } from '@/scorecard/scoring/draft';
import { SimpleScoring } from '@/scorecard/scoring/SimpleScoring';
import { PartChoice } from './PartChoice';
import { firstPart, firstTheme, laneOf, standardLanes, themeOf, unnamed } from './parts';

type Card = MapView['cards'][number];
type NewProps = { map: MapView; near: Card | null; isOpen: boolean; onClose: () => void; onMade: (id: Id) => void };

/** A new objective, with its first measure and target in the same window. */
export function NewObjective(props: NewProps) {
  return (
    <Dialog title={t('edit.newObjective', 'New objective')} width="m" isOpen={props.isOpen} onClose={props.onClose}>
      <NewForm {...props} />
    </Dialog>
  );
}

function NewForm({ map, near, isOpen, onClose, onMade }: NewProps) {
  const [title, setTitle] = useState('');
  const lanes = standardLanes().map((one) => one.name);
  const [lane, setLane] = useState(() => firstPart(near?.lane, map.lanes, lanes));
  const [theme, setTheme] = useState(() => firstPart(near?.theme, map.themes, [firstTheme()]));
  const [place, setPlace] = useState<Place>('shared');
  const [measure, setMeasure] = useState('');
  const [unit, setUnit] = useState('');
  const [draft, setDraft] = useState<Draft>(emptyDraft('higher'));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (isOpen) setErrors({});
  }, [isOpen]);

  async function save() {
    const found: Record<string, string> = {};
    if (!title.trim()) found.title = t('edit.needTitle', 'Say in a few words what you want to achieve.');
    if (unnamed(lane)) found.lane = t('edit.needLane', 'Give the new perspective a name.');
    if (unnamed(theme)) found.theme = t('edit.needTheme', 'Give the new theme a name.');
    const read = measure.trim() ? readScoring(draft) : null;
    if (read && 'errors' in read) Object.assign(found, read.errors);
    setErrors(found);
    if (Object.keys(found).length) return;
    setBusy(true);
    try {
      const measures =
        read && 'scoring' in read
          ? [{ name: measure.trim(), unit: unit.trim(), decimals: decimalsIn(draft), frequency: 'quarter', scoring: read.scoring }]
          : undefined;
      // Kept at once: should the objective be refused, what was made for it is there for the next try.
      const perspective = await laneOf(map, lane);
      setLane({ id: perspective, name: '' });
      const its_theme = await themeOf(map, theme);
      setTheme({ id: its_theme, name: '' });
      const made = await edit({
        method: 'POST',
        path: `/alliances/${map.alliance.id}/objectives`,
        body: {
          title: title.trim(),
          perspective,
          theme: its_theme,
          ...placed(place),
          ...(measures ? { measures } : {}),
        },
        said: t('edit.madeObjective', '“{title}” added', { title: title.trim() }),
      });
      onClose();
      onMade(made.id);
    } catch (error) {
      const title_error = error instanceof ApiError ? error.field('title') : undefined;
      setErrors({ all: words(error), ...(title_error ? { title: title_error } : {}) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form className="stack" onSubmit={() => void save()}>
      <TextField
        autoFocus
        label={t('edit.objective', 'What do you want to achieve together?')}
        value={title}
        onChange={setTitle}
        error={errors.title}
      />
      <div className="form-pair">
        <PartChoice
          label={t('edit.lane', 'Perspective')}
          fresh={t('edit.newLane', 'New perspective…')}
          freshName={t('edit.newLaneName', 'Name of the perspective')}
          parts={map.lanes}
          suggested={lanes}
          value={lane}
          onChange={setLane}
          error={errors.lane}
        />
        <PartChoice
          label={t('edit.theme', 'Theme')}
          fresh={t('edit.newTheme', 'New theme…')}
          freshName={t('edit.newThemeName', 'Name of the theme')}
          parts={map.themes}
          suggested={[firstTheme()]}
          value={theme}
          onChange={setTheme}
          error={errors.theme}
        />
      </div>
      <fieldset className="form-part">
        <legend>{t('edit.firstMeasure', 'How will you know?')}</legend>
        <div className="form-measure">
          <TextField
            optional
            label={t('edit.measure', 'Measure')}
            placeholder={t('edit.measureLike', 'such as: days from site to first patient')}
            value={measure}
            onChange={setMeasure}
          />
          <TextField
            optional
            label={t('edit.unit', 'Unit')}
            placeholder={t('edit.unitLike', 'days')}
            value={unit}
            onChange={setUnit}
          />
        </div>
        {measure.trim() ? <SimpleScoring draft={draft} onChange={setDraft} unit={unit} errors={errors} /> : null}
      </fieldset>
      <SpaceChoice value={place} onChange={setPlace} canBePrivate={map.rights.private} />
      {errors.all ? (
        <p role="alert" className="field-error">
          {errors.all}
        </p>
      ) : null}
      <div className="form-acts">
        <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
        <Button look="primary" type="submit" isPending={busy}>
          {t('edit.add', 'Add')}
        </Button>
      </div>
    </Form>
  );
}
