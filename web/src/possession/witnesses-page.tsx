import '@/auth/notice.css';
import './possession.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { base, query } from '@/api/client';
import { edit, words } from '@/api/edits';
import { witnessesQuery } from '@/api/queries';
import type { Alliance, Witness, WitnessList } from '@/api/types';
import { Button, ButtonAnchor } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { EmptyState } from '@/components/EmptyState';
import { Form } from '@/components/Form';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { TextField } from '@/components/TextField';
import { ago, date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { HandIn } from './HandIn';

/** Keys of the parties' own, which countersign the record, so that nobody is shown another history. */
export function WitnessesPage() {
  const alliance = useAlliance();
  useTitle(t('witness.title', 'Witnesses'), alliance.name);
  const list = useQuery(witnessesQuery(alliance.slug));
  if (list.isError) return <Failed error={list.error} />;
  return (
    <Content>
      <PageHeader
        title={t('witness.title', 'Witnesses')}
        path={
          <Link to="/a/$alliance/activity" params={{ alliance: alliance.slug }}>
            {t('section.activity', 'Activity')}
          </Link>
        }
      >
        {t(
          'witness.text',
          'The server signs the record. A witness is a key of your own that signs it too: once you have, nobody can show you, or your partner, another history without being found out.',
        )}
      </PageHeader>
      {list.data ? <Parts alliance={alliance} list={list.data} /> : <Skeleton lines={6} />}
    </Content>
  );
}

function Parts({ alliance, list }: { alliance: Alliance; list: WitnessList }) {
  return (
    <div className="stack witnesses">
      <section className="card stack" aria-labelledby="witness-list">
        <h2 id="witness-list">{t('witness.keys', 'Keys that countersign')}</h2>
        {list.items.length === 0 ? (
          <EmptyState title={t('witness.none', 'No witness yet')}>
            {t('witness.none.text', 'Make a key on a machine of your own, register it here, and countersign now and then.')}
          </EmptyState>
        ) : (
          <ul className="witness-list">
            {list.items.map((item) => (
              <li key={item.id}>
                <Item alliance={alliance} item={item} mayRemove={list.may_change && item.ours} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <How alliance={alliance} list={list} />
      {list.may_change && <Register alliance={alliance} list={list} />}
      <HandIn alliance={alliance} list={list} />
    </div>
  );
}

function Item({ alliance, item, mayRemove }: { alliance: Alliance; item: Witness; mayRemove: boolean }) {
  const [removing, setRemoving] = useState(false);
  return (
    <article className="witness">
      <Icon name="key" size={22} />
      <div className="witness-words">
        <p>
          <strong>{item.name}</strong> · {item.party} · {item.space_name}
        </p>
        <p className="small soft">
          {item.signed_size == null
            ? t('witness.unsigned', 'registered {day}, has not countersigned yet', { day: date(item.made_at.slice(0, 10)) })
            : t('witness.signed', 'countersigned the first {n} {n|act|acts}, {when}', {
                n: item.signed_size,
                when: ago(item.signed_at!),
              })}
        </p>
        <p className="small faint">
          <code className="witness-key">{item.key}</code>
        </p>
      </div>
      {mayRemove && (
        <Button size="s" onPress={() => setRemoving(true)}>
          {t('witness.remove', 'Take away')}
        </Button>
      )}
      <ConfirmDialog
        title={t('witness.remove.title', 'Take {name} away?', { name: item.name })}
        act={t('witness.remove', 'Take away')}
        danger
        isOpen={removing}
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          edit({
            method: 'DELETE',
            path: `/alliances/${alliance.id}/witnesses/${item.id}`,
            said: t('witness.removed', 'The witness is taken away'),
          })
        }
      >
        {t('witness.remove.text', 'It signs no more heads. What it has signed stays, and the record says that it was taken away.')}
      </ConfirmDialog>
    </article>
  );
}

function Register({ alliance, list }: { alliance: Alliance; list: WitnessList }) {
  const [key, setKey] = useState('');
  const [space, setSpace] = useState(list.heads[0]?.space ?? '');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  async function register() {
    setBusy(true);
    setError('');
    try {
      await edit({
        method: 'POST',
        path: `/alliances/${alliance.id}/witnesses`,
        body: { key: key.trim(), space },
        said: t('witness.added', 'The witness is registered'),
      });
      setKey('');
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Form className="card stack" onSubmit={register}>
      <h2>{t('witness.register', 'Register a key of your side')}</h2>
      <TextField
        label={t('witness.key', 'Verifier key')}
        hint={t('witness.key.text', 'The line that “entente witness new” prints: name+number+key')}
        value={key}
        onChange={setKey}
        error={error}
      />
      {list.heads.length > 1 && (
        <Select
          label={t('witness.space', 'Which record it countersigns')}
          value={space}
          onChange={setSpace}
          options={list.heads.map((head) => ({ id: head.space, label: head.space_name }))}
        />
      )}
      <div className="row">
        <Button type="submit" look={list.items.some((item) => item.ours) ? 'plain' : 'primary'} isPending={busy}>
          {t('witness.register.act', 'Register')}
        </Button>
      </div>
    </Form>
  );
}

/** Everything by hand, on a machine that never talks to this server. */
function How({ alliance, list }: { alliance: Alliance; list: WitnessList }) {
  return (
    <section className="card stack" aria-labelledby="witness-how">
      <h2 id="witness-how">{t('witness.how', 'How to do it, on a machine of your own')}</h2>
      <ol className="witness-steps">
        <li>
          {t('witness.how.key', 'Once: make a key, and register the line that is printed.')}
          <pre tabIndex={0}>entente witness new witness.key --name {alliance.slug}/witness</pre>
        </li>
        <li>
          {t('witness.how.take', 'Take the record away.')}
          <div className="row">
            {list.heads.map((head) => (
              <ButtonAnchor
                key={head.space}
                size="s"
                icon="download"
                href={`${base}/alliances/${alliance.id}/record/export${query({ space: head.space })}`}
                download="record.jsonl"
              >
                {head.space_name}
              </ButtonAnchor>
            ))}
          </div>
        </li>
        <li>
          {t('witness.how.sign', 'Check and countersign it. With the head of the last time it is also checked that nothing before it was changed.')}
          <pre tabIndex={0}>entente witness sign record.jsonl --key-file witness.key --head last-head.txt</pre>
        </li>
        <li>{t('witness.how.hand', 'Hand in what is printed, below, and keep it as last-head.txt.')}</li>
      </ol>
      <p className="small faint">
        {t('witness.how.verify', 'Whoever verifies an export can ask for your signature: entente verify FILE --witness KEY')}
      </p>
    </section>
  );
}
