import './create-page.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { edit } from '@/api/edits';
import { allianceDraftQuery } from '@/api/queries';
import type { Alliance } from '@/api/types';
import { Skeleton } from '@/components/Skeleton';
import { Button } from '@/components/Button';
import { ComboBox } from '@/components/ComboBox';
import { Form } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { calendars, currencies, months, zones } from './calendar-words';
import { FiscalYears } from './FiscalYear';
import { kinds, kindWord, partnerTypes, partnerTypeWord, stages, stageWord } from './words';

const formOf = (alliance: Alliance) => ({
  name: alliance.name,
  description: alliance.description,
  kind: alliance.kind,
  stage: alliance.stage as string,
  partner_type: (alliance.partner_type ?? 'none') as string,
  calendar: alliance.calendar.kind as string,
  first_month: String(alliance.calendar.first_month),
  zone: alliance.zone,
  currency: alliance.currency,
});

/** Name, stage, kind and calendar of the alliance. */
export function AllianceSettingsPage() {
  const { slug, name, ratified } = useAlliance();
  useTitle(t('section.settings', 'Settings'), name);
  const { data: draft, error } = useQuery(allianceDraftQuery(slug));
  if (error && !draft) return <Failed error={error} />;
  // Another version on the server starts the form afresh.
  return (
    <Content>
      {draft ? (
        <>
          <SettingsForm key={draft.version} alliance={draft} ratified={ratified} />
          <FiscalYears alliance={draft} />
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Content>
  );
}

function SettingsForm({ alliance, ratified }: { alliance: Alliance; ratified: boolean }) {
  const before = formOf(alliance);
  const [form, setForm] = useState(before);
  const mayEdit = alliance.rights.edit_draft;
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof form) => (value: string) => setForm((old) => ({ ...old, [name]: value }));
  const changed = (Object.keys(form) as (keyof typeof form)[]).filter((name) => form[name] !== before[name]);

  async function submit() {
    const empty = missing({
      name: [form.name, t('create.needName', 'Give the alliance a name.')],
      zone: [form.zone, t('settings.needZone', 'Choose a time zone.')],
    });
    if (!wrong.accept(empty)) return;
    setBusy(true);
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
      wrong.accept(refusal(reason, Object.keys(form)));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form onSubmit={submit} className="create">
      <PageHeader title={t('section.settings', 'Settings')}>
        {t('alliance.settings.text', 'What holds for the whole alliance.')}
      </PageHeader>
      {!mayEdit && <p className="settings-draft">{t('settings.closed', 'The alliance managers change this.')}</p>}
      {mayEdit && ratified && (
        <p className="settings-draft">
          {t(
            'settings.draft',
            'The name and the calendar are part of the charter: a change of them is a change of the draft, and takes effect once the partners ratify it. The rest takes effect at once.',
          )}
        </p>
      )}
      {wrong.rest && (
        <p role="alert" className="notice">
          {wrong.rest}
        </p>
      )}
      <fieldset className="settings-fields" disabled={!mayEdit}>
        <section className="card stack">
          <TextField
            label={t('create.name', 'Name')}
            value={form.name}
            onChange={set('name')}
            error={wrong.at('name')}
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
          <h2>{t('settings.calendarAndMoney', 'Reporting calendar and currency')}</h2>
          <div className="create-grid">
            <Select
              label={t('create.calendar', 'Calendar')}
              value={form.calendar}
              onChange={set('calendar')}
              options={calendars()}
              error={wrong.at('calendar')}
            />
            <Select
              label={t('create.month', 'The year begins in')}
              value={form.first_month}
              onChange={set('first_month')}
              options={months()}
              error={wrong.at('first_month')}
            />
            <ComboBox
              label={t('settings.zone', 'Time zone')}
              hint={t('settings.zoneHint', 'Days, periods and due dates begin and end at midnight there.')}
              value={form.zone || null}
              onChange={(zone) => set('zone')(zone ?? '')}
              options={zones(before.zone)}
              error={wrong.at('zone')}
            />
            <Select
              label={t('create.currency', 'Currency')}
              hint={t('settings.currencyHint', 'For new amounts; measures keep the unit they have.')}
              value={form.currency}
              onChange={set('currency')}
              options={currencies(form.currency)}
              error={wrong.at('currency')}
            />
          </div>
        </section>
      </fieldset>
      {mayEdit && (
        <div className="row create-acts">
          <Button type="submit" look="primary" isPending={busy} isDisabled={changed.length === 0}>
            {t('dialog.save', 'Save')}
          </Button>
        </div>
      )}
    </Form>
  );
}
