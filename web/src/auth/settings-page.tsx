import './settings-page.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '@/api/queries';
import { Icon, type IconName } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { t } from '@/i18n/t';
import { OrganisationRecord } from '@/record/OrganisationRecord';
import { Content } from '@/shell/Content';
import { NotFound } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { AppearancePart } from './AppearancePart';
import { ColleaguesPart } from './ColleaguesPart';
import { MailPart } from './MailPart';
import { PasswordPart } from './PasswordPart';
import { SessionsPart } from './SessionsPart';
import { TokensPart } from './TokensPart';

/** What belongs to the person alone; for administrators also the people of the organisation. */
export function SettingsPage() {
  useTitle(t('section.settings', 'Settings'));
  const { data: me } = useSuspenseQuery(meQuery);
  const { part = 'appearance' } = useParams({ strict: false }) as { part?: string };
  const parts: { id: string; label: string; icon: IconName; content: ReactNode }[] = [
    {
      id: 'appearance',
      label: t('settings.appearance', 'You and the screen'),
      icon: 'sun',
      content: <AppearancePart />,
    },
    { id: 'mail', label: t('settings.mail', 'Mail'), icon: 'mail', content: <MailPart /> },
    { id: 'password', label: t('signin.password', 'Password'), icon: 'key', content: <PasswordPart /> },
    { id: 'sessions', label: t('settings.sessions', 'Signed-in devices'), icon: 'screen', content: <SessionsPart /> },
    { id: 'tokens', label: t('settings.tokens', 'API tokens'), icon: 'code', content: <TokensPart /> },
  ];
  if (me.administrator)
    parts.push(
      {
        id: 'colleagues',
        label: t('settings.colleagues', 'Your organisation'),
        icon: 'people',
        content: <ColleaguesPart me={me} />,
      },
      {
        id: 'record',
        label: t('settings.record', 'Its record'),
        icon: 'activity',
        content: <OrganisationRecord />,
      },
    );
  const shown = parts.find(({ id }) => id === part);
  if (!shown) return <NotFound />;
  return (
    <Content>
      <PageHeader title={t('section.settings', 'Settings')} />
      <div className="settings">
        <nav aria-label={t('section.settings', 'Settings')} className="settings-nav">
          {parts.map(({ id, label, icon }) => (
            <Link
              key={id}
              to="/settings/$part"
              params={{ part: id }}
              className="settings-link"
              aria-current={id === part ? 'page' : undefined}
            >
              <Icon name={icon} size={18} /> {label}
            </Link>
          ))}
        </nav>
        <div className="settings-part">{shown.content}</div>
      </div>
    </Content>
  );
}
