import './keys.css';
import { useState } from 'react';
import { tryEdit } from '@/api/edits';
import type { Id, Judgement, LightWord, PeriodInfo } from '@/api/types';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { ago } from '@/i18n/format';
import { t } from '@/i18n/t';
import { lightWord } from '@/pictures';
import { ContestDialog } from './ContestDialog';

export type LightOf = {
  alliance: Id;
  /** The objective or theme. */
  object: Id;
  title: string;
  judgement: Pick<Judgement, 'light' | 'computed_light'>;
  period: Pick<PeriodInfo, 'period' | 'label' | 'side'>;
};

/** The light that words are about: the one by the values, whatever was set by hand. */
export const lightOf = ({ judgement }: LightOf) => judgement.computed_light ?? judgement.light;

type LightWordsProps = { of: LightOf; words: readonly LightWord[]; mayConfirm: boolean };

/** Who confirms and who contests the light of the period, and the own word on it. */
export function LightWords({ of, words, mayConfirm }: LightWordsProps) {
  const [contesting, setContesting] = useState(false);
  const [busy, setBusy] = useState(false);
  const light = lightOf(of);
  const own = words.find((word) => word.mine);
  // The light under "Only us" may be another one than the joint one, about which the partners speak.
  const may = mayConfirm && of.period.side === 'joint' && light !== 'grey';
  if (!may && words.length === 0) return null;
  async function say(verdict: 'confirmed' | 'withdrawn', said: string) {
    setBusy(true);
    await tryEdit({
      method: 'POST',
      path: `/alliances/${of.alliance}/light-verdicts`,
      body: { object: of.object, period: of.period.period, verdict, light },
      said,
    });
    setBusy(false);
  }
  return (
    <div className="light-words">
      {words.length ? (
        <ul className="keys-words">
          {words.map((word) => (
            <li key={word.party} data-verdict={word.verdict}>
              <Icon name={word.verdict === 'contested' ? 'flag' : 'check'} size={14} />
              <span>
                {word.verdict === 'contested'
                  ? t('lightWord.contests', '{party} contests the light “{light}”', {
                      party: word.party_name,
                      light: lightWord(word.light).toLowerCase(),
                    })
                  : t('lightWord.confirms', '{party} confirms the light “{light}”', {
                      party: word.party_name,
                      light: lightWord(word.light).toLowerCase(),
                    })}
                {word.light === light ? '' : ` ${t('lightWord.earlier', '(as it was then)')}`}
              </span>
              {word.reason ? <q>{word.reason}</q> : null}
              <span className="faint">
                {word.by ? `${word.by}, ` : ''}
                {ago(word.said_at)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {may ? (
        <span className="row">
          {own?.verdict === 'confirmed' && own.light === light ? null : (
            <Button
              size="s"
              icon="check"
              isDisabled={busy}
              onPress={() => void say('confirmed', t('lightWord.confirmed', 'The light of {period} is confirmed', { period: of.period.label }))}
            >
              {t('lightWord.confirm', 'Confirm the light')}
            </Button>
          )}
          <Button size="s" icon="flag" isDisabled={busy} onPress={() => setContesting(true)}>
            {own?.verdict === 'contested' ? t('lightWord.change', 'Change the reason…') : t('lightWord.contest', 'Contest it…')}
          </Button>
          {own ? (
            <Button size="s" look="quiet" isDisabled={busy} onPress={() => void say('withdrawn', t('keys.takenBack', 'Your side’s word is taken back'))}>
              {t('keys.takeBack', 'Take back')}
            </Button>
          ) : null}
        </span>
      ) : null}
      {contesting ? <ContestDialog of={of} own={own} onClose={() => setContesting(false)} /> : null}
    </div>
  );
}
