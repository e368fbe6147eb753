import { Content } from '@/shell/Content';

export function AllianceSettingsPage() {
  return (
    <Content>
      <h1>Settings</h1>
    </Content>
  );
}
