import { Content } from '@/shell/Content';

export function SearchPage() {
  return (
    <Content>
      <h1>Search</h1>
    </Content>
  );
}
