import { useState } from 'react';
import { edit } from '@/api/edits';
import type { Id } from '@/api/types';
import { ComboBox } from '@/components/ComboBox';
import { SaveDialog } from '@/components/SaveDialog';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { changeCard } from './acts';
import { FindingChoice } from './FindingChoice';
import type { Card, Matter, Workshop } from './queries';

type Props = { workshop: Workshop; onClose: () => void };

/** A candidate objective in the words of the side that brings it. */
export function CardDialog({ workshop, card, place, onClose }: Props & { card: Card | null; place?: { theme?: Id; perspective?: Id } }) {
  const { id: alliance } = useAlliance();
  const [title, setTitle] = useState(card?.title ?? '');
  const [description, setDescription] = useState(card?.description ?? '');
  const [findings, setFindings] = useState<readonly Id[]>(card?.findings ?? []);
  const body = { title: title.trim(), description: description.trim(), findings };
  return (
    <SaveDialog
      title={card ? t('card.edit', 'Change the card') : t('card.new', 'New card')}
      act={card ? t('edit.save', 'Save') : t('card.bring', 'Bring the card')}
      fields={['title', 'description']}
      check={() => missing({ title: [title, t('card.needTitle', 'Say what should be achieved.')] })}
      save={() =>
        card
          ? changeCard(card, body, t('card.changed', 'Card changed'))
          : edit({
              method: 'POST',
              path: `/alliances/${alliance}/cards`,
              body: { workshop: workshop.id, ...body, ...place },
              said: t('card.added', '“{title}” is on the board', { title: title.trim() }),
            })
      }
      onClose={onClose}
    >
      {(at) => (
        <>
          <TextField autoFocus label={t('card.title', 'What should we achieve together?')} value={title} onChange={setTitle} error={at('title')} />
          <TextField optional rows={3} label={t('card.description', 'What do you mean by it?')} value={description} onChange={setDescription} error={at('description')} />
          {workshop.findings.length ? <FindingChoice findings={workshop.findings} chosen={findings} onChange={setFindings} /> : null}
        </>
      )}
    </SaveDialog>
  );
}

const noPlace = 'none';
const choices = (places: Workshop['themes'], none: string) => [{ id: noPlace, label: none }, ...places.map(({ id, name }) => ({ id, label: name }))];

/** Sorting by keyboard: theme and perspective of a card. */
export function PlaceDialog({ workshop, card, onClose }: Props & { card: Card }) {
  const [theme, setTheme] = useState(card.theme ?? noPlace);
  const [perspective, setPerspective] = useState(card.perspective ?? noPlace);
  return (
    <SaveDialog
      title={t('card.sort', 'Sort “{title}”', { title: card.title })}
      act={t('card.sortAct', 'Sort')}
      width="s"
      fields={['theme', 'perspective']}
      save={() =>
        changeCard(
          card,
          { theme: theme === noPlace ? null : theme, perspective: perspective === noPlace ? null : perspective },
          t('card.sorted', 'Card sorted'),
        )
      }
      onClose={onClose}
    >
      {(at) => (
        <>
          <Select label={t('objective.theme', 'Theme')} options={choices(workshop.themes, t('board.noTheme', 'No theme yet'))} value={theme} onChange={setTheme} error={at('theme')} />
          <Select
            label={t('objective.perspective', 'Perspective')}
            options={choices(workshop.perspectives, t('board.noPerspective', 'No perspective yet'))}
            value={perspective}
            onChange={setPerspective}
            error={at('perspective')}
          />
        </>
      )}
    </SaveDialog>
  );
}

type OtherProps = Props & { card: Card; title: string; act: string; label: string; hint: string; others: Card[]; choose: (other: Card) => Promise<unknown> };

function OtherCard({ title, act, label, hint, others, choose, onClose }: OtherProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ id }) => id === chosen);
  return (
    <SaveDialog
      title={title}
      act={act}
      width="s"
      fields={['merged_into', 'effect']}
      check={() => missing({ merged_into: [chosen ?? '', t('card.needOther', 'Choose a card.')] })}
      save={async () => other && choose(other)}
      onClose={onClose}
    >
      {(at) => (
        <>
          <ComboBox
            label={label}
            hint={hint}
            options={others.map((one) => ({ id: one.id, label: one.title, note: one.party_name }))}
            value={chosen}
            onChange={setChosen}
            error={at('merged_into') ?? at('effect')}
          />
        </>
      )}
    </SaveDialog>
  );
}

export function MergeDialog(props: Props & { card: Card }) {
  const { workshop, card } = props;
  return (
    <OtherCard
      {...props}
      title={t('card.merge', 'Merge “{title}”', { title: card.title })}
      act={t('card.mergeAct', 'Merge')}
      label={t('card.mergeInto', 'Into which card?')}
      hint={t('card.mergeHint', 'It lives on there with its findings, and can be released again.')}
      others={workshop.cards.filter((one) => one.id !== card.id && !one.merged_into)}
      choose={(other) => changeCard(card, { merged_into: other.id }, t('card.merged', 'Merged into “{title}”', { title: other.title }))}
    />
  );
}

export function LinkDialog(props: Props & { card: Card }) {
  const { id: alliance } = useAlliance();
  const { workshop, card } = props;
  return (
    <OtherCard
      {...props}
      title={t('card.link', 'What does “{title}” help?', { title: card.title })}
      act={t('card.linkAct', 'Link')}
      label={t('card.linkTo', 'This helps')}
      hint={t('card.linkHint', 'In the draft, links between cards become arrows of the map.')}
      others={workshop.cards.filter((one) => one.id !== card.id && !one.merged_into)}
      choose={(other) =>
        edit({ method: 'POST', path: `/alliances/${alliance}/card-links`, body: { cause: card.id, effect: other.id }, said: t('card.linked', 'Linked') })
      }
    />
  );
}

/** A card becomes an objective of the draft. */
export function AcceptDialog({ workshop, card, onClose }: Props & { card: Card }) {
  const [title, setTitle] = useState(card.title);
  const [theme, setTheme] = useState<string | null>(card.theme ?? null);
  const [perspective, setPerspective] = useState<string | null>(card.perspective ?? null);
  return (
    <SaveDialog
      title={t('card.accept', 'Take into the draft')}
      act={t('card.acceptAct', 'Take into the draft')}
      fields={['title', 'theme', 'perspective']}
      check={() =>
        missing({
          title: [title, t('card.needTitle', 'Say what should be achieved.')],
          theme: [theme ?? '', t('card.needTheme', 'Choose a theme.')],
          perspective: [perspective ?? '', t('card.needPerspective', 'Choose a perspective.')],
        })
      }
      save={() =>
        edit({
          method: 'POST',
          path: `/cards/${card.id}/objective`,
          version: card.version,
          body: { title: title.trim(), theme, perspective },
          said: t('card.accepted', '“{title}” is in the draft', { title: title.trim() }),
        })
      }
      onClose={onClose}
    >
      {(at) => (
        <>
          <p className="soft">{t('card.acceptText', 'It becomes an objective of the draft charter, and keeps the way back to its findings and ratings.')}</p>
          <TextField autoFocus label={t('edit.title', 'Title')} value={title} onChange={setTitle} error={at('title')} />
          <div className="form-pair">
            <Select label={t('objective.theme', 'Theme')} options={workshop.themes.map(({ id, name }) => ({ id, label: name }))} value={theme} onChange={setTheme} error={at('theme')} />
            <Select
              label={t('objective.perspective', 'Perspective')}
              options={workshop.perspectives.map(({ id, name }) => ({ id, label: name }))}
              value={perspective}
              onChange={setPerspective}
              error={at('perspective')}
            />
          </div>
        </>
      )}
    </SaveDialog>
  );
}

/** What stays open: added by hand, or settled. */
export function MatterDialog({ workshop, matter, onClose }: Props & { matter: Matter | null }) {
  const { id: alliance } = useAlliance();
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState('');
  return (
    <SaveDialog
      title={matter ? t('matter.settle', 'Settle “{title}”', { title: matter.title }) : t('matter.new', 'New open matter')}
      act={matter ? t('matter.settleAct', 'Settle it') : t('edit.add', 'Add')}
      fields={['title', 'note', 'outcome']}
      check={() => (matter ? missing({ outcome: [outcome, t('matter.needOutcome', 'Say how it was settled.')] }) : missing({ title: [title, t('matter.needTitle', 'Say what is open.')] }))}
      save={() =>
        matter
          ? edit({ method: 'PATCH', path: `/open-matters/${matter.id}`, version: matter.version, body: { state: 'settled', outcome: outcome.trim() }, said: t('matter.settled', 'Settled') })
          : edit({ method: 'POST', path: `/alliances/${alliance}/open-matters`, body: { workshop: workshop.id, title: title.trim(), note: note.trim() }, said: t('matter.added', 'Kept as open') })
      }
      onClose={onClose}
    >
      {(at) =>
        matter ? (
          <TextField autoFocus rows={3} label={t('matter.outcome', 'How was it settled?')} value={outcome} onChange={setOutcome} error={at('outcome')} />
        ) : (
          <>
            <TextField autoFocus label={t('matter.title', 'What is open?')} value={title} onChange={setTitle} error={at('title')} />
            <TextField optional rows={3} label={t('matter.note', 'Why')} value={note} onChange={setNote} error={at('note')} />
          </>
        )
      }
    </SaveDialog>
  );
}
