import { Content } from '@/shell/Content';

export function SettingsPage() {
  return (
    <Content>
      <h1>Settings</h1>
    </Content>
  );
}
