import { edit, tryEdit } from '@/api/edits';
import type { Id, MapView } from '@/api/types';
import { Dialog } from '@/components/Dialog';
import { InlineEdit } from '@/components/InlineEdit';
import { Select } from '@/components/Select';
import { Tabs } from '@/components/Tabs';
import { t } from '@/i18n/t';
import { PartnerMark, themeColour } from '@/pictures';
import { remove } from './act';
import { AddLine, PartRow } from './PartRow';

type PartsProps = { map: MapView; isOpen: boolean; onClose: () => void };

/** The map's frame: perspectives, themes, what each partner wins, and the shared values; each line is edited in place. */
export function PartsDialog({ map, isOpen, onClose }: PartsProps) {
  return (
    <Dialog title={t('parts.title', 'Parts of the map')} width="m" isOpen={isOpen} onClose={onClose}>
      <Tabs
        label={t('parts.title', 'Parts of the map')}
        tabs={[
          { id: 'lanes', label: t('parts.lanes', 'Perspectives'), content: <Lanes map={map} /> },
          { id: 'themes', label: t('parts.themes', 'Themes'), content: <Themes map={map} /> },
          { id: 'wins', label: t('parts.wins', 'Wins'), content: <Wins map={map} /> },
          { id: 'values', label: t('parts.values', 'Values'), content: <Values map={map} /> },
        ]}
      />
    </Dialog>
  );
}

const patch = (kind: string, part: { id: Id; version: number }, body: object) =>
  edit({
    method: 'PATCH',
    path: `/${kind}/${part.id}`,
    version: part.version,
    body,
    said: t('parts.changed', 'Changed'),
  });
const add = (map: MapView, kind: string, body: object, said: string) =>
  tryEdit({ method: 'POST', path: `/alliances/${map.alliance.id}/${kind}`, body, said });

function Lanes({ map }: { map: MapView }) {
  const lanes = [...map.lanes].sort((a, b) => b.position - a.position);
  return (
    <ul className="parts">
      {lanes.map((lane, index) => (
        <PartRow
          key={lane.id}
          name={lane.name}
          onRemove={() => remove('perspectives', lane, t('parts.removedName', '“{name}” removed', { name: lane.name }))}
          onUp={index > 0 ? () => patch('perspectives', lane, { position: lane.position + 1 }) : undefined}
          onDown={
            index < lanes.length - 1 ? () => patch('perspectives', lane, { position: lane.position - 1 }) : undefined
          }
        >
          <InlineEdit
            canEdit
            className="parts-name"
            label={t('parts.name', 'Name')}
            value={lane.name}
            onSave={(name) => patch('perspectives', lane, { name })}
          />
          <InlineEdit
            canEdit
            className="soft small"
            label={t('parts.question', 'Question')}
            value={lane.question}
            placeholder={t('parts.questionLike', 'The question this lane answers')}
            onSave={(question) => patch('perspectives', lane, { question })}
          />
        </PartRow>
      ))}
      <AddLine
        label={t('parts.newLane', 'New perspective')}
        onAdd={(name) => add(map, 'perspectives', { name }, t('parts.added', '“{name}” added', { name }))}
      />
    </ul>
  );
}

function Themes({ map }: { map: MapView }) {
  const colours = Array.from({ length: 5 }, (_, colour) => ({
    id: String(colour),
    label: [
      t('colour.grey', 'Grey'),
      t('colour.purple', 'Purple'),
      t('colour.blue', 'Blue'),
      t('colour.teal', 'Teal'),
      t('colour.ink', 'Ink'),
    ][colour] as string,
    picture: <span className="theme-swatch" style={{ background: themeColour(colour) }} />,
  }));
  return (
    <ul className="parts">
      {map.themes.map((theme) => (
        <PartRow
          key={theme.id}
          name={theme.name}
          onRemove={() => remove('themes', theme, t('parts.removedName', '“{name}” removed', { name: theme.name }))}
        >
          <InlineEdit
            canEdit
            className="parts-name"
            label={t('parts.name', 'Name')}
            value={theme.name}
            onSave={(name) => patch('themes', theme, { name })}
          />
          <Select
            bare
            label={t('parts.colour', 'Colour of {name}', { name: theme.name })}
            className="parts-colour"
            options={colours}
            value={String(theme.colour % 5)}
            onChange={(colour) => void patch('themes', theme, { colour: Number(colour) })}
          />
        </PartRow>
      ))}
      <AddLine
        label={t('parts.newTheme', 'New theme')}
        onAdd={(name) =>
          add(map, 'themes', { name, colour: map.themes.length % 5 }, t('parts.added', '“{name}” added', { name }))
        }
      />
    </ul>
  );
}

function Wins({ map }: { map: MapView }) {
  return (
    <div className="stack">
      {map.wins.map((band) => (
        <section key={band.party}>
          <h3 className="row">
            <PartnerMark mark={band.mark} size={20} /> {t('map.winsFor', 'Wins for {name}', { name: band.name })}
          </h3>
          <ul className="parts">
            {band.items.map((win) => (
              <PartRow
                key={win.id}
                name={win.text}
                onRemove={() => remove('wins', win, t('parts.removedName', '“{name}” removed', { name: win.text }))}
              >
                <InlineEdit
                  canEdit
                  className="parts-name"
                  label={t('parts.win', 'Win')}
                  value={win.text}
                  onSave={(text) => patch('wins', win, { text })}
                />
                <WinObjectives map={map} win={win} />
              </PartRow>
            ))}
            <AddLine
              label={t('parts.newWin', 'New win for {name}', { name: band.name })}
              onAdd={(text) =>
                add(map, 'wins', { party: band.party, text }, t('parts.added', '“{name}” added', { name: text }))
              }
            />
          </ul>
        </section>
      ))}
    </div>
  );
}

function WinObjectives({ map, win }: { map: MapView; win: MapView['wins'][number]['items'][number] }) {
  const codes = win.objectives.flatMap((id) => map.cards.find((card) => card.id === id)?.code ?? []);
  return (
    <div className="parts-objectives small">
      <span className="soft">
        {codes.length
          ? t('parts.from', 'from {codes}', { codes: codes.join(', ') })
          : t('parts.fromNone', 'no objective yet')}
      </span>
      <Select
        bare
        label={t('parts.winFrom', 'Objectives that bring it')}
        placeholder={t('parts.addOrTake', 'Add or take out')}
        options={map.cards.map((card) => ({
          id: card.id,
          label: `${win.objectives.includes(card.id) ? '✓ ' : ''}${card.code} ${card.title}`,
        }))}
        value={null}
        onChange={(id) =>
          void patch('wins', win, {
            objectives: win.objectives.includes(id)
              ? win.objectives.filter((one) => one !== id)
              : [...win.objectives, id],
          })
        }
      />
    </div>
  );
}

function Values({ map }: { map: MapView }) {
  return (
    <ul className="parts">
      {map.values.map((value) => (
        <PartRow
          key={value.id}
          name={value.text}
          onRemove={() => remove('values', value, t('parts.removedName', '“{name}” removed', { name: value.text }))}
        >
          <InlineEdit
            canEdit
            className="parts-name"
            label={t('parts.value', 'Value')}
            value={value.text}
            onSave={(text) => patch('values', value, { text })}
          />
        </PartRow>
      ))}
      <AddLine
        label={t('parts.newValue', 'New value')}
        onAdd={(text) => add(map, 'values', { text }, t('parts.added', '“{name}” added', { name: text }))}
      />
    </ul>
  );
}
