import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { observationsQuery } from '@/api/queries';
import type { Cell, MeasureView } from '@/api/types';
import { Icon } from '@/components/Icon';
import { freezesQuery } from './queries';
import { frozenAs, frozenSentence } from './words';
import './review.css';

type FrozenAsProps = { measure: Pick<MeasureView, 'id' | 'unit' | 'decimals'>; cell: Cell | undefined; slug: string };

/** At a value that a review saw otherwise: what it saw, with the way to it. */
export function FrozenAs({ measure, cell, slug }: FrozenAsProps) {
  const is_marked = Boolean(cell?.after_freeze);
  const { data: freezes } = useQuery({ ...freezesQuery(slug), enabled: is_marked });
  const { data: rows } = useQuery({ ...observationsQuery(slug, measure.id), enabled: is_marked });
  if (!cell || !freezes || !rows) return null;
  const found = frozenAs(cell.period, cell.after_freeze, rows.items, freezes.items);
  if (!found) return null;
  return (
    <span className="review-mark small">
      <Icon name="lock" size={13} />
      <Link to="/a/$alliance/reviews/$review" params={{ alliance: slug, review: found.freeze.id }} search={{ part: 'since' } as never}>
        {frozenSentence(found, measure)}
      </Link>
    </span>
  );
}
