import { Content } from '@/shell/Content';

export function SignInPage() {
  return (
    <Content>
      <h1>Sign in</h1>
    </Content>
  );
}
