import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { tryEdit } from '@/api/edits';
import type { Id } from '@/api/types';
import { IconButton } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Menu, MenuItem, MenuLine } from '@/components/Menu';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { releaseCard, removeCard } from './acts';
import { RoundScale } from './Consent';
import type { Card, Workshop } from './queries';

export type CardAct = 'edit' | 'place' | 'merge' | 'link' | 'accept';
type TileProps = { workshop: Workshop; card: Card; onAct: (act: CardAct, card: Card) => void; other: string };

/** What a drag carries: our own kind of thing, so that nothing else is taken for a card. */
export const cardType = 'application/x-entente-card';

/** One card of the board. `other` names its place in the order that the columns do not show. */
export function CardTile({ workshop, card, onAct, other }: TileProps) {
  const { slug, parties } = useAlliance();
  const [dragged, setDragged] = useState(false);
  const still = workshop.rating === 'open';
  const free = workshop.may_work && !still;
  const mark = parties.find(({ id }) => id === card.party)?.mark;
  const merged = workshop.cards.filter((one) => one.merged_into === card.id);
  const titleOf = (id: Id) => workshop.cards.find((one) => one.id === id)?.title ?? '';
  const helps = workshop.links.filter((link) => link.cause === card.id);
  return (
    <article
      className="board-card"
      aria-label={card.title}
      draggable={free}
      data-dragged={dragged ? '' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardType, card.id);
        event.dataTransfer.effectAllowed = 'move';
        setDragged(true);
      }}
      onDragEnd={() => setDragged(false)}
    >
      <div className="board-card-head">
        {mark ? <PartnerMark mark={mark} name={card.party_name} size={20} /> : null}
        <h3>{card.title}</h3>
        {workshop.may_work || workshop.may_accept ? (
          <Menu
            trigger={<IconButton size="s" icon="more" label={t('card.acts', 'What to do with “{title}”', { title: card.title })} hint={false} />}
            label={t('card.acts', 'What to do with “{title}”', { title: card.title })}
          >
            {card.may_word ? (
              <MenuItem icon="edit" isDisabled={still} onAction={() => onAct('edit', card)}>
                {t('edit.change', 'Change')}
              </MenuItem>
            ) : null}
            {workshop.may_work ? (
              <>
                <MenuItem icon="grid" isDisabled={still} onAction={() => onAct('place', card)}>
                  {t('card.sortMenu', 'Sort into theme and perspective')}
                </MenuItem>
                <MenuItem icon="share" isDisabled={still} onAction={() => onAct('link', card)}>
                  {t('card.linkMenu', 'Link to what it helps')}
                </MenuItem>
                <MenuItem icon="compare" isDisabled={still || Boolean(card.objective)} onAction={() => onAct('merge', card)}>
                  {t('card.mergeMenu', 'Merge into another card')}
                </MenuItem>
              </>
            ) : null}
            {workshop.may_accept ? (
              <MenuItem icon="seal" isDisabled={still || Boolean(card.objective)} onAction={() => onAct('accept', card)}>
                {t('card.accept', 'Take into the draft')}
              </MenuItem>
            ) : null}
            {card.may_word ? (
              <>
                <MenuLine />
                <MenuItem icon="trash" danger isDisabled={still || Boolean(card.objective)} onAction={() => void removeCard(card)}>
                  {t('edit.remove', 'Remove')}
                </MenuItem>
              </>
            ) : null}
          </Menu>
        ) : null}
      </div>
      {card.description ? <p className="board-card-text">{card.description}</p> : null}
      <p className="board-card-facts small soft">
        {[other, card.findings.length ? t('card.findingCount', '{n} {n|finding|findings}', { n: card.findings.length }) : ''].filter(Boolean).join(' · ')}
      </p>
      {helps.map((link) => (
        <p key={link.id} className="board-card-line small">
          <Icon name="right" size={14} />
          <span>{t('card.helps', 'helps {title}', { title: titleOf(link.effect) })}</span>
          {free ? (
            <IconButton
              size="s"
              icon="close"
              label={t('card.unlink', 'Take the link to “{title}” away', { title: titleOf(link.effect) })}
              hint={false}
              onPress={() => void tryEdit({ method: 'DELETE', path: `/card-links/${link.id}`, version: link.version, said: t('card.unlinked', 'Link removed') })}
            />
          ) : null}
        </p>
      ))}
      {merged.map((one) => (
        <p key={one.id} className="board-card-line small">
          <Icon name="compare" size={14} />
          <span>{t('card.with', 'with “{title}” of {party}', { title: one.title, party: one.party_name })}</span>
          {free ? (
            <IconButton size="s" icon="undo" label={t('card.release', 'Release “{title}”', { title: one.title })} hint={false} onPress={() => void releaseCard(one)} />
          ) : null}
        </p>
      ))}
      {card.rounds[0] ? <RoundScale round={card.rounds[0]} /> : null}
      {card.objective ? (
        <Link className="board-card-draft" to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: card.objective }} search={{ basis: 'draft' } as never}>
          <Icon name="seal" size={15} />
          {t('card.inDraft', 'In the draft: {code}', { code: card.objective_code })}
        </Link>
      ) : null}
    </article>
  );
}
