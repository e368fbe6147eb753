import { Skeleton } from '@/components/Skeleton';
import { Content } from './Content';

/** In the place of a page that is on its way. */
export function Waiting() {
  return (
    <Content>
      <Skeleton lines={5} />
    </Content>
  );
}
