import './create-page.css';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { Alliance } from '@/api/types';
import { Button } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useTitle } from '@/shell/title';
import { calendars, months } from './calendar-words';
import { kinds, kindWord, partnerTypes, partnerTypeWord, stages, stageWord } from './words';

const formOf = (alliance: Alliance) => ({
  name: alliance.name,
  description: alliance.description,
  kind: alliance.kind,
  stage: alliance.stage as string,
  partner_type: (alliance.partner_type ?? 'none') as string,
  calendar: alliance.calendar.kind as string,
  first_month: String(alliance.calendar.first_month),
});

/** Name, stage, kind and calendar of the alliance. */
export function AllianceSettingsPage() {
  const alliance = useAlliance();
  useTitle(t('section.settings', 'Settings'), alliance.name);
  // Another version on the server starts the form afresh.
  return (
    <Content>
      <Form key={alliance.version} alliance={alliance} />
    </Content>
  );
}

function Form({ alliance }: { alliance: Alliance }) {
  const before = formOf(alliance);
  const [form, setForm] = useState(before);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof form) => (value: string) => setForm((old) => ({ ...old, [name]: value }));
  const field = (path: string) => (error instanceof ApiError ? error.field(path) : undefined);
  const changed = (Object.keys(form) as (keyof typeof form)[]).filter((name) => form[name] !== before[name]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const values: Record<string, unknown> = { ...form, first_month: Number(form.first_month) };
    if (form.partner_type === 'none') values.partner_type = null;
    const body = Object.fromEntries(changed.map((name) => [name, values[name]]));
    try {
      await edit({
        method: 'PATCH',
        path: `/alliances/${alliance.id}`,
        body,
        version: alliance.version,
        said: t('settings.saved', 'Settings saved'),
      });
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="create">
      <PageHeader title={t('section.settings', 'Settings')}>
        {t('alliance.settings.text', 'What holds for the whole alliance.')}
      </PageHeader>
      {error !== null && !(error instanceof ApiError && error.fields.length) && (
        <p role="alert" className="notice">
          {words(error)}
        </p>
      )}
      <section className="card stack">
        <TextField
          label={t('create.name', 'Name')}
          value={form.name}
          onChange={set('name')}
          error={field('name')}
          isRequired
        />
        <TextField
          label={t('create.description', 'What is it for?')}
          rows={3}
          value={form.description}
          onChange={set('description')}
          optional
        />
        <div className="create-grid">
          <Select
            label={t('column.stage', 'Stage')}
            value={form.stage}
            onChange={set('stage')}
            options={stages.map((id) => ({ id, label: stageWord(id) }))}
          />
          <Select
            label={t('create.kind', 'Kind')}
            value={form.kind}
            onChange={set('kind')}
            options={kinds.map((id) => ({ id, label: kindWord(id) }))}
          />
          <Select
            label={t('settings.type', 'Partner type')}
            value={form.partner_type}
            onChange={set('partner_type')}
            options={[
              { id: 'none', label: t('settings.type.none', 'Not said yet') },
              ...partnerTypes.map((id) => ({ id, label: partnerTypeWord(id) })),
            ]}
          />
        </div>
      </section>
      <section className="card">
        <h2>{t('settings.calendar', 'Reporting calendar')}</h2>
        <div className="create-grid">
          <Select
            label={t('create.calendar', 'Calendar')}
            value={form.calendar}
            onChange={set('calendar')}
            options={calendars()}
            error={field('calendar')}
          />
          <Select
            label={t('create.month', 'The year begins in')}
            value={form.first_month}
            onChange={set('first_month')}
            options={months()}
            error={field('first_month')}
          />
        </div>
      </section>
      <div className="row create-acts">
        <Button type="submit" look="primary" isPending={busy} isDisabled={changed.length === 0}>
          {t('dialog.save', 'Save')}
        </Button>
      </div>
    </form>
  );
}
