import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { edit } from '@/api/edits';
import { meQuery } from '@/api/queries';
import { ActDialog } from '@/components/ActDialog';
import { DateField } from '@/components/DateField';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { TextField } from '@/components/TextField';
import { Digest } from '@/charter/Digest';
import { t } from '@/i18n/t';
import { type Agreement, type AgreementKind, type AgreementList, decline, end, kindWords, sign, withdraw } from './queries';

/** Name, kind, parties, days; who is asked to ratify what will lie in its space. */
export function AgreementDialog({ slug, parties, onClose }: { slug: string; parties: AgreementList['parties']; onClose: () => void }) {
  const others = parties.filter((one) => !one.own);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<AgreementKind>('development');
  const [summary, setSummary] = useState('');
  const [starts, setStarts] = useState('');
  const [ends, setEnds] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(others.length === 1 ? others.map((one) => one.id) : []);
  const [ratifies, setRatifies] = useState<readonly string[]>(parties.filter((one) => !one.neutral).map((one) => one.id));
  const toggle = (list: readonly string[], id: string, on: boolean) => (on ? [...list, id] : list.filter((one) => one !== id));
  const within = parties.filter((one) => one.own || chosen.includes(one.id));
  return (
    <ActDialog
      title={t('agreement.new', 'Propose an agreement')}
      act={t('agreement.newAct', 'Propose it')}
      width="m"
      fields={['name', 'summary', 'starts', 'ends', 'parties']}
      ready={name.trim() !== '' && chosen.length > 0}
      onClose={onClose}
      onSubmit={() =>
        edit({
          method: 'POST',
          path: `/alliances/${slug}/agreements`,
          body: {
            name: name.trim(),
            kind,
            summary: summary.trim(),
            parties: within.map((one) => ({ party: one.id, must_ratify: ratifies.includes(one.id) })),
            ...(starts ? { starts } : {}),
            ...(ends ? { ends } : {}),
          },
          said: t('agreement.proposed', 'Proposed. Every party has to sign, yours too.'),
        })
      }
    >
      {(field) => (
        <>
          <TextField autoFocus label={t('agreement.name', 'Name')} value={name} onChange={setName} error={field('name')} isRequired />
          <Select
            label={t('agreement.kind', 'Kind')}
            options={(Object.keys(kindWords()) as AgreementKind[]).map((id) => ({ id, label: kindWords()[id] }))}
            value={kind}
            onChange={setKind}
          />
          <fieldset className="agreement-choice">
            <legend className="field-label">{t('agreement.with', 'With whom')}</legend>
            {others.map((one) => (
              <Switch key={one.id} isSelected={chosen.includes(one.id)} onChange={(on) => setChosen(toggle(chosen, one.id, on))}>
                {one.name}
              </Switch>
            ))}
            <p className="small soft">
              {field('parties') ?? t('agreement.hidden', 'Who is not chosen here never learns that it exists.')}
            </p>
          </fieldset>
          <TextField
            optional
            rows={3}
            label={t('agreement.summary', 'What it is about')}
            value={summary}
            onChange={setSummary}
            error={field('summary')}
          />
          <div className="form-pair">
            <DateField optional label={t('agreement.starts', 'From')} value={starts} onChange={setStarts} error={field('starts')} />
            <DateField optional label={t('agreement.ends', 'Until')} value={ends} onChange={setEnds} error={field('ends')} />
          </div>
          <fieldset className="agreement-choice">
            <legend className="field-label">{t('agreement.ratify', 'Who ratifies the charter of its space')}</legend>
            {within.map((one) => (
              <Switch key={one.id} isSelected={ratifies.includes(one.id)} onChange={(on) => setRatifies(toggle(ratifies, one.id, on))}>
                {one.name}
              </Switch>
            ))}
          </fieldset>
        </>
      )}
    </ActDialog>
  );
}

function Password({ value, onChange, error }: { value: string; onChange: (text: string) => void; error: string | undefined }) {
  const me = useSuspenseQuery(meQuery).data;
  return (
    <>
      {/* For the managers of passwords, which want to know whose it is. */}
      <input type="text" name="username" autoComplete="username" value={me.person.email} readOnly hidden />
      <TextField
        type="password"
        autoComplete="current-password"
        label={t('sign.password', 'Your password')}
        value={value}
        onChange={onChange}
        error={error}
        isRequired
      />
    </>
  );
}

/** With the password a person binds the organisation to exactly this text. */
export function SignDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const me = useSuspenseQuery(meQuery).data;
  const [password, setPassword] = useState('');
  return (
    <ActDialog
      title={t('agreement.signTitle', 'Sign “{name}”', { name: agreement.name })}
      act={t('agreement.signFor', 'Sign for {name}', { name: me.organisation.name })}
      fields={['password']}
      ready={password !== ''}
      onClose={onClose}
      onSubmit={() => sign(agreement, password)}
    >
      {(field) => (
        <>
          <p>{t('agreement.signText', 'With your password you bind your organisation to this agreement. It is in force once every party has signed.')}</p>
          <p className="small soft">
            {t('sign.digest', 'Digest')}: <Digest digest={agreement.digest} full />
          </p>
          <Password value={password} onChange={setPassword} error={field('password')} />
          <p className="small soft">{t('agreement.signFinal', 'This cannot be undone; an agreement can be ended later.')}</p>
        </>
      )}
    </ActDialog>
  );
}

export function DeclineDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('agreement.declineTitle', 'Decline “{name}”', { name: agreement.name })}
      act={t('agreement.declineAct', 'Decline it')}
      fields={['reason']}
      ready={reason.trim() !== ''}
      onClose={onClose}
      onSubmit={() => decline(agreement, reason)}
    >
      {(field) => (
        <>
          <p className="soft">{t('agreement.declineText', 'It ends here for all its parties. Say what you would agree to. This cannot be undone.')}</p>
          <TextField autoFocus rows={4} label={t('agreement.reason', 'Why?')} value={reason} onChange={setReason} error={field('reason')} isRequired />
        </>
      )}
    </ActDialog>
  );
}

export function WithdrawDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  return (
    <ActDialog
      title={t('agreement.withdrawTitle', 'Withdraw “{name}”', { name: agreement.name })}
      act={t('withdraw.act', 'Withdraw it')}
      danger
      fields={[]}
      onClose={onClose}
      onSubmit={() => withdraw(agreement)}
    >
      {() => <p className="soft">{t('agreement.withdrawText', 'Nobody can sign it any more. It stays in the record of its parties. This cannot be undone.')}</p>}
    </ActDialog>
  );
}

export function EndDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  return (
    <ActDialog
      title={t('agreement.endTitle', 'End “{name}”', { name: agreement.name })}
      act={t('agreement.endAct', 'End the agreement')}
      danger
      fields={['reason', 'password']}
      ready={reason.trim() !== '' && password !== ''}
      onClose={onClose}
      onSubmit={() => end(agreement, reason, password)}
    >
      {(field) => (
        <>
          <p className="soft">{t('agreement.endText', 'What lies in its space stays readable for its parties, and nothing is added any more. This cannot be undone.')}</p>
          <TextField autoFocus rows={3} label={t('agreement.reason', 'Why?')} value={reason} onChange={setReason} error={field('reason')} isRequired />
          <Password value={password} onChange={setPassword} error={field('password')} />
        </>
      )}
    </ActDialog>
  );
}
