import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { meQuery } from '@/api/queries';
import { signOut } from '@/auth/session';
import { Menu, MenuItem, MenuLine, MenuSection } from '@/components/Menu';
import { t } from '@/i18n/t';

/** "AB" for "Anna Berg". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0] ?? '').join('') || name.slice(0, 1);
}

export default function MeMenu() {
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to });
  return (
    <Menu
      side="right"
      label={t('me.menu', 'Me')}
      trigger={
        <Button className="me-button" aria-label={t('me.button', 'Me: {name}', { name: me.person.name })}>
          {initials(me.person.name)}
        </Button>
      }
    >
      <MenuSection title={`${me.person.name} · ${me.organisation.name}`}>
        <MenuItem icon="settings" onAction={go('/settings')}>
          {t('me.settings', 'Settings')}
        </MenuItem>
        <MenuItem icon="code" onAction={go('/api/docs')}>
          {t('me.api', 'API')}
        </MenuItem>
      </MenuSection>
      <MenuLine />
      <MenuItem icon="out" onAction={() => void signOut()}>
        {t('me.out', 'Sign out')}
      </MenuItem>
    </Menu>
  );
}
