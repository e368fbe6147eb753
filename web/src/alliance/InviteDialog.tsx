import './invitations.css';
import { useId, useState } from 'react';
import { edit } from '@/api/edits';
import type { Alliance, Role } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { choice } from '@/i18n/format';
import { t } from '@/i18n/t';
import { CopyLink } from './CopyLink';
import { roleNote, rolesFor, roleWord } from './words';

type Kind = 'person' | 'partner' | 'neutral';

/** Asks somebody in: a colleague, the partner's first person, or a neutral third. The link is handed over by the inviter. */
export function InviteDialog({ alliance, onClose }: { alliance: Alliance; onClose: () => void }) {
  const partners = alliance.parties.filter((party) => party.kind === 'partner' && party.state === 'confirmed');
  const alone = alliance.parties.filter((party) => party.kind === 'partner').length < 2;
  const [kind, setKind] = useState<Kind>(alone ? 'partner' : 'person');
  const [email, setEmail] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [role, setRole] = useState<Role>(alone ? 'alliance_manager' : 'team_member');
  const wrong = useWrong();
  const [link, setLink] = useState('');
  const form = useId();

  async function submit() {
    const empty = missing({
      email: [email, t('invite.needEmail', 'Type the e-mail address of the person you invite.')],
      ...(kind === 'person'
        ? {}
        : { organisation_name: [organisation, t('invite.needOrganisation', 'Name their organisation.')] as const }),
    });
    if (!wrong.accept(empty)) return;
    try {
      const body = { email, role, kind, ...(kind === 'person' ? {} : { organisation_name: organisation }) };
      const invitation = await edit<{ link: string }>({
        method: 'POST',
        path: `/alliances/${alliance.id}/invitations`,
        body,
      });
      setLink(new URL(invitation.link, location.origin).href);
    } catch (reason) {
      wrong.accept(refusal(reason, ['email', 'organisation_name', 'role']));
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
      <Form id={form} onSubmit={submit} className="stack">
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
        {kind === 'partner' && partners.length > 1 && (
          <p className="invite-note small">
            {t(
              'invite.consent',
              'One partner alone cannot bring in another. The link works once {names} has agreed, on its own People page.',
              { names: choice(partners.filter((party) => party.id !== alliance.me.party).map((party) => party.name)) },
            )}
          </p>
        )}
        {wrong.rest && (
          <p role="alert" className="field-error">
            {wrong.rest}
          </p>
        )}
        <TextField
          label={t('signin.email', 'E-mail')}
          type="email"
          value={email}
          onChange={setEmail}
          error={wrong.at('email')}
          autoFocus
        />
        {kind !== 'person' && (
          <TextField
            label={t('invite.organisation', 'Their organisation')}
            value={organisation}
            onChange={setOrganisation}
            error={wrong.at('organisation_name')}
            hint={t('invite.before', 'They see name, inviter and kind only, until they accept.')}
          />
        )}
        <Select
          label={t('people.role', 'Role')}
          value={role}
          onChange={setRole}
          error={wrong.at('role')}
          options={rolesFor(kind === 'neutral' ? 'neutral' : 'partner').map((id) => ({ id, label: roleWord(id), note: roleNote(id) }))}
        />
      </Form>
    </Dialog>
  );
}
