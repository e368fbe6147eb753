import { Suspense, useState } from 'react';
import { tryEdit } from '@/api/edits';
import type { ObjectiveView, Override } from '@/api/types';
import { Button } from '@/components/Button';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightMark, lightWord } from '@/pictures';
import { HandLightDialog } from './dialogs';

/** The light set by hand: who set it, why and until when, whether the other partner agrees, and what the values say. */
export function HandLight({ objective }: { objective: ObjectiveView }) {
  const [asking, setAsking] = useState(false);
  const { override, judgement } = objective;
  return (
    <>
      {override ? <Notice override={override} computed={judgement.computed_light ?? judgement.light} /> : null}
      {objective.may_set_light ? (
        <Button size="s" icon="edit" className="hand-light-set" onPress={() => setAsking(true)}>
          {t('handLight.set', 'Set the light by hand')}
        </Button>
      ) : null}
      <Suspense>
        {asking ? <HandLightDialog objective={objective} onClose={() => setAsking(false)} /> : null}
      </Suspense>
    </>
  );
}

type Light = ObjectiveView['judgement']['light'];

function Notice({ override, computed }: { override: Override; computed: Light }) {
  const [busy, setBusy] = useState(false);
  const path = `/overrides/${override.id}`;
  async function once(act: () => Promise<unknown>) {
    setBusy(true);
    await act();
    setBusy(false);
  }
  const remove = (said: string) => () => tryEdit({ method: 'DELETE', path, version: override.version, said });
  const consent = () =>
    tryEdit({
      method: 'POST',
      path: `${path}/consent`,
      version: override.version,
      said: t('handLight.agreed', 'Agreed: the light set by hand counts now'),
    });
  const words = {
    by: override.by,
    party: override.party,
    light: lightWord(override.light).toLowerCase(),
    date: date(override.expires),
  };
  return (
    <div className="hand-light" data-waits={override.consented ? undefined : ''}>
      <div className="hand-light-lights">
        <span className="hand-light-one">
          <LightMark state={{ light: override.light, overridden: true }} size={24} />
          <span>
            <b>{lightWord(override.light)}</b>
            <span className="soft small">{t('handLight.byHand', 'set by hand')}</span>
          </span>
        </span>
        <span className="hand-light-one">
          <LightMark state={{ light: computed }} size={24} />
          <span>
            <b>{lightWord(computed)}</b>
            <span className="soft small">{t('handLight.byValues', 'by the values')}</span>
          </span>
        </span>
      </div>
      <blockquote>{override.reason}</blockquote>
      <p className="soft small">
        {override.consented
          ? t('handLight.is', '{by}, {party}, set it to {light} until {date}.', words)
          : t('handLight.wants', '{by}, {party}, would set it to {light} until {date}. It counts once the other partner agrees.', words)}
      </p>
      <div className="row">
        {override.may_consent ? (
          <>
            <Button size="s" look="primary" icon="check" isDisabled={busy} onPress={() => void once(consent)}>
              {t('handLight.agree', 'Agree')}
            </Button>
            <Button
              size="s"
              isDisabled={busy}
              onPress={() => void once(remove(t('handLight.refused', 'Not agreed: the light by the values stays')))}
            >
              {t('handLight.refuse', 'Do not agree')}
            </Button>
          </>
        ) : override.may_remove ? (
          <Button
            size="s"
            isDisabled={busy}
            onPress={() => void once(remove(t('handLight.gone', 'The light set by hand is taken away')))}
          >
            {override.consented ? t('handLight.take', 'Take it away') : t('handLight.withdraw', 'Withdraw')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
