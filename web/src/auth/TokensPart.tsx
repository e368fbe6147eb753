import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CopyLink } from '@/alliance/CopyLink';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { tokensQuery } from '@/api/queries';
import type { Token } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Form } from '@/components/Form';
import { Icon } from '@/components/Icon';
import { TextField } from '@/components/TextField';
import { ago, date } from '@/i18n/format';
import { t } from '@/i18n/t';

/** Keys for programs that act as this person. */
export function TokensPart() {
  const tokens = useQuery(tokensQuery);
  const [name, setName] = useState('');
  const [made, setMade] = useState('');
  const [error, setError] = useState('');
  const [ending, setEnding] = useState<Token | null>(null);

  async function make() {
    setError(name.trim() ? '' : t('tokens.needName', 'Say which program will use it.'));
    if (!name.trim()) return;
    try {
      const token = await call<{ token: string }>('POST', '/me/tokens', { body: { name } });
      setMade(token.token);
      setName('');
      await tokens.refetch();
    } catch (reason) {
      setError(words(reason));
    }
  }

  const items = tokens.data?.items ?? [];
  return (
    <>
      <Form className="card stack" onSubmit={make}>
        <p className="soft">
          {t('tokens.text', 'A program that shows a token may do what you may do.')}{' '}
          <Link to="/api/docs">{t('tokens.docs', 'What the API offers')}</Link>
        </p>
        <div className="tokens-new">
          <TextField
            label={t('tokens.name', 'What is it for?')}
            value={name}
            onChange={setName}
            error={error}
          />
          <Button type="submit" look="primary">
            {t('tokens.make', 'Make a token')}
          </Button>
        </div>
        {made && (
          <div className="stack tokens-made" role="status">
            <p>{t('tokens.once', 'Copy it now: it is shown this once only.')}</p>
            <CopyLink link={made} label={t('tokens.token', 'Token')} />
          </div>
        )}
      </Form>
      {items.length > 0 && (
        <ul className="card settings-list">
          {items.map((token) => (
            <li key={token.id}>
              <Icon name="key" size={22} />
              <span className="list-text">
                <span className="settings-strong">{token.name}</span>
                <span className="small faint">
                  {t('tokens.made', 'made {day}', { day: date(token.made_at) })} ·{' '}
                  {token.last_used_at
                    ? t('tokens.used', 'used {when}', { when: ago(token.last_used_at) })
                    : t('tokens.never', 'never used')}
                </span>
              </span>
              <Button size="s" onPress={() => setEnding(token)}>
                {t('tokens.end', 'Revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ending && (
        <ConfirmDialog
          title={t('tokens.end.title', 'Revoke “{name}”?', { name: ending.name })}
          act={t('tokens.end.act', 'Revoke the token')}
          danger
          isOpen
          onClose={() => setEnding(null)}
          onConfirm={async () => {
            await call('DELETE', `/me/tokens/${ending.id}`);
            await tokens.refetch();
          }}
        >
          {t('tokens.end.text', 'Programs that use it are refused within a second. This cannot be undone.')}
        </ConfirmDialog>
      )}
    </>
  );
}
