import '@/charter/charter.css';
import '@/charter/difference.css';
import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { ComparedItem } from './ComparedItem';
import { type Comparison, comparisonQuery, type FreezeList, freezesQuery } from './queries';
import { RestatedTable } from './RestatedTable';
import { type Kind, kindsOf } from './words';

/** Two reviews, item by item. */
export function ComparePage() {
  const { slug, name } = useAlliance();
  const { data: list, error } = useQuery(freezesQuery(slug));
  useTitle(t('review.compare', 'Compare two'), name);
  if (error && !list) return <Failed error={error} />;
  return (
    <Content>
      <PageHeader
        title={t('review.compareTitle', 'Two reviews, item by item')}
        path={
          <Link to="/a/$alliance/reviews" params={{ alliance: slug }}>
            {t('section.reviews', 'Reviews')}
          </Link>
        }
      >
        {t('review.compareText', 'Which lights, values, targets and weights differ, and what came or went.')}
      </PageHeader>
      {!list ? (
        <Skeleton lines={10} />
      ) : list.items.length < 2 ? (
        <div className="card">
          <EmptyState title={t('review.one', 'It takes two')}>
            {t('review.oneText', 'As soon as a second review is frozen, what changed between them stands here.')}
          </EmptyState>
        </div>
      ) : (
        <Between list={list} slug={slug} />
      )}
    </Content>
  );
}

function Between({ list, slug }: { list: FreezeList; slug: string }) {
  const [filters, set] = useFilters();
  const known = (id: string | undefined) => list.items.find((one) => one.id === id)?.id;
  const to = known(filters.to) ?? list.items[0]?.id ?? '';
  const place = list.items.findIndex((one) => one.id === to);
  // The one before it, unless the address names another; the first has only later ones.
  const from = known(filters.from) ?? list.items[place + 1]?.id ?? list.items[place - 1]?.id ?? '';
  const { data, error } = useQuery(comparisonQuery(slug, from, to));
  const options = list.items.map((one) => ({
    id: one.id,
    label: t('review.option', '{title}, {day}', { title: one.title, day: date(one.taken_at) }),
  }));
  return (
    <>
      <div className="version-pair review-pair">
        <Select label={t('difference.before', 'Before')} options={options} value={from} onChange={(id) => set({ from: id, to })} />
        <span className="version-pair-arrow">
          <Icon name="right" size={20} />
        </span>
        <Select label={t('difference.after', 'After')} options={options} value={to} onChange={(id) => set({ from, to: id })} />
      </div>
      {error && !data ? (
        <Failed error={error} />
      ) : data && data.before.id === from && data.after.id === to ? (
        <Differences comparison={data} slug={slug} />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  );
}

const kinds: Kind[] = ['light', 'value', 'definition', 'came', 'went'];

function Differences({ comparison, slug }: { comparison: Comparison; slug: string }) {
  const [filters, set] = useFilters();
  const { items, restated } = comparison;
  const only = kinds.find((one) => one === filters.kind);
  const counted = kinds.map((kind) => ({ kind, many: items.filter((item) => kindsOf(item).includes(kind)).length }));
  const shown = only ? items.filter((item) => kindsOf(item).includes(only)) : items;
  if (items.length + restated.length === 0)
    return (
      <div className="card">
        <EmptyState title={t('difference.none', 'Nothing differs')}>
          {t('review.sameText', 'Both reviews saw the same.')}
        </EmptyState>
      </div>
    );
  return (
    <div className="stack review-differences">
      <SegmentedControl
        label={t('review.kinds', 'Kind of difference')}
        size="s"
        value={only ?? 'all'}
        onChange={(id) => set({ kind: id === 'all' ? undefined : id })}
        segments={[
          { id: 'all' as const, label: `${t('difference.all', 'All')} ${items.length}` },
          ...counted
            .filter(({ kind, many }) => many > 0 || kind === only)
            .map(({ kind, many }) => ({ id: kind, label: `${kindWord(kind)} ${many}` })),
        ]}
      />
      <ul className="stack review-items">
        {shown.map((item) => (
          <ComparedItem key={item.id} item={item} />
        ))}
      </ul>
      <section className="stack">
        <h2>{t('review.restatedTitle', 'Values of the same period that were corrected')}</h2>
        <RestatedTable
          items={restated}
          slug={slug}
          caption={t('review.restatedTitle', 'Values of the same period that were corrected')}
          before={comparison.before.title}
          after={comparison.after.title}
          none={t('review.restatedNone', 'None: of each period that both saw, both saw the same value.')}
        />
      </section>
    </div>
  );
}

function kindWord(kind: Kind): string {
  return {
    light: t('review.kind.light', 'Lights'),
    value: t('review.kind.value', 'Values'),
    definition: t('review.kind.definition', 'Definitions'),
    came: t('review.kind.came', 'Came'),
    went: t('review.kind.went', 'Went'),
  }[kind];
}
