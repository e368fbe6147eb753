import { useId, useState } from 'react';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { save } from './acts';
import { pageWord } from './address';
import { usePages } from './pages';
import type { Audience } from './queries';
import { audienceLabel, sharingText } from './words';

type SaveProps = { slug: string; address: string; audiences: readonly Audience[]; onClose: () => void };

/** A name for what is on the screen, and who else finds it. */
export function SaveDialog({ slug, address, audiences, onClose }: SaveProps) {
  const [name, setName] = useState('');
  const [audience, setAudience] = useState<Audience>('me');
  const [busy, setBusy] = useState(false);
  const pages = usePages(slug);
  const wrong = useWrong();
  const form = useId();

  async function send() {
    if (!wrong.accept(missing({ name: [name, t('filter.needName', 'Give it a name, so that you find it again.')] }))) return;
    setBusy(true);
    try {
      await save(slug, name.trim(), address, audience);
      onClose();
    } catch (error) {
      wrong.accept(refusal(error, ['name', 'audience']));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t('filter.saveTitle', 'Save this filter')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" form={form} look="primary" isPending={busy}>
            {t('filter.saveAct', 'Save')}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={send} className="stack">
        <TextField
          autoFocus
          label={t('filter.name', 'Name')}
          hint={t('filter.nameHint', '{page}, as it is on the screen now', { page: pageWord(address, slug, pages) })}
          value={name}
          onChange={setName}
          error={wrong.at('name')}
        />
        {audiences.length > 0 ? (
          <Select
            label={t('filter.who', 'Who finds it')}
            options={(['me', ...audiences] as const).map((id) => ({ id, label: audienceLabel(id) }))}
            value={audience}
            onChange={setAudience}
            error={wrong.at('audience')}
            hint={audience === 'me' ? undefined : sharingText(audience)}
          />
        ) : null}
        {wrong.rest ? (
          <p role="alert" className="field-error">
            {wrong.rest}
          </p>
        ) : null}
      </Form>
    </Dialog>
  );
}
