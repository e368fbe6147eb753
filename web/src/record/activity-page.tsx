import { Content } from '@/shell/Content';

export function ActivityPage() {
  return (
    <Content>
      <h1>Activity</h1>
    </Content>
  );
}
