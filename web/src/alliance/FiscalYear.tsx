import './fiscal-year.css';
import { useState } from 'react';
import { edit } from '@/api/edits';
import type { Alliance, Party } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceCards } from '@/components/ChoiceCards';
import { Form } from '@/components/Form';
import { Select } from '@/components/Select';
import { refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { calendars, months } from './calendar-words';
import { daysOfMonth, yearWords } from './fiscal-words';

/** By which fiscal year one's own party looks at values, and what the others say of theirs. */
export function FiscalYears({ alliance }: { alliance: Alliance }) {
  const { parties, me, rights } = alliance;
  const own = rights.edit_draft ? parties.find((party) => party.id === me.party) : undefined;
  const others = parties.filter((party) => party.id !== own?.id && party.calendar);
  if (!own && others.length === 0) return null;
  return (
    <div className="create fiscal">
      {/* Another version on the server starts the form afresh. */}
      {own ? <OurYear key={own.version} alliance={alliance} party={own} /> : null}
      {others.length > 0 ? (
        <section className="card stack" aria-label={t('fiscal.others', 'Fiscal years of the others')}>
          <h2>{t('fiscal.others', 'Fiscal years of the others')}</h2>
          <ul className="soft">
            {others.map(({ id, name, calendar }) => (
              <li key={id}>{calendar ? t('fiscal.other', '{name}: {year}', { name, year: yearWords(calendar) }) : null}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function OurYear({ alliance, party }: { alliance: Alliance; party: Party }) {
  const shown = party.calendar ?? alliance.calendar;
  const before = {
    whose: party.calendar ? 'own' : 'alliance',
    kind: shown.kind,
    first_month: String(shown.first_month),
    first_day: String(shown.first_day),
  };
  const [form, setForm] = useState(before);
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof form) => (value: string) => setForm((old) => ({ ...old, [name]: value }));
  const isOwn = form.whose === 'own';
  const names: (keyof typeof form)[] = isOwn ? ['whose', 'kind', 'first_month', 'first_day'] : ['whose'];
  const isChanged = names.some((name) => form[name] !== before[name]);

  async function submit() {
    setBusy(true);
    const { kind, first_month, first_day } = form;
    try {
      await edit({
        method: 'PATCH',
        path: `/alliances/${alliance.id}/parties/${party.id}`,
        body: { calendar: isOwn ? { kind, first_month: Number(first_month), first_day: Number(first_day) } : null },
        version: party.version,
        said: t('fiscal.saved', 'Fiscal year saved'),
      });
    } catch (reason) {
      wrong.accept(refusal(reason, ['calendar.kind', 'calendar.first_month', 'calendar.first_day']));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="card" aria-label={t('fiscal.ours', 'Our fiscal year')}>
      <Form onSubmit={submit} className="stack">
        <h2 className="row">
          {t('fiscal.ours', 'Our fiscal year')} <span className="fiscal-party">{party.name}</span>
        </h2>
        <p className="soft">
          {t(
            'fiscal.what',
            'Scorecards can put values together by our own quarters, half-years and years. That changes only how they are looked at: periods, targets and lights of the alliance go by its own calendar, for everybody.',
          )}
        </p>
        {wrong.rest && (
          <p role="alert" className="notice">
            {wrong.rest}
          </p>
        )}
        <ChoiceCards
          label={t('fiscal.whose', 'Our fiscal year is')}
          value={form.whose}
          onChange={set('whose')}
          choices={[
            { id: 'alliance', title: t('fiscal.asAlliance', 'As the alliance’s'), text: yearWords(alliance.calendar) },
            { id: 'own', title: t('fiscal.own', 'Another one'), ...(party.calendar ? { text: yearWords(party.calendar) } : {}) },
          ]}
        />
        {isOwn ? (
          <div className="create-grid">
            <Select
              label={t('create.calendar', 'Calendar')}
              value={form.kind}
              onChange={set('kind')}
              options={calendars()}
              error={wrong.at('calendar.kind')}
            />
            <Select
              label={t('create.month', 'The year begins in')}
              value={form.first_month}
              onChange={set('first_month')}
              options={months()}
              error={wrong.at('calendar.first_month')}
            />
            <Select
              label={t('fiscal.day', 'On day')}
              hint={t('fiscal.dayHint', 'Past the end of the month: its last day.')}
              value={form.first_day}
              onChange={set('first_day')}
              options={daysOfMonth()}
              error={wrong.at('calendar.first_day')}
            />
          </div>
        ) : null}
        <div className="row create-acts">
          <Button type="submit" look="primary" isPending={busy} isDisabled={!isChanged}>
            {t('dialog.save', 'Save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
