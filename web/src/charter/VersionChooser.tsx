import './version-chooser.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { DateField } from '@/components/DateField';
import { Icon } from '@/components/Icon';
import { Popover } from '@/components/Popover';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance, useShownVersion } from '@/shell/alliance-context';
import { keepMoment, useFilters } from '@/shell/filters';
import { basisShown, basisWord, isDay } from './basis';
import { type CharterRef, chartersQuery } from './queries';
import { stateWord } from './state-words';
import { standing } from './versions';

/** In the top bar: which version of the charter is shown, and the others. On pages without one it leads to the charter. */
export function VersionPill() {
  const alliance = useAlliance();
  const head = useShownVersion();
  const [filters] = useFilters();
  if (!alliance.rights.read_scorecard)
    return alliance.ratified ? null : (
      <span className="bar-version-badge">
        <Badge>{t('bar.draft', 'Not ratified')}</Badge>
      </span>
    );
  if (!head)
    return (
      <Link
        to="/a/$alliance/charter"
        params={{ alliance: alliance.slug }}
        search={keepMoment}
        className="version-pill"
        title={t('section.charter', 'Charter')}
      >
        {basisWord({ kind: 'standing' }, { ratified: alliance.ratified, charter: alliance.charter })}
      </Link>
    );
  const basis = basisShown(filters, head);
  const word = basisWord(basis, head);
  return (
    <Popover
      side="bottom start"
      label={t('version.choose', 'Which version is shown')}
      className="version-popover"
      trigger={
        <Button
          size="s"
          className={`version-pill ${basis.kind === 'standing' ? '' : 'version-pill-other'}`}
          aria-label={t('version.button', 'Version shown: {word}', { word })}
        >
          {word}
          <Icon name="chevron" size={14} />
        </Button>
      }
    >
      {(close) => <VersionList onChosen={close} />}
    </Popover>
  );
}

/** In force, the draft, a version by its number, or a past day; kept in the address. */
export function VersionList({ onChosen }: { onChosen: () => void }) {
  const { slug, charter, ratified } = useAlliance();
  const [filters, set] = useFilters();
  const { data } = useQuery(chartersQuery(slug));
  // The address may hold anything.
  const [day, setDay] = useState(isDay(filters.on ?? '') ? filters.on! : '');
  const here = filters.on ? `on ${filters.on}` : (filters.basis ?? '');
  const inForce = data ? standing(data).inForce : undefined;
  const choose = (basis: string | undefined, on?: string) => {
    set({ basis, on, mode: undefined, sel: undefined });
    onChosen();
  };
  return (
    <div className="version-list">
      <ul>
        {ratified ? (
          <Line
            word={t('version.inForce', 'In force')}
            note={inForceNote(charter)}
            isHere={here === ''}
            onChoose={() => choose(undefined)}
          />
        ) : null}
        <Line
          word={t('basis.draft', 'Draft')}
          note={
            !ratified
              ? t('version.onlyDraft', 'Not ratified: it is shown and judged')
              : data
                ? t('version.changes', '{n} {n|change|changes} not yet agreed', { n: data.draft_changes })
                : ''
          }
          isHere={here === (ratified ? 'draft' : '')}
          onChoose={() => choose(ratified ? 'draft' : undefined)}
        />
        {data?.items
          .filter((one) => one.id !== inForce?.id)
          .slice(0, 12)
          .map((one) => (
            <Line
              key={one.id}
              word={t('basis.version', 'Version {n}', { n: one.number })}
              note={stateWord(one.state)}
              isHere={here === String(one.number)}
              onChoose={() => choose(String(one.number))}
            />
          ))}
      </ul>
      <form
        className="version-day"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay(day)) choose(undefined, day);
        }}
      >
        <DateField label={t('version.onDay', 'As it was on a day')} value={day} onChange={setDay} />
        <Button type="submit" isDisabled={!isDay(day)}>
          {t('version.show', 'Show')}
        </Button>
      </form>
      <Link
        to="/a/$alliance/charter"
        params={{ alliance: slug }}
        search={keepMoment}
        className="small"
        onClick={onChosen}
      >
        {t('version.all', 'All versions, and who signed them')}
      </Link>
    </div>
  );
}

function inForceNote(charter: CharterRef | null): string {
  if (!charter) return '';
  const words = [t('basis.version', 'Version {n}', { n: charter.number })];
  if (charter.in_force_at) words.push(t('version.since', 'since {day}', { day: date(charter.in_force_at) }));
  return words.join(', ');
}

type LineProps = { word: string; note: string; isHere: boolean; onChoose: () => void };

function Line({ word, note, isHere, onChoose }: LineProps) {
  return (
    <li>
      <button type="button" className="version-line" aria-current={isHere ? 'true' : undefined} onClick={onChoose}>
        <span>{word}</span>
        <span className="small soft">{note}</span>
      </button>
    </li>
  );
}
