import { Content } from '@/shell/Content';

export function ObjectivePage() {
  return (
    <Content>
      <h1>Objective</h1>
    </Content>
  );
}
