import '@/alliance/lines.css';
import './initiatives.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SpaceLock } from '@/access/SpaceLock';
import { Badge } from '@/components/Badge';
import { ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { date, money, percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { ProgressBar } from '@/pictures';
import { useAlliance, useAt, useShowPeriod } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { keepMoment } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { Effects } from './Effects';
import { type InitiativeItem, initiativesQuery, verdictWords } from './queries';

/** All initiatives; what is on plan and moved nothing stands first, for the committee. */
export function InitiativesPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(initiativesQuery(slug, useAt()));
  useShowPeriod(data?.period);
  useTitle(t('section.initiatives', 'Initiatives'), name);
  if (error && !data) return <Failed error={error} />;
  const flat = data?.items.filter((one) => one.flat) ?? [];
  const rest = data?.items.filter((one) => !one.flat) ?? [];
  return (
    <Content>
      <PageHeader title={t('section.initiatives', 'Initiatives')}>
        {t('initiatives.text', 'Work that is meant to move measures. Being on plan is not enough: what counts is whether the measures moved.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={10} />
      ) : data.items.length === 0 ? (
        <div className="card">
          <EmptyState
            title={t('initiatives.none', 'No initiative yet')}
            picture={<Icon name="flag" size={40} />}
            acts={
              <ButtonLink look="primary" icon="map" to="/a/$alliance/map" params={{ alliance: slug }}>
                {t('overview.map', 'Open the map')}
              </ButtonLink>
            }
          >
            {t('initiatives.noneText', 'Open an objective and add one there: what is done, by whom, by when, and which measures it is meant to move.')}
          </EmptyState>
        </div>
      ) : (
        <div className="stack initiatives">
          <section>
            <h2>{t('initiatives.flat', 'Green initiative, flat measure')}</h2>
            {flat.length === 0 ? (
              <p className="soft">
                {data.items.some((one) => one.effects.length > 0)
                  ? t('initiatives.noFlat', 'None: where it can be told already, every initiative that is on plan or done moved its measures.')
                  : t('initiatives.noMoves', 'Nobody can tell yet: no initiative names a measure that it is meant to move.')}
              </p>
            ) : (
              <>
                <p className="soft">
                  {t('initiatives.flatText', 'On plan or done, and a measure that it was to move did not. One for the committee: another piece of work, another measure, or more time?')}
                </p>
                <ul className="stack">
                  {flat.map((one) => (
                    <li key={one.id} className="card">
                      <Head item={one} slug={slug} />
                      <Effects effects={one.effects} slug={slug} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          {rest.length > 0 && (
            <section className="card">
              <h2>{flat.length ? t('initiatives.others', 'The others') : t('initiatives.all', 'All initiatives')}</h2>
              <ul className="lines">
                {rest.map((one) => (
                  <li key={one.id}>
                    <Line item={one} slug={slug} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Content>
  );
}

function Head({ item, slug }: { item: InitiativeItem; slug: string }) {
  return (
    <header className="row initiative-head">
      <h3>
        <Link to="/a/$alliance/i/$initiative" params={{ alliance: slug, initiative: item.id }} search={keepMoment}>
          {item.name}
        </Link>
      </h3>
      <SpaceLock space={item.space} />
      <Badge tone="good">
        {item.state === 'done' ? t('state.done', 'Done') : t('initiatives.onPlan', 'On plan, {share} done', { share: percent(item.progress) })}
      </Badge>
      <span className="small soft push">
        {[item.owner?.name, item.cost !== null && item.budget !== null ? t('initiatives.cost', '{cost} of {budget}', { cost: money(item.cost, item.currency), budget: money(item.budget, item.currency) }) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </header>
  );
}

function Line({ item, slug }: { item: InitiativeItem; slug: string }) {
  const words = item.effects.map((one) => verdictWords()[one.verdict]);
  const verdicts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
  return (
    <Link to="/a/$alliance/i/$initiative" params={{ alliance: slug, initiative: item.id }} search={keepMoment} className="line">
      <span className="line-words">
        <span className="line-title">
          {item.name} <SpaceLock space={item.space} />
        </span>
        <span className="small soft">
          {[item.owner?.name, item.due ? t('home.due', 'due {day}', { day: date(item.due) }) : '', verdicts.length ? t('initiatives.measures', 'measures: {words}', { words: verdicts.join(', ') }) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {item.late && <Badge tone="warn">{t('initiative.late', 'Late')}</Badge>}
      <span className="line-progress">
        <ProgressBar label={item.name} progress={item.progress} planned={item.planned} />
      </span>
      <span className="number line-percent">{percent(item.progress)}</span>
    </Link>
  );
}
