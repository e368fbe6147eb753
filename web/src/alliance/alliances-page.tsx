import { Content } from '@/shell/Content';

export function AlliancesPage() {
  return (
    <Content>
      <h1>Alliances</h1>
    </Content>
  );
}
