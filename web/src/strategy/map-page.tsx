import { Content } from '@/shell/Content';

export function MapPage() {
  return (
    <Content>
      <h1>Strategy map</h1>
    </Content>
  );
}
