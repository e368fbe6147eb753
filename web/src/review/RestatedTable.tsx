import { Link } from '@tanstack/react-router';
import { type Column, Table } from '@/components/Table';
import { t } from '@/i18n/t';
import type { Restated } from './queries';
import { restatedText } from './words';

type RestatedProps = {
  items: readonly Restated[];
  slug: string;
  caption: string;
  /** The heads of the two values. */
  before: string;
  after: string;
  none: string;
};

/** Values of the same period that two sides have otherwise. */
export function RestatedTable({ items, slug, caption, before, after, none }: RestatedProps) {
  if (items.length === 0) return <p className="soft review-none">{none}</p>;
  const columns: Column<Restated>[] = [
    {
      id: 'measure',
      title: t('score.measure', 'Measure'),
      cell: (one) => (
        <>
          <span className="faint small">{one.code}</span>{' '}
          <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: one.measure }} className="review-name">
            {one.name}
          </Link>
        </>
      ),
    },
    { id: 'period', title: t('review.period', 'Period'), cell: (one) => one.label },
    { id: 'before', title: before, numeric: true, cell: (one) => restatedText(one.before, one.state_before, one) },
    { id: 'after', title: after, numeric: true, cell: (one) => <b>{restatedText(one.after, one.state_after, one)}</b> },
  ];
  return <Table caption={caption} columns={columns} rows={items} rowKey={(one) => `${one.measure} ${one.period}`} />;
}
