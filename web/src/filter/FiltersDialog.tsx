import './filters.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { IconButton } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Dialog } from '@/components/Dialog';
import { EmptyState } from '@/components/EmptyState';
import { InlineEdit } from '@/components/InlineEdit';
import { Menu, MenuItem, MenuLine } from '@/components/Menu';
import { t } from '@/i18n/t';
import { partsOf } from '@/shell/link';
import { change, remove, share } from './acts';
import { linkTo, pageOf, pageWord } from './address';
import { usePages } from './pages';
import type { Audience, SavedFilter, SavedFilters } from './queries';
import { audienceLabel, audienceWord, sharingText } from './words';

type FiltersProps = { slug: string; list: SavedFilters; here: string; onClose: () => void };
type Asked = { filter: SavedFilter; audience: Audience };

/** All saved filters of this alliance, or of the pages outside: open, rename, share, remove. */
export function FiltersDialog({ slug, list, here, onClose }: FiltersProps) {
  const pages = usePages(slug);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <Dialog title={t('filter.menu', 'Saved filters')} isOpen onClose={onClose} width="m">
        {list.items.length === 0 ? (
          <EmptyState title={t('filter.none', 'No filter is saved yet')}>
            {t('filter.noneText', 'Set a page as you need it, then save it under a name: it opens again in two clicks, and from Ctrl K.')}
          </EmptyState>
        ) : (
          <ul className="filter-list">
            {list.items.map((filter) => (
              <li key={filter.id} className="filter-row">
                <div className="filter-words">
                  {filter.may_change ? (
                    <InlineEdit
                      label={t('filter.name', 'Name')}
                      value={filter.name}
                      canEdit
                      onSave={(name) => change(slug, filter, { name })}
                    />
                  ) : (
                    <b>{filter.name}</b>
                  )}
                  <span className="small faint">
                    {pageWord(filter.address, slug, pages)} · {audienceWord(filter)}
                  </span>
                </div>
                <Link {...partsOf(linkTo(filter.address, slug))} onClick={onClose}>
                  {t('filter.open', 'Open')}
                  <span className="visually-hidden"> {filter.name}</span>
                </Link>
                {filter.may_change ? (
                  <Acts filter={filter} slug={slug} here={here} may={list.may_share} onShare={(audience) => setAsked({ filter, audience })} />
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Dialog>
      {asked ? (
        <ConfirmDialog
          title={t('filter.shareTitle', 'Share “{name}” with {who}?', {
            name: asked.filter.name,
            who: asked.audience === 'party' ? t('filter.party', 'your party') : t('filter.everybody', 'every party'),
          })}
          act={t('filter.shareAct', 'Share it')}
          isOpen
          onClose={() => setAsked(null)}
          onConfirm={() => share(slug, asked.filter, asked.audience)}
        >
          {sharingText(asked.audience)}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

type ActsProps = { filter: SavedFilter; slug: string; here: string; may: readonly Audience[]; onShare: (audience: Audience) => void };

const order: Audience[] = ['me', 'party', 'everybody'];

function Acts({ filter, slug, here, may, onShare }: ActsProps) {
  const wider = filter.own ? may.filter((one) => order.indexOf(one) > order.indexOf(filter.audience)) : [];
  const replaceable = pageOf(filter.address) === pageOf(here) && filter.address !== here;
  return (
    <Menu
      label={filter.name}
      trigger={
        <IconButton icon="more" size="s" hint={false} label={t('filter.more', 'More on “{name}”', { name: filter.name })} />
      }
    >
      {wider.map((audience) => (
        <MenuItem key={audience} icon="people" onAction={() => onShare(audience)}>
          {t('filter.shareWith', 'Share: {who} …', { who: audienceLabel(audience).toLowerCase() })}
        </MenuItem>
      ))}
      {replaceable ? (
        <MenuItem icon="check" onAction={() => void change(slug, filter, { address: here })}>
          {t('filter.replace', 'Replace by what is on the screen')}
        </MenuItem>
      ) : null}
      {wider.length > 0 || replaceable ? <MenuLine /> : null}
      <MenuItem icon="trash" danger onAction={() => void remove(slug, filter)}>
        {t('filter.remove', 'Remove')}
      </MenuItem>
    </Menu>
  );
}
