import { useNavigate } from '@tanstack/react-router';
import { MenuItem } from '@/components/Menu';
import { keepMoment } from './filters';
import type { Section } from './sections';

type Props = { pages: Section[]; current: Section | undefined; slug: string };

/** Pages of the alliance as lines of a menu; the one that is open is ticked. */
export function SectionItems({ pages, current, slug }: Props) {
  const navigate = useNavigate();
  return pages.map((page) => (
    <MenuItem
      key={page.to}
      icon={page.icon}
      current={page === current}
      onAction={() => void navigate({ to: page.to, params: { alliance: slug } as never, search: keepMoment })}
    >
      {page.label}
    </MenuItem>
  ));
}
