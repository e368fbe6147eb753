import { useState } from 'react';
import { edit, tryEdit } from '@/api/edits';
import type { MapView } from '@/api/types';
import { Button, IconButton } from '@/components/Button';
import { InlineEdit } from '@/components/InlineEdit';
import { Menu, MenuChoices, MenuItem, MenuLine } from '@/components/Menu';
import { Select } from '@/components/Select';
import { t } from '@/i18n/t';
import { addLink, changeObjective, remove } from './act';
import { pinAt } from './drop';

type Card = MapView['cards'][number];
type FormProps = { map: MapView; card: Card; onGone: () => void };

/** All that dragging can do, by fields: title, lane, theme, links, pin; and taking the objective away. */
export function ObjectiveForm({ map, card, onGone }: FormProps) {
  const links = map.links.filter((link) => link.from === card.id);
  const others = map.cards.filter((one) => one.id !== card.id && !links.some((link) => link.to === one.id));
  const name = (list: { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? '';
  return (
    <section className="map-form" aria-label={t('edit.form', 'Edit the objective')}>
      <InlineEdit
        label={t('edit.title', 'Title')}
        value={card.title}
        canEdit
        multiline
        className="map-form-title"
        onSave={(title) =>
          edit({
            method: 'PATCH',
            path: `/objectives/${card.id}`,
            version: card.version,
            body: { title },
            said: t('edit.titled', 'Title changed'),
          })
        }
      />
      <Select
        label={t('edit.lane', 'Perspective')}
        options={map.lanes.map((lane) => ({ id: lane.id, label: lane.name }))}
        value={card.lane}
        onChange={(perspective) =>
          void changeObjective(
            card,
            { perspective },
            t('edit.movedLane', '{code} moved to {lane}', { code: card.code, lane: name(map.lanes, perspective) }),
          )
        }
      />
      <Select
        label={t('edit.theme', 'Theme')}
        options={map.themes.map((theme) => ({ id: theme.id, label: theme.name }))}
        value={card.theme}
        onChange={(theme) =>
          void changeObjective(
            card,
            { theme },
            t('edit.movedTheme', '{code} moved to {theme}', { code: card.code, theme: name(map.themes, theme) }),
          )
        }
      />
      <LinkRows map={map} links={links} />
      <Select
        label={t('edit.addLink', 'Add: this leads to')}
        placeholder={t('edit.choose', 'Choose an objective')}
        options={others.map((one) => ({ id: one.id, label: `${one.code} ${one.title}` }))}
        value={null}
        onChange={(to) => void addLink(map, card.id, to)}
      />
      <div className="row">
        <Button
          size="s"
          onPress={() =>
            void changeObjective(
              card,
              { pin: card.pinned ? null : pinAt(map, card, card.box) },
              card.pinned
                ? t('edit.unpinned', '{code} is placed by the layout again', { code: card.code })
                : t('edit.pinned', '{code} stays where you put it', { code: card.code }),
            )
          }
        >
          {card.pinned ? t('edit.unpin', 'Let it move') : t('edit.pin', 'Keep it here')}
        </Button>
        <Button
          size="s"
          icon="trash"
          onPress={async () => {
            if (await remove('objectives', card, t('edit.removed', '{code} removed', { code: card.code }))) onGone();
          }}
        >
          {t('edit.remove', 'Remove')}
        </Button>
      </div>
    </section>
  );
}

function LinkRows({ map, links }: { map: MapView; links: MapView['links'] }) {
  const [open, setOpen] = useState(true);
  if (links.length === 0) return null;
  return (
    <div className="map-form-links">
      <button type="button" className="map-form-links-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('edit.leadsTo', 'Leads to')} ({links.length})
      </button>
      {open ? (
        <ul>
          {links.map((link) => (
            <LinkRow key={link.id} map={map} link={link} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The usual delays, and the link's own where it is another. */
function lags(own: number) {
  return [...new Set([0, 3, 6, 12, own])]
    .sort((a, b) => a - b)
    .map((months) => ({
      id: String(months),
      label: months ? t('edit.lag', 'After {n} {n|month|months}', { n: months }) : t('edit.lag0', 'At once'),
    }));
}

function LinkRow({ map, link }: { map: MapView; link: MapView['links'][number] }) {
  const to = map.cards.find((card) => card.id === link.to);
  const change = (body: Record<string, unknown>) =>
    void tryEdit({
      method: 'PATCH',
      path: `/links/${link.id}`,
      version: link.version,
      body,
      said: t('edit.linkChanged', 'Link changed'),
    });
  const words = [
    link.sign === 'helps' ? t('edit.helps', 'helps') : t('edit.hinders', 'hinders'),
    { weak: t('edit.weak', 'weakly'), medium: '', strong: t('edit.strong', 'strongly') }[link.strength],
    link.lag_months
      ? t('edit.after', 'after {n} {n|month|months}', { n: link.lag_months })
      : t('edit.atOnce', 'at once'),
  ].filter(Boolean);
  return (
    <li className="map-form-link">
      <span>
        {to?.code} {to?.title}
        <span className="soft small"> {words.join(', ')}</span>
      </span>
      <Menu
        label={t('edit.linkMenu', 'Link to {code}', { code: to?.code ?? '' })}
        trigger={
          <IconButton size="s" icon="more" label={t('edit.linkMenu', 'Link to {code}', { code: to?.code ?? '' })} />
        }
      >
        <MenuChoices
          title={t('edit.linkDoes', 'What it does')}
          value={link.sign}
          onChange={(sign) => change({ sign })}
          options={[
            { id: 'helps', label: t('edit.makeHelp', 'It helps') },
            { id: 'hinders', label: t('edit.makeHinder', 'It hinders') },
          ]}
        />
        <MenuChoices
          title={t('edit.linkStrength', 'How strongly')}
          value={link.strength}
          onChange={(strength) => change({ strength })}
          options={[
            { id: 'weak', label: t('edit.setWeak', 'Weak') },
            { id: 'medium', label: t('edit.setMedium', 'Medium') },
            { id: 'strong', label: t('edit.setStrong', 'Strong') },
          ]}
        />
        <MenuChoices
          title={t('edit.linkWhen', 'When it is felt')}
          value={String(link.lag_months)}
          onChange={(months) => change({ lag_months: Number(months) })}
          options={lags(link.lag_months)}
        />
        <MenuLine />
        <MenuItem
          danger
          icon="trash"
          onAction={() => void remove('links', link, t('edit.linkRemoved', 'Link removed'))}
        >
          {t('edit.removeLink', 'Remove the link')}
        </MenuItem>
      </Menu>
    </li>
  );
}
