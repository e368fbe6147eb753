import './aggregate/aggregate.css';
import './scorecard.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { otherLight, useJointLights } from '@/access/joint';
import { JointLight } from '@/access/SpaceLock';
import { PersonChooser } from '@/alliance/PersonChooser';
import { edit } from '@/api/edits';
import { scorecardQuery } from '@/api/queries';
import type { Scorecard } from '@/api/types';
import { EditInDraft, usePlanEdit } from '@/charter/EditInDraft';
import { Button, ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { SampleButton } from '@/exchange/SampleButton';
import { FilterMenu } from '@/filter/FilterMenu';
import { Files } from '@/files/Files';
import { t } from '@/i18n/t';
import { LightPill, TrendMark, themeColour } from '@/pictures';
import { useAt, useShowPeriod, useShowVersion, useSlug } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed, NotFound } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { usePhone } from '@/strategy/usePhone';
import { doubt } from '@/strategy/why';
import { fiscalYears, isFiscal, stretches, stretchOf } from './aggregate/stretch';
import { EntryBar } from './entry/EntryBar';
import { useEntry } from './entry/useEntry';
import { useOutlook } from './forecast/outlook';
import { Interval } from './Interval';
import { LightWords } from './keys/LightWords';
import { WaitingLink } from './keys/WaitingLink';
import { Masked } from './Masked';
import { MeasureCards } from './MeasureCards';
import { MeasureDialog } from './dialogs';
import { MeasureTable } from './MeasureTable';
import { Narrative } from './Narrative';
import { ScorePicture } from './ScorePicture';
import { ThemeOverview } from './ThemeOverview';
import { ThemeTabs } from './ThemeTabs';
import { priorityWords, type Theme, themeAt } from './theme-address';

const AggregateTable = lazy(() => import('./aggregate/AggregateTable').then((file) => ({ default: file.AggregateTable })));
const Comments = lazy(() => import('@/discussion/Comments').then((file) => ({ default: file.Comments })));

/** The theme scorecards: all themes at a glance, or one in full. */
export function ScorecardsPage() {
  const slug = useSlug();
  const { theme: address } = useParams({ strict: false }) as { theme?: string };
  const { data: card, error } = useQuery(scorecardQuery(slug, useAt()));
  const theme = card && address ? themeAt(address, card.themes) : undefined;
  useShowPeriod(card?.period);
  useShowVersion(card?.alliance);
  useTitle(theme?.name ?? t('score.title', 'Scorecards'), card?.alliance.name);
  if (error && !card) return <Failed error={error} />;
  if (!card)
    return (
      <Content wide>
        <div className="score-page">
          <Skeleton lines={10} />
        </div>
      </Content>
    );
  if (address && !theme) return <NotFound />;
  return (
    <Content wide>
      <div className="score-page">
        <div className="theme-line">
          <ThemeTabs slug={slug} themes={card.themes} shown={theme?.id} />
          <FilterMenu />
        </div>
        {theme ? (
          <ThemeScorecard key={theme.id} card={card} theme={theme} slug={slug} />
        ) : (
          <All card={card} slug={slug} />
        )}
      </div>
    </Content>
  );
}

function All({ card, slug }: { card: Scorecard; slug: string }) {
  return (
    <>
      <header className="score-head">
        <h1>{t('score.title', 'Scorecards')}</h1>
        <span className="row">
          <LightPill state={card.judgement} />
          <TrendMark trend={card.judgement.trend} size={18} />
          <span className="soft small">
            {t('score.whole', 'The alliance as a whole, {period}', { period: card.period.label })}
          </span>
        </span>
        <WaitingLink slug={slug} />
      </header>
      {card.themes.some((theme) => theme.objectives.length) ? (
        <ThemeOverview card={card} slug={slug} />
      ) : (
        <EmptyState
          title={t('score.none', 'Each theme on one page, with its numbers')}
          picture={<ScorePicture />}
          acts={
            card.rights.edit_draft ? (
              <>
                <ButtonLink
                  look="primary"
                  icon="map"
                  to="/a/$alliance/map"
                  params={{ alliance: slug }}
                  search={{ mode: 'edit' } as never}
                >
                  {t('score.start', 'Start on the map')}
                </ButtonLink>
                <SampleButton alliance={card.alliance.id} />
              </>
            ) : null
          }
        >
          {t('score.noneHint', 'Themes and objectives are made on the map; their scorecards appear here.')}
        </EmptyState>
      )}
    </>
  );
}

function ThemeScorecard({ card, theme, slug }: { card: Scorecard; theme: Theme; slug: string }) {
  const phone = usePhone();
  const joint = useJointLights();
  const measures = useMemo(() => theme.objectives.flatMap((objective) => objective.measures), [theme]);
  const entry = useEntry(card.alliance.id, measures);
  const outlook = useOutlook(slug, { theme: theme.id }, measures);
  const [adding, setAdding] = useState(false);
  const [filters, setFilters] = useFilters();
  const stretch = stretchOf(filters.stretch);
  const years = isFiscal(stretch) ? fiscalYears(card.parties) : [];
  // A party may have given up its own since the address was kept.
  const year = years.find((one) => one.id === filters.calendar)?.id ?? '';
  const { judgement } = theme;
  const mayEdit = card.rights.edit_draft || card.rights.edit_themes.includes(theme.id);
  const { canEdit, inDraft } = usePlanEdit(card, mayEdit);
  return (
    <>
      <header className="score-head">
        <h1>
          <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} />
          {theme.name}
        </h1>
        <span className="row">
          <LightPill state={judgement} />
          <JointLight light={otherLight(joint, theme)} />
          <TrendMark trend={judgement.trend} size={18} />
          <Interval judgement={judgement} />
          <span className="soft small">{doubt(judgement).join(' ')}</span>
        </span>
        <WaitingLink slug={slug} />
        <p className="soft small score-facts">
          <span className="score-leader">
            {t('score.leader', 'Theme leader')}:{' '}
            <PersonChooser
              slug={slug}
              label={t('score.leader', 'Theme leader')}
              person={theme.leader}
              placeholder={t('score.leaderNone', 'nobody yet')}
              canEdit={canEdit && card.rights.edit_draft}
              onChoose={(leader) =>
                edit({
                  method: 'PATCH',
                  path: `/themes/${theme.id}`,
                  version: theme.version,
                  body: { leader },
                  said: leader ? t('score.leaderSet', 'Theme leader chosen') : t('score.leaderGone', 'No theme leader any more'),
                })
              }
            />
          </span>
          {[
            card.period.label,
            priorityWords(theme.priority),
            theme.kind === 'co_creation' ? t('score.coCreation', 'Co-creation: not everything has a number') : '',
            card.ratified || card.alliance.charter ? '' : t('score.notRatified', 'Not ratified: the working draft is shown and judged'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {canEdit && theme.objectives.length ? (
          <Button size="s" icon="plus" className="push score-add" onPress={() => setAdding(true)}>
            {t('measure.add', 'Add measure')}
          </Button>
        ) : inDraft ? (
          <EditInDraft className="push score-add" />
        ) : null}
        <LightWords
          of={{ alliance: card.alliance.id, object: theme.id, title: theme.name, judgement, period: card.period }}
          words={theme.words}
          mayConfirm={theme.may_confirm}
        />
      </header>
      {theme.description ? <p className="score-priority">{theme.description}</p> : null}
      <Masked masked={judgement.light === 'red' ? [] : judgement.masked} />
      {measures.length ? (
        <div className="row">
          <Select
            className="score-stretch"
            bare
            label={t('stretch.label', 'Values over')}
            options={stretches()}
            value={stretch}
            onChange={(id) => setFilters({ stretch: id === 'own' ? undefined : id, ...(isFiscal(id) ? {} : { calendar: undefined }) })}
          />
          {years.length ? (
            <Select
              className="score-year"
              bare
              label={t('stretch.fiscal', 'Fiscal year')}
              options={years}
              value={year}
              onChange={(calendar) => setFilters({ calendar })}
            />
          ) : null}
        </div>
      ) : null}
      {stretch !== 'own' && theme.objectives.length ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <AggregateTable slug={slug} objectives={theme.objectives} stretch={stretch} calendar={year} />
        </Suspense>
      ) : theme.objectives.length === 0 ? (
        <EmptyState
          title={t('score.empty', 'This theme has no objectives yet')}
          picture={<ScorePicture />}
          acts={
            canEdit ? (
              <ButtonLink
                look="primary"
                icon="map"
                to="/a/$alliance/map"
                params={{ alliance: slug }}
                search={{ mode: 'edit' } as never}
              >
                {t('score.start', 'Start on the map')}
              </ButtonLink>
            ) : null
          }
        >
          {t('score.emptyHint', 'Its objectives and their measures will stand here, each with value, target and light.')}
        </EmptyState>
      ) : phone ? (
        <MeasureCards slug={slug} objectives={theme.objectives} entry={entry} outlook={outlook} />
      ) : (
        <MeasureTable
          slug={slug}
          objectives={theme.objectives}
          entry={entry}
          outlook={outlook}
          caption={t('score.caption', 'Scorecard: {theme}', { theme: theme.name })}
        />
      )}
      <EntryBar entry={entry} />
      <Narrative theme={theme} period={card.period.period} canEdit={mayEdit} />
      <Files slug={slug} about={`theme:${theme.id}`} />
      <Suspense fallback={<Skeleton lines={2} />}>
        <Comments slug={slug} about={`theme:${theme.id}`} />
      </Suspense>
      <Suspense>
        {adding ? (
          <MeasureDialog
            alliance={card.alliance.id}
            objectives={theme.objectives}
            canBePrivate={card.rights.private}
            onClose={() => setAdding(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
