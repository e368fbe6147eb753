import { Content } from '@/shell/Content';

export function MeasurePage() {
  return (
    <Content>
      <h1>Measure</h1>
    </Content>
  );
}
