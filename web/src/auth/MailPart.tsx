import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { type Notifications, notificationsQuery, type Rhythm } from '@/api/queries';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

/** What the person hears of by mail, and how often. */
export function MailPart() {
  const client = useQueryClient();
  const { data } = useQuery(notificationsQuery);
  if (!data) return <Skeleton lines={4} />;

  async function change(values: Partial<Notifications>) {
    const next = { ...(data as Notifications), ...values };
    client.setQueryData(notificationsQuery.queryKey, next);
    try {
      await call('PUT', '/me/notifications', { body: next });
    } catch (reason) {
      client.setQueryData(notificationsQuery.queryKey, data);
      toast({ text: words(reason), kind: 'error' });
    }
  }

  const kinds: { id: keyof Notifications; label: string; hint: string }[] = [
    {
      id: 'due_values',
      label: t('mail.due', 'Values that you enter'),
      hint: t('mail.due.hint', 'Three days before a value is due, the day after, and weekly, three times at most.'),
    },
    {
      id: 'consents',
      label: t('mail.consents', 'Versions that wait for your side'),
      hint: t('mail.consents.hint', 'To those who may ratify or return them.'),
    },
    {
      id: 'said',
      label: t('mail.said', 'Said to you'),
      hint: t('mail.said.hint', 'Mentions of you, and replies where you spoke; each once, and not what you have read here.'),
    },
    {
      id: 'waiting',
      label: t('mail.waiting', 'Waiting for your answer'),
      hint: t('mail.waiting.hint', 'Values to accept, disputes, lights, benefits to confirm and cards to rate; each once.'),
    },
    {
      id: 'changes',
      label: t('mail.changes', 'What changed'),
      hint: t('mail.changes.hint', 'Lights that changed, and missing values that are your concern.'),
    },
  ];
  const rhythms: { id: Rhythm; label: string }[] = [
    { id: 'at_once', label: t('rhythm.once', 'At once') },
    { id: 'daily', label: t('rhythm.daily', 'Daily') },
    { id: 'weekly', label: t('rhythm.weekly', 'Weekly, on Mondays') },
    { id: 'never', label: t('rhythm.never', 'Never') },
  ];
  return (
    <section className="card stack">
      <p className="soft">
        {t('mail.text', 'All that there is to tell comes in one mail. It tells you only what you may see.')}
      </p>
      {kinds.map(({ id, label, hint }) => (
        <Select
          key={id}
          label={label}
          hint={hint}
          value={data[id]}
          onChange={(rhythm) => change({ [id]: rhythm })}
          options={rhythms}
        />
      ))}
    </section>
  );
}
