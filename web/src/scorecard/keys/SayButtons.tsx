import { useState } from 'react';
import type { Cell, Id, ValueWord } from '@/api/types';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import { DisputeDialog } from './DisputeDialog';
import { accept, type Spoken, takeBack } from './say';
import { ownWord } from './words';

type SayProps = {
  alliance: Id;
  about: Spoken;
  submission: Cell['submission'];
  words: readonly ValueWord[] | null | undefined;
  /** In a long list the buttons are told apart by what they are about. */
  named?: boolean;
};

/** Accept or dispute one value, or take back what one's own side said of it. */
export function SayButtons({ alliance, about, submission, words, named = false }: SayProps) {
  const [busy, setBusy] = useState(false);
  const [disputing, setDisputing] = useState(false);
  const own = ownWord(words);
  const label = (act: string) => (named ? { 'aria-label': `${act}: ${about.name}, ${about.label}` } : {});
  async function once(act: () => Promise<unknown>) {
    setBusy(true);
    await act();
    setBusy(false);
  }
  const texts = {
    accept: own?.verdict === 'disputed' ? t('keys.acceptAfter', 'Accept it after all') : t('keys.accept', 'Accept'),
    dispute: own?.verdict === 'disputed' ? t('keys.changeOwn', 'Change yours…') : t('keys.dispute', 'Dispute…'),
    back: t('keys.takeBack', 'Take back'),
  };
  return (
    <span className="row keys-say">
      {(submission === 'submitted' || submission === 'disputed') && own?.verdict !== 'accepted' ? (
        <Button size="s" icon="check" isDisabled={busy} {...label(texts.accept)} onPress={() => void once(() => accept(alliance, [about]))}>
          {texts.accept}
        </Button>
      ) : null}
      <Button size="s" isDisabled={busy} {...label(texts.dispute)} onPress={() => setDisputing(true)}>
        {texts.dispute}
      </Button>
      {own ? (
        <Button size="s" look="quiet" isDisabled={busy} {...label(texts.back)} onPress={() => void once(() => takeBack(alliance, about))}>
          {texts.back}
        </Button>
      ) : null}
      {disputing ? (
        <DisputeDialog alliance={alliance} about={about} own={own} onClose={() => setDisputing(false)} />
      ) : null}
    </span>
  );
}
