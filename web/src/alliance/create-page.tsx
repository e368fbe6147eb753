import { Content } from '@/shell/Content';

export function CreatePage() {
  return (
    <Content>
      <h1>New alliance</h1>
    </Content>
  );
}
