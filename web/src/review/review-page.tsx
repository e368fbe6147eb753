import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { base } from '@/api/client';
import { Digest } from '@/charter/Digest';
import { ButtonAnchor, ButtonLink } from '@/components/Button';
import { Skeleton } from '@/components/Skeleton';
import { Tabs } from '@/components/Tabs';
import { Comments } from '@/discussion/Comments';
import { t } from '@/i18n/t';
import { LightPill } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { Checking } from './Checking';
import { FrozenDefinitions } from './FrozenDefinitions';
import { FrozenHopes } from './FrozenHopes';
import { FrozenMap } from './FrozenMap';
import { FrozenScorecards } from './FrozenScorecards';
import { type FreezeView, freezeQuery } from './queries';
import { RestatedTable } from './RestatedTable';
import { asOf, takenBy } from './words';

const parts = ['scorecards', 'map', 'definitions', 'hopes', 'since'] as const;

/** One review as it was. */
export function ReviewPage() {
  const { slug, name } = useAlliance();
  const { review } = useParams({ strict: false }) as { review: string };
  const { data, error } = useQuery(freezeQuery(slug, review));
  useTitle(data?.freeze.title ?? t('section.reviews', 'Reviews'), name);
  if (error && !data) return <Failed error={error} />;
  return <Content>{data ? <Review view={data} slug={slug} /> : <Skeleton lines={12} />}</Content>;
}

function Review({ view, slug }: { view: FreezeView; slug: string }) {
  const [filters, set] = useFilters();
  const { freeze, document, restated, gone } = view;
  const part = parts.find((one) => one === filters.part) ?? 'scorecards';
  const isGone = new Set(gone.map((one) => one.id));
  return (
    <>
      <header className="review-head">
        <p className="page-path">
          <Link to="/a/$alliance/reviews" params={{ alliance: slug }}>
            {t('section.reviews', 'Reviews')}
          </Link>{' '}
          <span className="soft">· {freeze.label}</span>
        </p>
        <div className="review-title">
          <h1>{freeze.title}</h1>
          <LightPill state={{ light: freeze.light }} />
          <span className="row push">
            <ButtonLink
              to="/a/$alliance/reviews/compare"
              params={{ alliance: slug }}
              search={{ to: freeze.id } as never}
              icon="compare"
            >
              {t('review.compareThis', 'Compare')}
            </ButtonLink>
            <ButtonAnchor
              href={`${base}/freezes/${freeze.id}/file`}
              download={`freeze-${freeze.period}.json`}
              icon="download"
            >
              {t('review.save', 'Save the document')}
            </ButtonAnchor>
          </span>
        </div>
        <p className="small soft">
          {asOf(freeze)} · {takenBy(freeze)} · <Digest digest={freeze.digest} />
        </p>
        {freeze.note ? <q className="review-note">{freeze.note}</q> : null}
        <Checking freeze={freeze} slug={slug} />
      </header>
      {restated.length + gone.length > 0 ? (
        <p className="review-since" role="note">
          {[
            restated.length > 0
              ? t('review.restatedCount', '{n} {n|value is|values are} known otherwise by now.', { n: restated.length })
              : '',
            gone.length > 0
              ? t('review.goneCount', '{n} {n|thing has|things have} been removed since; here {n|it stands|they stand} as {n|it was|they were}.', {
                  n: gone.length,
                })
              : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : null}
      <Tabs
        label={t('review.parts', 'What the review saw')}
        value={part}
        onChange={(chosen) => set({ part: chosen === 'scorecards' ? undefined : chosen })}
        tabs={[
          {
            id: 'scorecards',
            label: t('section.scorecards', 'Scorecards'),
            content: <FrozenScorecards card={document.scorecard} restated={restated} gone={isGone} slug={slug} />,
          },
          { id: 'map', label: t('section.map', 'Map'), content: <FrozenMap map={document.map} /> },
          {
            id: 'definitions',
            label: t('review.definitions', 'Definitions'),
            content: <FrozenDefinitions document={document} gone={isGone} slug={slug} />,
          },
          { id: 'hopes', label: t('review.hopes', 'Hopes'), content: <FrozenHopes hopes={document.hopes ?? []} /> },
          {
            id: 'since',
            label: t('review.sinceTab', 'Changed since ({n})', { n: restated.length }),
            content: (
              <RestatedTable
                items={restated}
                slug={slug}
                caption={t('review.sinceCaption', 'Values that are known otherwise by now')}
                before={t('review.then', 'Frozen')}
                after={t('review.now', 'Now')}
                none={t('review.sinceNone', 'Every value still is what the review saw.')}
              />
            ),
          },
        ]}
      />
      <Comments slug={slug} about={`review:${freeze.id}`} />
    </>
  );
}
