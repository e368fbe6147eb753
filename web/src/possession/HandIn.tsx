import { useState } from 'react';
import { base, call, query } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import type { Alliance, WitnessList } from '@/api/types';
import { Button, ButtonAnchor } from '@/components/Button';
import { Form } from '@/components/Form';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

/** Takes the signature line that a witness made elsewhere. */
export function HandIn({ alliance, list }: { alliance: Alliance; list: WitnessList }) {
  const watched = list.heads.filter((head) => list.items.some((item) => item.space === head.space));
  const [space, setSpace] = useState('');
  const [head, setHead] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = watched.find((head) => head.space === space) ?? watched[0];
  if (!chosen) return null;

  async function handIn() {
    setBusy(true);
    setError('');
    try {
      await call('POST', `/alliances/${alliance.id}/record/cosignatures`, {
        body: { space: chosen!.space, head: head.trim() },
      });
      apply({});
      setHead('');
      toast({ text: t('witness.thanks', 'The head is countersigned') });
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Form className="card stack" onSubmit={handIn}>
      <h2>{t('witness.hand', 'Hand in a signature')}</h2>
      {watched.length > 1 && (
        <Select
          label={t('witness.space', 'Which record it countersigns')}
          value={chosen.space}
          onChange={setSpace}
          options={watched.map((head) => ({ id: head.space, label: head.space_name }))}
        />
      )}
      <TextField
        label={t('witness.head.signed', 'The countersigned head')}
        hint={t('witness.head.text', 'All that “entente witness sign” printed, from the first line to the last')}
        rows={6}
        value={head}
        onChange={setHead}
        error={error}
      />
      <div className="row">
        <Button type="submit" look={list.items.some((item) => item.ours) ? 'primary' : 'plain'} isPending={busy}>
          {t('witness.hand.act', 'Hand in')}
        </Button>
        <ButtonAnchor
          icon="download"
          href={`${base}/alliances/${alliance.id}/record/head${query({ space: chosen.space })}`}
          download="head.txt"
        >
          {t('witness.head', 'Newest head')}
        </ButtonAnchor>
      </div>
    </Form>
  );
}
