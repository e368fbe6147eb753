import { useState } from 'react';
import { edit, words } from '@/api/edits';
import type { Alliance, Member } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { t } from '@/i18n/t';
import { RoleChoice } from './RoleChoice';

type MemberDialogProps = { alliance: Alliance; member: Member; onClose: () => void };

/** The roles of one person, and whether the person may work here at all. */
export function MemberDialog({ alliance, member, onClose }: MemberDialogProps) {
  const [roles, setRoles] = useState(member.roles);
  const [themes, setThemes] = useState(member.themes);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const { name } = member.person;
  const side = alliance.parties.find((party) => party.id === member.party)?.kind ?? 'partner';
  const suspended = member.state === 'suspended';

  async function save(change: object, said: string) {
    setBusy(true);
    setError('');
    try {
      await edit({
        method: 'PATCH',
        path: `/alliances/${alliance.id}/members/${member.person.id}`,
        version: member.version,
        body: change,
        said,
      });
      onClose();
    } catch (reason) {
      setError(words(reason));
      setBusy(false);
    }
  }

  const foot = (
    <>
      <Button
        look="quiet"
        onPress={() =>
          save(
            { state: suspended ? 'confirmed' : 'suspended' },
            suspended
              ? t('member.back', '{name} may work here again', { name })
              : t('member.out', '{name} is suspended', { name }),
          )
        }
      >
        {suspended ? t('member.restore', 'Let work again') : t('member.suspend', 'Suspend')}
      </Button>
      <span className="push" />
      <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
      <Button
        look="primary"
        isPending={busy}
        onPress={() => save({ roles, themes }, t('member.changed', 'Roles of {name} changed', { name }))}
      >
        {t('dialog.save', 'Save')}
      </Button>
    </>
  );
  return (
    <Dialog title={name} width="m" isOpen onClose={onClose} foot={foot}>
      <p className="soft">
        {member.organisation_name} · {member.person.email}
      </p>
      {error && (
        <p role="alert" className="notice">
          {error}
        </p>
      )}
      <RoleChoice value={roles} onChange={setRoles} side={side} themes={alliance.themes} own={themes} onThemes={setThemes} />
    </Dialog>
  );
}
