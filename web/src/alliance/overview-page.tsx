import { Content } from '@/shell/Content';

export function OverviewPage() {
  return (
    <Content>
      <h1>Overview</h1>
    </Content>
  );
}
