import { Content } from '@/shell/Content';

export function ScorecardsPage() {
  return (
    <Content>
      <h1>Scorecards</h1>
    </Content>
  );
}
