import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { edit } from '@/api/edits';
import { scorecardQuery } from '@/api/queries';
import type { Changed, Scorecard } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { TextField } from '@/components/TextField';
import { refusal, useWrong } from '@/components/wrong';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightPill } from '@/pictures';
import type { FreezeList } from './queries';

type FreezeProps = { slug: string; list: FreezeList; onClose: () => void };

/** Takes a freeze: of which period, under which name, with what in it; and once more, because there is no way back. */
export function FreezeDialog({ slug, list, onClose }: FreezeProps) {
  const usual = useQuery(scorecardQuery(slug)).data?.period;
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen ?? usual?.default_period ?? '';
  const { data: card } = useQuery({ ...scorecardQuery(slug, { period }), enabled: period !== '' });
  const shown = card?.period.period === period ? card : undefined;
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const wrong = useWrong();
  const navigate = useNavigate();
  const form = useId();
  const label = usual?.available.find((one) => one.period === period)?.label ?? period;

  async function freeze() {
    if (!sure) return setSure(true);
    setBusy(true);
    try {
      const made = await edit<Changed>({
        method: 'POST',
        path: `/alliances/${slug}/freezes`,
        body: { period, ...(title.trim() ? { title } : {}), ...(note.trim() ? { note } : {}) },
        said: t('review.frozen', 'Frozen. Both sides see the same from now on.'),
      });
      onClose();
      void navigate({ to: '/a/$alliance/reviews/$review', params: { alliance: slug, review: made.id } });
    } catch (error) {
      wrong.accept(refusal(error, ['period', 'title', 'note']));
      setSure(false);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={sure ? t('review.sure', 'Freeze {label} for good?', { label }) : t('review.freeze', 'Freeze a review')}
      isOpen
      onClose={onClose}
      width="m"
      foot={
        sure ? (
          <>
            <Button onPress={() => setSure(false)}>{t('review.back', 'Back')}</Button>
            <Button type="submit" form={form} look="primary" icon="lock" isPending={busy}>
              {t('review.forGood', 'Freeze for good')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
            <Button type="submit" form={form} look="primary" isDisabled={!shown}>
              {t('review.next', 'Freeze it …')}
            </Button>
          </>
        )
      }
    >
      <Form id={form} onSubmit={freeze} className="stack">
        {sure ? (
          <p>
            {t(
              'review.final',
              'This cannot be undone, and a freeze cannot be removed. Values that come later are marked on both sides, and the lights of this period can no longer be confirmed or contested.',
            )}
          </p>
        ) : (
          <>
            <Select
              label={t('period.choose', 'Reporting period')}
              options={(usual?.available ?? []).map((one) => ({ id: one.period, label: one.label }))}
              value={period}
              onChange={setChosen}
              error={wrong.at('period')}
            />
            <TextField
              label={t('review.title', 'Name')}
              placeholder={t('review.usualTitle', 'Review of {label}', { label })}
              value={title}
              onChange={setTitle}
              error={wrong.at('title')}
              optional
            />
            <TextField
              label={t('review.note', 'Note')}
              hint={t('review.noteHint', 'Who met, and what was agreed. Both sides read it.')}
              rows={3}
              value={note}
              onChange={setNote}
              error={wrong.at('note')}
              optional
            />
            <section className="review-preview" aria-label={t('review.preview', 'What goes in')}>
              <h3>{t('review.preview', 'What goes in')}</h3>
              {shown ? <Preview card={shown} earlier={list.items.filter((one) => one.period === period).length} /> : <Skeleton lines={3} />}
            </section>
          </>
        )}
        {wrong.rest ? (
          <p role="alert" className="field-error">
            {wrong.rest}
          </p>
        ) : null}
      </Form>
    </Dialog>
  );
}

function Preview({ card, earlier }: { card: Scorecard; earlier: number }) {
  const objectives = card.themes.flatMap((theme) => theme.objectives);
  const measures = objectives.flatMap((objective) => objective.measures);
  const without = measures.filter((measure) => measure.value === null).length;
  const text = card.alliance.charter
    ? t('review.byVersion', 'version {n} of the charter', { n: card.alliance.charter.number })
    : t('review.byDraft', 'the working draft');
  return (
    <>
      <p className="row">
        <LightPill state={card.judgement} />
        <span className="soft">
          {t('review.asOf', 'As of {day}, judged by {text}', { day: date(card.period.as_of), text })}
        </span>
      </p>
      <p>
        {t('review.counts', 'Map and scorecards: {themes} {themes|theme|themes}, {objectives} {objectives|objective|objectives}, {measures} {measures|measure|measures}.', {
          themes: card.themes.length,
          objectives: objectives.length,
          measures: measures.length,
        })}{' '}
        {without > 0
          ? t('review.without', '{n} {n|has|have} no value yet.', { n: without })
          : t('review.allValues', 'All of them have a value.')}
      </p>
      <p className="small soft">
        {t('review.shared', 'Only what every party sees goes in; what a party keeps to itself does not.')}
        {earlier > 0
          ? ` ${t('review.again', 'This period was frozen {n} {n|time|times} before; those freezes stay.', { n: earlier })}`
          : ''}
      </p>
    </>
  );
}
