import { Link } from '@tanstack/react-router';
import type { MapView } from '@/api/types';
import { keepMoment } from '@/shell/filters';

/** The objective at one end of an arrow. */
export function ArrowEnd({ card, slug }: { card: MapView['cards'][number]; slug: string }) {
  return (
    <>
      <span className="faint small">{card.code}</span>{' '}
      <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: card.id }} search={keepMoment}>
        {card.title}
      </Link>
    </>
  );
}
