import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { meQuery } from '@/api/queries';
import { signOut } from '@/auth/session';
import { Menu, MenuItem, MenuLine, MenuSection } from '@/components/Menu';
import { t } from '@/i18n/t';
import { initials } from './initials';

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
