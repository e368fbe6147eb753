import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Digest } from '@/charter/Digest';
import { Badge } from '@/components/Badge';
import { Button, ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { LightPill } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { type FreezeRow, freezesQuery } from './queries';
import { ReviewPicture } from './ReviewPicture';
import { asOf, laterWords, takenBy } from './words';

const FreezeDialog = lazy(() => import('./FreezeDialog').then((file) => ({ default: file.FreezeDialog })));

/** What each review saw: the list of freezes, and taking one. */
export function ReviewsPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(freezesQuery(slug));
  const [freezing, setFreezing] = useState(false);
  useTitle(t('section.reviews', 'Reviews'), name);
  if (error && !data) return <Failed error={error} />;
  const [newest, before] = data?.items ?? [];
  const freeze = (
    <Button look="primary" icon="lock" onPress={() => setFreezing(true)}>
      {t('review.freeze', 'Freeze a review')}
    </Button>
  );
  return (
    <Content>
      <PageHeader
        title={t('section.reviews', 'Reviews')}
        acts={
          newest && data ? (
            <>
              {before ? (
                <ButtonLink
                  to="/a/$alliance/reviews/compare"
                  params={{ alliance: slug }}
                  search={{ from: before.id, to: newest.id } as never}
                  icon="compare"
                >
                  {t('review.compare', 'Compare two')}
                </ButtonLink>
              ) : null}
              {data.may_freeze ? freeze : null}
            </>
          ) : undefined
        }
      >
        {t('review.text', 'A review looks at one period. Freezing keeps what everybody saw: later values change nothing of it.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={8} />
      ) : data.items.length === 0 ? (
        <div className="card">
          <EmptyState
            title={t('review.empty', 'Each review keeps what it saw')}
            picture={<ReviewPicture />}
            acts={data.may_freeze ? freeze : undefined}
          >
            {data.may_freeze
              ? t(
                  'review.emptyText',
                  'Freeze map, scorecards and definitions when you meet. Then two reviews can be compared, and whoever corrects a value later shows it on both sides.',
                )
              : t('review.emptyReader', 'No review is frozen yet. An alliance manager freezes one when you meet.')}
          </EmptyState>
        </div>
      ) : (
        <ol className="review-rows">
          {data.items.map((row, place) => (
            <Row key={row.id} row={row} before={data.items[place + 1]} slug={slug} />
          ))}
        </ol>
      )}
      <Suspense>
        {freezing && data ? <FreezeDialog slug={slug} list={data} onClose={() => setFreezing(false)} /> : null}
      </Suspense>
    </Content>
  );
}

function Row({ row, before, slug }: { row: FreezeRow; before: FreezeRow | undefined; slug: string }) {
  const later = laterWords(row.later);
  return (
    <li className="card review-row">
      <div className="review-row-head">
        <h2>
          <Link to="/a/$alliance/reviews/$review" params={{ alliance: slug, review: row.id }}>
            {row.title}
          </Link>
        </h2>
        <LightPill state={{ light: row.light }} />
        {later ? <Badge tone="warn">{later}</Badge> : null}
        <span className="push">
          <Digest digest={row.digest} />
        </span>
      </div>
      <p className="small soft">
        {row.label} · {asOf(row)} · {takenBy(row)}
      </p>
      {row.note ? <q className="review-note">{row.note}</q> : null}
      {before ? (
        <p className="small">
          <Link
            to="/a/$alliance/reviews/compare"
            params={{ alliance: slug }}
            search={{ from: before.id, to: row.id } as never}
          >
            {t('review.since', 'What changed since {title}', { title: before.title })}
          </Link>
        </p>
      ) : null}
    </li>
  );
}
