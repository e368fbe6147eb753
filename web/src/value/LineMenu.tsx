import { tryEdit } from '@/api/edits';
import { IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import { t } from '@/i18n/t';

type Props = {
  /** The spoken name of the button. */
  label: string;
  /** What the menu is about. */
  of: string;
  onChange: () => void;
  /** What "Remove" deletes, by its address in the API, and what is said of it then. */
  path: string;
  version: number;
  removed: string;
};

/** At a hope, a benefit or a cost of one's own side: change it, or remove it. */
export function LineMenu({ label, of, onChange, path, version, removed }: Props) {
  return (
    <Menu trigger={<IconButton size="s" icon="more" label={label} hint={false} />} label={of}>
      <MenuItem icon="edit" onAction={onChange}>
        {t('edit.change', 'Change')}
      </MenuItem>
      <MenuItem icon="trash" danger onAction={() => void tryEdit({ method: 'DELETE', path, version, said: removed })}>
        {t('edit.remove', 'Remove')}
      </MenuItem>
    </Menu>
  );
}
