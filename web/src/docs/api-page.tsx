import { Content } from '@/shell/Content';

export function ApiPage() {
  return (
    <Content>
      <h1>API</h1>
    </Content>
  );
}
