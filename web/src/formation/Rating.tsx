import { useState } from 'react';
import { edit } from '@/api/edits';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Icon } from '@/components/Icon';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useSlug } from '@/shell/alliance-context';
import { rate } from './acts';
import { ConsentMeter } from './Consent';
import type { Card, Workshop } from './queries';
import { ratingWords } from './words';

/** Where the rating stands, and what can be done about it. */
export function RatingBar({ workshop }: { workshop: Workshop }) {
  const [asking, setAsking] = useState<'open' | 'close' | null>(null);
  const send = (act: 'open' | 'close', said: string) =>
    edit({ method: 'POST', path: `/workshops/${workshop.id}/rating/${act}`, version: workshop.version, said });
  const close = () => setAsking(null);
  const isOpen = workshop.rating === 'open';
  const some = workshop.cards.length > 0;
  return (
    <div className="card rating-bar" data-open={isOpen ? '' : undefined}>
      <div>
        <p>
          <b>
            {isOpen
              ? t('rating.isOpen', 'Rating {n} is open', { n: workshop.round })
              : workshop.rating === 'closed'
                ? t('rating.isClosed', 'Rating {n} is closed', { n: workshop.round })
                : t('rating.isNot', 'Not rated yet')}
          </b>
        </p>
        <p className="soft small">
          {isOpen
            ? t('rating.blind', 'The board stands still. Nobody sees how, or whether, somebody else rated until it is closed.')
            : t('rating.voters', 'Who rates: {who}.', {
                who: list(workshop.voters.map((one) => t('rating.voter', '{n} of {party}', { n: one.voters, party: one.name }))) || '–',
              })}
        </p>
      </div>
      <ConsentMeter percent={workshop.consent} />
      {workshop.may_lead ? (
        isOpen ? (
          <Button look="primary" onPress={() => setAsking('close')}>
            {t('rating.close', 'Close the rating')}
          </Button>
        ) : (
          <Button isDisabled={!some} onPress={() => setAsking('open')}>
            {workshop.round ? t('rating.again', 'Rate again') : t('rating.open', 'Open a rating')}
          </Button>
        )
      ) : null}
      <ConfirmDialog
        title={t('rating.openTitle', 'Open a rating?')}
        act={t('rating.open', 'Open a rating')}
        isOpen={asking === 'open'}
        onClose={close}
        onConfirm={() => send('open', t('rating.opened', 'The rating is open'))}
      >
        <p>{t('rating.openText', 'Until it is closed no card is added, changed or removed, and nobody joins or leaves. Each participant of a partner rates every card from 1 to 5.')}</p>
        <Few workshop={workshop} />
      </ConfirmDialog>
      <ConfirmDialog
        title={t('rating.closeTitle', 'Close the rating?')}
        act={t('rating.close', 'Close the rating')}
        isOpen={asking === 'close'}
        onClose={close}
        onConfirm={() => send('close', t('rating.closed', 'The rating is closed'))}
      >
        {t('rating.closeText', 'Each party’s mean is shown from then on; who said what is deleted. What the partners do not agree on becomes an open matter. Where only one partner has rated, its ratings are thrown away unseen. This cannot be undone.')}
      </ConfirmDialog>
    </div>
  );
}

/** What a small party gives away is told before anybody rates. */
function Few({ workshop }: { workshop: Workshop }) {
  const few = workshop.voters.filter((one) => one.few && one.voters > 0);
  if (!few.length) return null;
  return (
    <p className="rating-few small">
      <Icon name="info" size={16} />
      <span>
        {few
          .map((one) =>
            one.voters === 1
              ? t('rating.one', 'One person rates for {party}: the party’s mean is that person’s rating.', { party: one.name })
              : t('rating.few', '{n} people rate for {party}: from the mean one can guess who said what.', { n: one.voters, party: one.name }),
          )
          .join(' ')}
      </span>
    </p>
  );
}

/** One's own ratings, card by card. */
export function RatingList({ workshop }: { workshop: Workshop }) {
  const slug = useSlug();
  const cards = workshop.cards.filter((card) => !card.merged_into && !card.objective);
  const done = cards.filter((card) => typeof card.my_rating === 'number').length;
  return (
    <section aria-labelledby="rating" className="rating-list">
      <div className="formation-head">
        <h2 id="rating">{t('rating.title', 'Should this be an objective of ours?')}</h2>
        <span className="soft">{t('rating.done', 'You rated {n} of {all}', { n: done, all: cards.length })}</span>
      </div>
      <Few workshop={workshop} />
      <ul>
        {cards.map((card) => (
          <li key={card.id} className="rating-line">
            <div>
              <b>{card.title}</b>
              {card.description ? <p className="small soft">{card.description}</p> : null}
            </div>
            <Choice card={card} onRate={(value) => void rate(slug, workshop, card.id, value)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Choice({ card, onRate }: { card: Card; onRate: (value: number | null) => void }) {
  return (
    <fieldset className="rating-choice">
      <legend className="visually-hidden">{t('rating.of', 'Your rating of “{title}”', { title: card.title })}</legend>
      {ratingWords().map((word, index) => (
        <label key={word} className="rating-option" data-chosen={card.my_rating === index + 1 ? '' : undefined}>
          <input type="radio" name={card.id} checked={card.my_rating === index + 1} onChange={() => onRate(index + 1)} />
          <span className="number">{index + 1}</span>
          <span className="rating-word">{word}</span>
        </label>
      ))}
      <button type="button" className="link-button rating-none" disabled={typeof card.my_rating !== 'number'} onClick={() => onRate(null)}>
        {t('rating.clear', 'Clear')}
      </button>
    </fieldset>
  );
}
