import { Content } from '@/shell/Content';

export function HomePage() {
  return (
    <Content>
      <h1>Home</h1>
    </Content>
  );
}
