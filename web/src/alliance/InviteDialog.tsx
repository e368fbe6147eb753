import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { Alliance, Role } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { CopyLink } from './CopyLink';
import { roleNote, roles, roleWord } from './words';

type Kind = 'person' | 'partner' | 'neutral';

/** Asks somebody in: a colleague, the partner's first person, or a neutral third. The link is handed over by the inviter. */
export function InviteDialog({ alliance, onClose }: { alliance: Alliance; onClose: () => void }) {
  const alone = alliance.parties.filter((party) => party.kind === 'partner').length < 2;
  const [kind, setKind] = useState<Kind>(alone ? 'partner' : 'person');
  const [email, setEmail] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [role, setRole] = useState<Role>(alone ? 'alliance_manager' : 'team_member');
  const [error, setError] = useState<unknown>(null);
  const [link, setLink] = useState('');
  const form = useId();
  const field = (path: string) => (error instanceof ApiError ? error.field(path) : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError(null);
    try {
      const body = { email, role, kind, ...(kind === 'person' ? {} : { organisation_name: organisation }) };
      const invitation = await edit<{ link: string }>({
        method: 'POST',
        path: `/alliances/${alliance.id}/invitations`,
        body,
      });
      setLink(new URL(invitation.link, location.origin).href);
    } catch (reason) {
      setError(reason);
    }
  }

  if (link)
    return (
      <Dialog
        title={t('invite.done', 'The invitation is ready')}
        isOpen
        onClose={onClose}
        foot={
          <Button look="primary" onPress={onClose}>
            {t('dialog.done', 'Done')}
          </Button>
        }
      >
        <p className="soft">{t('invite.hand', 'Hand this link to {email}. It works once.', { email })}</p>
        <CopyLink link={link} />
      </Dialog>
    );
  const foot = (
    <>
      <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
      <Button look="primary" type="submit" form={form}>
        {t('invite.act', 'Make the link')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('invite.title', 'Invite')} isOpen onClose={onClose} foot={foot}>
      <form id={form} onSubmit={submit} className="stack">
        <SegmentedControl
          label={t('invite.whom', 'Whom')}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setRole(
              next === 'partner' ? 'alliance_manager' : next === 'neutral' ? 'neutral_consultant' : 'team_member',
            );
          }}
          segments={[
            { id: 'person', label: t('invite.person', 'A colleague') },
            { id: 'partner', label: t('invite.partner', 'A partner') },
            { id: 'neutral', label: t('invite.neutral', 'A neutral third') },
          ]}
        />
        {error !== null && !(error instanceof ApiError && error.fields.length) && (
          <p role="alert" className="field-error">
            {words(error)}
          </p>
        )}
        <TextField
          label={t('signin.email', 'Email')}
          type="email"
          value={email}
          onChange={setEmail}
          error={field('email')}
          isRequired
          autoFocus
        />
        {kind !== 'person' && (
          <TextField
            label={t('invite.organisation', 'Their organisation')}
            value={organisation}
            onChange={setOrganisation}
            error={field('organisation_name')}
            isRequired
            hint={t('invite.before', 'They see name, inviter and kind only, until they accept.')}
          />
        )}
        <Select
          label={t('people.role', 'Role')}
          value={role}
          onChange={setRole}
          error={field('role')}
          options={roles.map((id) => ({ id, label: roleWord(id), note: roleNote(id) }))}
        />
      </form>
    </Dialog>
  );
}
