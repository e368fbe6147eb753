import { Link } from '@tanstack/react-router';
import { useSlug } from '@/shell/alliance-context';
import type { Hope } from './queries';

/** To which objectives a hope or a benefit belongs. */
export function ObjectiveLinks({ objectives }: { objectives: Hope['objectives'] }) {
  const slug = useSlug();
  if (!objectives.length) return null;
  return (
    <p className="value-objectives small">
      {objectives.map((one) => (
        <Link key={one.id} to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: one.id }}>
          {one.code} {one.title}
        </Link>
      ))}
    </p>
  );
}
