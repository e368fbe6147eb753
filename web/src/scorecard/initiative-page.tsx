import { Content } from '@/shell/Content';

export function InitiativePage() {
  return (
    <Content>
      <h1>Initiative</h1>
    </Content>
  );
}
