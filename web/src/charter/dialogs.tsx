import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { meQuery } from '@/api/queries';
import { ActDialog } from '@/components/ActDialog';
import { DateField } from '@/components/DateField';
import { TextField } from '@/components/TextField';
import { moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { useFilters } from '@/shell/filters';
import { propose, ratify, sendBack, withdraw } from './acts';
import { Digest } from './Digest';
import type { Charter } from './queries';

export function ProposeDialog({ next, changes, onClose }: { next: number; changes: number; onClose: () => void }) {
  const { slug } = useAlliance();
  const [{ space }] = useFilters();
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('');
  const [early, setEarly] = useState(false);
  return (
    <ActDialog
      title={t('propose.title', 'Propose version {n}', { n: next })}
      fields={['note', 'effective_from']}
      act={t('propose.act', 'Propose version {n}', { n: next })}
      onClose={onClose}
      onSubmit={() => propose(slug, note, early ? from : '', space)}
    >
      {(field) => (
        <>
          <p className="soft">
            {t(
              'propose.text',
              'The draft with its {n} {n|change|changes} is frozen as it is now. Each partner ratifies it or returns it. A later change of the draft makes the proposal void.',
              { n: changes },
            )}
          </p>
          <TextField
            autoFocus
            label={t('propose.note', 'What is new, in a sentence or two')}
            rows={3}
            value={note}
            onChange={setNote}
            error={field('note')}
            optional
          />
          {early ? (
            <DateField
              label={t('propose.from', 'Holds from an earlier day')}
              hint={t('propose.fromHint', 'What it changes in earlier periods is marked as restated.')}
              value={from}
              onChange={setFrom}
              error={field('effective_from')}
            />
          ) : (
            <button type="button" className="link-button" onClick={() => setEarly(true)}>
              {t('propose.early', 'It should hold from an earlier day')}
            </button>
          )}
        </>
      )}
    </ActDialog>
  );
}

/** What exactly is bound by the signature, and the password for it. */
export function RatifyDialog({ charter, onClose }: { charter: Charter; onClose: () => void }) {
  const alliance = useAlliance();
  const me = useSuspenseQuery(meQuery).data;
  const [password, setPassword] = useState('');
  const now = useNow();
  const bound: [string, ReactNode][] = [
    [t('sign.who', 'You'), `${me.person.name}, ${me.person.email}`],
    [t('sign.for', 'For'), me.organisation.name],
    [t('sign.what', 'Version'), t('sign.version', '{n} of the charter of {alliance}', { n: charter.number, alliance: alliance.name })],
    [t('sign.digest', 'Digest'), <Digest key="digest" digest={charter.digest} full />],
    [t('sign.when', 'Time'), moment(now)],
  ];
  return (
    <ActDialog
      title={t('sign.title', 'Ratify version {n}', { n: charter.number })}
      fields={['password']}
      act={t('sign.act', 'Ratify for {name}', { name: me.organisation.name })}
      ready={password !== ''}
      onClose={onClose}
      onSubmit={() => ratify(charter, alliance.me.party ?? '', password)}
    >
      {(field) => (
        <>
          <p>{t('sign.text', 'With your password you bind your organisation to exactly this text:')}</p>
          <dl className="sign-bound">
            {bound.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {/* For the managers of passwords, which want to know whose it is. */}
          <input type="text" name="username" autoComplete="username" value={me.person.email} readOnly hidden />
          <TextField
            autoFocus
            type="password"
            autoComplete="current-password"
            label={t('sign.password', 'Your password')}
            value={password}
            onChange={setPassword}
            error={field('password')}
            isRequired
          />
          <p className="small soft">
            {t(
              'sign.final',
              'This cannot be undone. The version is in force as soon as every partner has ratified it; another one can take its place later.',
            )}
          </p>
        </>
      )}
    </ActDialog>
  );
}

function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function ReturnDialog({ charter, onClose }: { charter: Charter; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('return.title', 'Return version {n}', { n: charter.number })}
      fields={['reason']}
      act={t('return.act', 'Return it')}
      ready={reason.trim() !== ''}
      onClose={onClose}
      onSubmit={() => sendBack(charter, reason)}
    >
      {(field) => (
        <>
          <p className="soft">
            {t(
              'return.text',
              'The proposal ends here, and the draft stays as it is. Say what has to be different, so that the next version can be agreed. This cannot be undone.',
            )}
          </p>
          <TextField
            autoFocus
            label={t('return.reason', 'Why, and what would you agree to?')}
            rows={4}
            value={reason}
            onChange={setReason}
            error={field('reason')}
            isRequired
          />
        </>
      )}
    </ActDialog>
  );
}

export function WithdrawDialog({ charter, onClose }: { charter: Charter; onClose: () => void }) {
  return (
    <ActDialog
      title={t('withdraw.title', 'Withdraw version {n}', { n: charter.number })}
      fields={[]}
      act={t('withdraw.act', 'Withdraw it')}
      danger
      onClose={onClose}
      onSubmit={() => withdraw(charter)}
    >
      {() => (
        <p className="soft">
          {t(
            'withdraw.text',
            'Nobody can ratify it any more, and what was said on it stays in the record. The draft stays as it is. This cannot be undone.',
          )}
        </p>
      )}
    </ActDialog>
  );
}
