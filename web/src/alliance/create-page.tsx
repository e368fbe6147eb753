import './create-page.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { edit } from '@/api/edits';
import type { MadeAlliance } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceCards } from '@/components/ChoiceCards';
import { Form } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { showSample } from '@/exchange/sample';
import { StartPicture } from '@/home/StartPicture';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { useTitle } from '@/shell/title';
import { calendars, currencies, months } from './calendar-words';
import { EmptyTemplate, StandardTemplate } from './TemplatePictures';
import { kinds, kindWord } from './words';

/** From nothing to an alliance with its lanes: a name is enough. */
export function CreatePage() {
  useTitle(t('alliances.new', 'New alliance'));
  const navigate = useNavigate();
  const [form, setForm] = useState({
    name: '',
    description: '',
    kind: 'alliance',
    template: (useSearch({ strict: false }) as { template?: string }).template === 'sample' ? 'sample' : 'standard',
    calendar: 'months',
    first_month: '1',
    currency: 'EUR',
  });
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof form) => (value: string) => setForm((old) => ({ ...old, [name]: value }));

  async function submit() {
    const empty = missing({ name: [form.name, t('create.needName', 'Give the alliance a name.')] });
    if (!wrong.accept(empty)) return;
    setBusy(true);
    try {
      const sample = form.template === 'sample';
      const body = {
        ...form,
        template: sample ? 'standard' : form.template,
        first_month: Number(form.first_month),
      };
      const alliance = await edit<MadeAlliance>({ method: 'POST', path: '/alliances', body });
      if (sample) await showSample(alliance.id);
      void navigate({
        to: '/a/$alliance/map',
        params: { alliance: alliance.slug },
        search: (sample ? {} : { mode: 'edit' }) as never,
      });
    } catch (reason) {
      wrong.accept(refusal(reason, ['name', 'description']));
      setBusy(false);
    }
  }

  return (
    <Content>
      <Form onSubmit={submit} className="create">
        <PageHeader title={t('alliances.new', 'New alliance')}>
          {t('create.text', 'Only you see it until you invite the partner. All of this can be changed later.')}
        </PageHeader>
        {wrong.rest && (
          <p role="alert" className="notice">
            {wrong.rest}
          </p>
        )}
        <section className="card stack">
          <TextField
            label={t('create.name', 'Name')}
            placeholder={t('create.name.example', 'Both names, perhaps: Northwind–Contoso')}
            value={form.name}
            onChange={set('name')}
            error={wrong.at('name')}
            autoFocus
          />
          <TextField
            label={t('create.description', 'What is it for?')}
            optional
            rows={2}
            value={form.description}
            onChange={set('description')}
            error={wrong.at('description')}
          />
          <Select
            label={t('create.kind', 'Kind')}
            value={form.kind}
            onChange={set('kind')}
            options={kinds.map((id) => ({ id, label: kindWord(id) }))}
          />
        </section>
        <ChoiceCards
          label={t('create.template', 'Begin with')}
          value={form.template}
          onChange={set('template')}
          choices={[
            {
              id: 'standard',
              title: t('create.standard', 'The four usual lanes'),
              text: t(
                'create.standard.text',
                'Employees and organisations, business processes, customers, stakeholders.',
              ),
              picture: <StandardTemplate />,
            },
            {
              id: 'empty',
              title: t('create.empty', 'An empty page'),
              text: t('create.empty.text', 'You name the lanes yourself.'),
              picture: <EmptyTemplate />,
            },
            {
              id: 'sample',
              title: t('create.sample', 'The sample'),
              text: t('create.sample.text', 'A finished map with scorecards to look at. One click removes it.'),
              picture: <StartPicture />,
            },
          ]}
        />
        <details className="card create-more">
          <summary>{t('create.more', 'Calendar and currency')}</summary>
          <div className="create-grid">
            <Select
              label={t('create.calendar', 'Calendar')}
              value={form.calendar}
              onChange={set('calendar')}
              options={calendars()}
            />
            <Select
              label={t('create.month', 'The year begins in')}
              value={form.first_month}
              onChange={set('first_month')}
              options={months()}
            />
            <Select
              label={t('create.currency', 'Currency')}
              value={form.currency}
              onChange={set('currency')}
              options={currencies()}
            />
          </div>
        </details>
        <div className="row create-acts">
          <Button type="submit" look="primary" size="l" isPending={busy}>
            {t('create.act', 'Create and draw the map')}
          </Button>
        </div>
      </Form>
    </Content>
  );
}
