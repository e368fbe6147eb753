import { Link } from '@tanstack/react-router';
import { Comments } from '@/discussion/Comments';
import { Files } from '@/files/Files';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { themeColour } from '@/pictures';
import { itemKey, type Piece, parted, wordsBetween } from './difference';
import type { Change, FieldChange, ItemChange } from './queries';
import { changeWord, fieldWord, labelWords, plain, plainSides } from './words';

type ItemProps = {
  slug: string;
  item: ItemChange;
  isHere: boolean;
  onHere: () => void;
  /** The version whose items can be talked about; the draft has none. */
  charter: string | null;
  said: { comments: number; open_threads: number } | undefined;
  isTalking: boolean;
  onTalk: () => void;
  map: string;
};

/** One item that differs: what became of it, its fields old and new, and what is said about it. */
export function ItemCard({ slug, item, isHere, onHere, charter, said, isTalking, onTalk, map }: ItemProps) {
  const key = itemKey(item);
  const { first, rest } = parted(item);
  const label = labelWords(item.kind, item.label);
  return (
    <article
      id={`item-${key}`}
      className="card item"
      data-change={item.change}
      data-here={isHere ? '' : undefined}
      tabIndex={-1}
      aria-label={`${changeWord(item.change)}: ${label}`}
      onFocus={onHere}
    >
      <header className="item-head">
        <ChangeTag change={item.change} />
        <h3>{label}</h3>
        <span className="item-tools">
          {item.objective && (
            <Link
              to="/a/$alliance/map"
              params={{ alliance: slug }}
              search={{ ...(map ? { basis: map } : {}), sel: item.objective } as never}
              className="small"
            >
              {t('objective.onMap', 'Show on the map')}
            </Link>
          )}
          {charter && (
            <button type="button" className="item-talk small" aria-expanded={isTalking} onClick={onTalk}>
              <Icon name="edit" size={15} />
              {said?.comments
                ? t('item.comments', '{n} {n|comment|comments}', { n: said.comments })
                : t('item.comment', 'Comment')}
            </button>
          )}
        </span>
      </header>
      {first.length > 0 && <Fields item={item} fields={first} />}
      {rest.length > 0 && (
        <details className="item-rest">
          <summary className="small">{t('item.rest', 'All details')}</summary>
          <Fields item={item} fields={rest} />
        </details>
      )}
      {charter && isTalking && (
        <div className="item-comments">
          <Comments slug={slug} about={`charter:${charter}:${key}`} title={null} />
          <Files slug={slug} about={`charter:${charter}:${key}`} title={null} />
        </div>
      )}
    </article>
  );
}

const glyphs = { added: 'plus', changed: 'compare', removed: 'minus' } as const;

export function ChangeTag({ change }: { change: Change }) {
  return (
    <span className="change-tag" data-change={change}>
      <Icon name={glyphs[change]} size={14} />
      {changeWord(change)}
    </span>
  );
}

function Fields({ item, fields }: { item: ItemChange; fields: FieldChange[] }) {
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field.name} className="field-line" data-long={isLong(field) ? '' : undefined}>
          <dt>{fieldWord(item.kind, field.name)}</dt>
          {item.change === 'changed' ? <Sides kind={item.kind} field={field} /> : <One item={item} field={field} />}
        </div>
      ))}
    </dl>
  );
}

const isLong = ({ before, after }: FieldChange) => Math.max(before.length, after.length) > 60;

function One({ item, field }: { item: ItemChange; field: FieldChange }) {
  const text = item.change === 'added' ? field.after : field.before;
  return (
    <dd className="side side-one">
      {field.name === 'colour' ? <Swatch colour={text} /> : plain(item.kind, field.name, text)}
    </dd>
  );
}

function Sides({ kind, field }: { kind: string; field: FieldChange }) {
  if (field.name === 'colour')
    return (
      <>
        <dd className="side side-before">
          <Swatch colour={field.before} />
        </dd>
        <dd className="side side-after">
          <Swatch colour={field.after} />
        </dd>
      </>
    );
  const { before, after } = plainSides(kind, field);
  const marked = wordsBetween(before, after);
  return (
    <>
      <dd className="side side-before">
        <span className="side-name">{t('side.before', 'Before')}</span>
        <Marked pieces={marked.before} as="del" />
      </dd>
      <dd className="side side-after">
        <span className="side-name">{t('side.after', 'After')}</span>
        <Marked pieces={marked.after} as="ins" />
      </dd>
    </>
  );
}

function Marked({ pieces, as: Mark }: { pieces: Piece[]; as: 'del' | 'ins' }) {
  if (pieces.length === 0) return <span className="faint">{t('side.nothing', 'nothing')}</span>;
  return (
    <span className="side-text">
      {pieces.map((piece, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
        piece.marked ? <Mark key={place}>{piece.text}</Mark> : <span key={place}>{piece.text}</span>,
      )}
    </span>
  );
}

function Swatch({ colour }: { colour: string }) {
  return <span className="theme-swatch" style={{ background: themeColour(Number(colour)) }} title={colour} />;
}
