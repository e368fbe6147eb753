import { Content } from '@/shell/Content';

export function InvitationPage() {
  return (
    <Content>
      <h1>Invitation</h1>
    </Content>
  );
}
