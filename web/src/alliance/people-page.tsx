import { Content } from '@/shell/Content';

export function PeoplePage() {
  return (
    <Content>
      <h1>People</h1>
    </Content>
  );
}
