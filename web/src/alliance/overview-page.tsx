import './overview-page.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { WhoCanSee } from '@/access/WhoCanSee';
import { OverviewCharter } from '@/charter/OverviewCharter';
import { allianceAtQuery } from '@/api/queries';
import { ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { SampleButton } from '@/exchange/SampleButton';
import { StartPicture } from '@/home/StartPicture';
import { t } from '@/i18n/t';
import { OverviewFlat } from '@/initiative/OverviewFlat';
import { useAlliance, useAt, useShowPeriod } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useLastNamed } from '@/shell/named';
import { useTitle } from '@/shell/title';
import { Freshness } from './Freshness';
import { History } from './History';
import { OverviewHead } from './OverviewHead';
import { OverviewInitiatives } from './OverviewInitiatives';
import { Reds } from './Reds';
import { StageLine } from './StageLine';
import { ThemeList } from './ThemeList';

const Talk = lazy(() => import('@/discussion/Talk').then((file) => ({ default: file.Talk })));

/** Where the alliance stands, and why: one screen, the troubles first. */
export function OverviewPage() {
  const usual = useAlliance();
  const { period, side } = useAt();
  const other = Boolean(period || side);
  const asked = useQuery({ ...allianceAtQuery(usual.slug, { period, side }), enabled: other });
  const alliance = (other ? asked.data : undefined) ?? usual;
  useShowPeriod(alliance.period_info);
  useTitle(alliance.name);
  const { greens, yellows, reds, greys } = alliance;
  // A link to a comment unfolds what is said about the whole, anew for each comment.
  const comment = useLastNamed('comment-');
  const talk = (
    <Suspense>
      <Talk key={comment} slug={alliance.slug} about={`alliance:${alliance.id}`} name={alliance.name} />
    </Suspense>
  );
  const blank = alliance.themes.length === 0 || greens + yellows + reds + greys === 0;
  return (
    <Content>
      <OverviewHead alliance={alliance} />
      {blank ? (
        <div className="stack">
          <Blank />
          {talk}
        </div>
      ) : (
        <div className="overview">
          <div className="stack overview-main">
            <Reds alliance={alliance} />
            <ThemeList alliance={alliance} />
            <OverviewInitiatives alliance={alliance} />
            {alliance.rights.read_scorecard && <OverviewFlat slug={alliance.slug} />}
            {talk}
          </div>
          <div className="stack overview-side">
            {alliance.rights.read_scorecard && <OverviewCharter alliance={alliance} />}
            <History history={alliance.overview.history} />
            <Freshness slug={alliance.slug} parties={alliance.freshness} />
            <StageLine stage={alliance.stage} />
          </div>
        </div>
      )}
      <footer className="overview-foot small faint">
        <WhoCanSee slug={alliance.slug} />
        {alliance.source && <p>{alliance.source}</p>}
      </footer>
    </Content>
  );
}

function Blank() {
  const alliance = useAlliance();
  return (
    <div className="card">
      <EmptyState
        title={t('overview.blank', 'Draw the map first')}
        picture={<StartPicture />}
        acts={
          alliance.rights.edit_draft && (
            <>
              <ButtonLink
                to="/a/$alliance/map"
                params={{ alliance: alliance.slug }}
                search={{ mode: 'edit' } as never}
                look="primary"
                icon="map"
              >
                {t('overview.blank.start', 'Start the map')}
              </ButtonLink>
              <SampleButton alliance={alliance.id} />
              <ButtonLink to="/a/$alliance/people" params={{ alliance: alliance.slug }} icon="people">
                {t('overview.blank.invite', 'Invite the partner')}
              </ButtonLink>
            </>
          )
        }
      >
        {t(
          'overview.blank.text',
          'Twelve to twenty-five objectives in four lanes, with arrows from cause to effect. Measures bring the lights.',
        )}
      </EmptyState>
    </div>
  );
}
