import { Content } from '@/shell/Content';

export function ImportPage() {
  return (
    <Content>
      <h1>Import</h1>
    </Content>
  );
}
