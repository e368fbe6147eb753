import { useSuspenseQuery } from '@tanstack/react-query';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { meQuery } from '@/api/queries';
import type { Me } from '@/api/types';
import { ChoiceCards } from '@/components/ChoiceCards';
import { InlineEdit } from '@/components/InlineEdit';
import { Select } from '@/components/Select';
import { toast } from '@/components/toasts';
import { moment, number } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { Appearance } from '@/shell/appearance';
import { become } from './session';

const locales = [
  'en-GB',
  'en-US',
  'en-IE',
  'de-DE',
  'fr-FR',
  'fr-BE',
  'nl-BE',
  'nl-NL',
  'es-ES',
  'it-IT',
  'sv-SE',
  'da-DK',
  'pl-PL',
  'ja-JP',
];

/** Name, the way numbers and dates are written, and light or dark. */
export function AppearancePart() {
  const { data: me } = useSuspenseQuery(meQuery);

  async function change(values: Partial<Pick<Me['person'], 'name' | 'locale' | 'appearance'>>) {
    const person = { ...me.person, ...values };
    become({ ...me, person });
    try {
      await call('PATCH', '/me', { body: values });
    } catch (reason) {
      become(me);
      toast({ text: words(reason), kind: 'error' });
    }
  }

  const name = (id: string) => new Intl.DisplayNames('en-GB', { type: 'language' }).of(id) ?? id;
  return (
    <>
      <section className="card stack">
        <div className="settings-row">
          <span className="soft">{t('settings.name', 'Name')}</span>
          <InlineEdit
            label={t('settings.name', 'Name')}
            value={me.person.name}
            canEdit
            onSave={(text) => change({ name: text })}
          />
        </div>
        <div className="settings-row">
          <span className="soft">{t('signin.email', 'E-mail')}</span>
          <span>{me.person.email}</span>
        </div>
        <div className="settings-row">
          <span className="soft">{t('people.side', 'Organisation')}</span>
          <span>{me.organisation.name}</span>
        </div>
        <Select
          label={t('settings.locale', 'Numbers and dates')}
          hint={t('settings.locale.example', 'Like this: {number} · {moment}', {
            number: number(1234.5, 1),
            moment: moment(new Date().toISOString()),
          })}
          value={locales.includes(me.person.locale) ? me.person.locale : 'en-GB'}
          onChange={(locale) => change({ locale })}
          options={locales.map((id) => ({ id, label: name(id) }))}
        />
      </section>
      <ChoiceCards<Appearance>
        label={t('settings.look', 'Appearance')}
        value={me.person.appearance}
        onChange={(appearance) => change({ appearance })}
        choices={[
          {
            id: 'system',
            title: t('look.system', 'As the system'),
            picture: <Screen left="#f5f7fa" right="#151d27" />,
          },
          { id: 'light', title: t('look.light', 'Light'), picture: <Screen left="#f5f7fa" right="#f5f7fa" /> },
          { id: 'dark', title: t('look.dark', 'Dark'), picture: <Screen left="#151d27" right="#151d27" /> },
        ]}
      />
    </>
  );
}

function Screen({ left, right }: { left: string; right: string }) {
  return (
    <svg viewBox="0 0 160 90" aria-hidden="true">
      <rect x="1" y="1" width="158" height="88" rx="8" fill={left} />
      <path d="M80 1h71a8 8 0 0 1 8 8v72a8 8 0 0 1-8 8H80z" fill={right} />
      <rect x="1" y="1" width="158" height="88" rx="8" fill="none" stroke="var(--border-strong)" opacity=".6" />
      {[22, 45, 68].map((y) => (
        <g key={y} strokeWidth="5" strokeLinecap="round" stroke="#8a94a4">
          <path d={`M18 ${y}h40M102 ${y}h40`} />
        </g>
      ))}
    </svg>
  );
}
