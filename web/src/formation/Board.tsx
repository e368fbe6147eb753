import { useState } from 'react';
import type { Id } from '@/api/types';
import { Button } from '@/components/Button';
import { SegmentedControl } from '@/components/SegmentedControl';
import { t } from '@/i18n/t';
import { themeColour } from '@/pictures';
import { sortCard } from './acts';
import { AcceptDialog, CardDialog, LinkDialog, MergeDialog, PlaceDialog } from './CardDialogs';
import { type CardAct, CardTile, cardType } from './CardTile';
import type { Card, Workshop } from './queries';

type Order = 'theme' | 'perspective';
type Open = { act: CardAct; card: Card } | { act: 'new'; place: { theme?: Id; perspective?: Id } };

/** The cards in columns, by theme or by perspective; sorted by dragging, or by each card's menu. */
export function Board({ workshop }: { workshop: Workshop }) {
  const [order, setOrder] = useState<Order>('theme');
  const [open, setOpen] = useState<Open | null>(null);
  const free = workshop.may_work && workshop.rating !== 'open';
  const places = order === 'theme' ? workshop.themes : workshop.perspectives;
  const columns = [
    { id: '', name: order === 'theme' ? t('board.noTheme', 'No theme yet') : t('board.noPerspective', 'No perspective yet'), colour: -1 },
    ...places,
  ];
  const standing = workshop.cards.filter((card) => !card.merged_into);
  const nameOf = (list: Workshop['themes'], id: Id | null) => list.find((one) => one.id === id)?.name ?? '';
  const onAct = (act: CardAct, card: Card) => setOpen({ act, card });
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="board">
      <div className="formation-head">
        <h2 id="board">{t('board.title', 'Cards')}</h2>
        <SegmentedControl
          size="s"
          label={t('board.order', 'Columns')}
          segments={[
            { id: 'theme', label: t('board.byTheme', 'By theme') },
            { id: 'perspective', label: t('board.byPerspective', 'By perspective') },
          ]}
          value={order}
          onChange={setOrder}
        />
        {free ? (
          <Button look="primary" icon="plus" className="push" onPress={() => setOpen({ act: 'new', place: {} })}>
            {t('card.new', 'New card')}
          </Button>
        ) : null}
      </div>
      <div className="board" tabIndex={0} role="group" aria-label={t('board.label', 'The board, in columns')}>
        {columns.map((column) => {
          const cards = standing.filter((card) => ((order === 'theme' ? card.theme : card.perspective) ?? '') === column.id);
          return (
            <Column key={column.id} name={column.name} colour={order === 'theme' ? column.colour : -1} count={cards.length} canDrop={free} onDrop={(id) => {
              const card = workshop.cards.find((one) => one.id === id);
              const place = column.id || null;
              if (card && ((order === 'theme' ? card.theme : card.perspective) ?? null) !== place)
                void sortCard(card, order === 'theme' ? { theme: place } : { perspective: place });
            }}>
              {cards.map((card) => (
                <CardTile
                  key={card.id}
                  workshop={workshop}
                  card={card}
                  onAct={onAct}
                  other={order === 'theme' ? nameOf(workshop.perspectives, card.perspective) : nameOf(workshop.themes, card.theme)}
                />
              ))}
            </Column>
          );
        })}
      </div>
      {open?.act === 'new' ? <CardDialog workshop={workshop} card={null} place={open.place} onClose={close} /> : null}
      {open?.act === 'edit' ? <CardDialog workshop={workshop} card={open.card} onClose={close} /> : null}
      {open?.act === 'place' ? <PlaceDialog workshop={workshop} card={open.card} onClose={close} /> : null}
      {open?.act === 'merge' ? <MergeDialog workshop={workshop} card={open.card} onClose={close} /> : null}
      {open?.act === 'link' ? <LinkDialog workshop={workshop} card={open.card} onClose={close} /> : null}
      {open?.act === 'accept' ? <AcceptDialog workshop={workshop} card={open.card} onClose={close} /> : null}
    </section>
  );
}

type ColumnProps = { name: string; colour: number; count: number; canDrop: boolean; onDrop: (card: Id) => void; children: React.ReactNode };

function Column({ name, colour, count, canDrop, onDrop, children }: ColumnProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      className="board-column"
      aria-label={name}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        if (!canDrop || !event.dataTransfer.types.includes(cardType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const card = event.dataTransfer.getData(cardType);
        if (!card || !canDrop) return;
        event.preventDefault();
        onDrop(card);
      }}
    >
      <h3 className="board-column-head">
        {colour >= 0 ? <span className="board-swatch" style={{ background: themeColour(colour) }} /> : null}
        {name} <span className="faint number">{count}</span>
      </h3>
      {children}
    </section>
  );
}
