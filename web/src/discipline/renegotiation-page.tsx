import './renegotiation.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { keepMoment } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { DecideDialog } from './DecideDialog';
import { type PutUp, type Renegotiation, renegotiationQuery, type Verdict, verdictWords } from './queries';

/** Measures that nobody looks at, or that are always or never met: renegotiate, keep or drop. */
export function RenegotiationPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(renegotiationQuery(slug));
  const [asked, setAsked] = useState<{ item: PutUp; verdict: Verdict } | null>(null);
  useTitle(t('section.renegotiation', 'Measures to renegotiate'), name);
  if (error && !data) return <Failed error={error} />;
  return (
    <Content>
      <PageHeader title={t('section.renegotiation', 'Measures to renegotiate')}>
        {t('review.text', 'A measure costs work each period. One that nobody looks at, or that is always or never met, is put up here to be renegotiated, kept or dropped.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={8} />
      ) : (
        <div className="stack">
          {data.items.length === 0 ? (
            <Nothing data={data} />
          ) : (
            <ul className="stack">
              {data.items.map((item) => (
                <Card key={item.measure} item={item} slug={slug} since={data.counted_since} onAsk={(verdict) => setAsked({ item, verdict })} />
              ))}
            </ul>
          )}
          <Counting data={data} />
          {data.decided.length > 0 && <Decisions data={data} slug={slug} />}
        </div>
      )}
      {asked && <DecideDialog item={asked.item} verdict={asked.verdict} onClose={() => setAsked(null)} />}
    </Content>
  );
}

/** Praise only where something could be counted. */
function Nothing({ data }: { data: Renegotiation }) {
  const could = data.lights_tell + data.looks_tell > 0;
  return (
    <div className="card">
      <EmptyState
        title={
          data.measures === 0
            ? t('review.noMeasures', 'No measure yet')
            : could
              ? t('review.allEarn', 'Every measure earns its place')
              : t('review.tooEarly', 'Too early to tell')
        }
        picture={<Icon name="target" size={40} />}
      >
        {could
          ? t('review.allEarnText', 'Of {n} {n|measure|measures} that could be judged, none is always or never met, and none is left alone.', {
              n: Math.max(data.lights_tell, data.looks_tell),
            })
          : t('review.tooEarlyText', 'A measure is judged from six periods with a light on, and whether anybody looks from 90 days of counting on.')}
      </EmptyState>
    </div>
  );
}

function Counting({ data }: { data: Renegotiation }) {
  return (
    <p className="small faint">
      {data.counted_since
        ? t('review.counting', 'Opened pages of your own side are counted since {day}, by day and never by person. No other party sees them.', {
            day: date(data.counted_since),
          })
        : t('review.notCounting', 'Nobody of your side has opened a measure’s page since looks are counted: by day, never by person, and no other party sees them.')}
    </p>
  );
}

type CardProps = { item: PutUp; slug: string; since: string | null; onAsk: (verdict: Verdict) => void };

function Card({ item, slug, since, onAsk }: CardProps) {
  return (
    <li className="card put-up">
      <header className="row">
        <LightMark state={item.judgement} size={20} label />
        <h2>
          <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: item.measure }} search={keepMoment}>
            {item.code} {item.name}
          </Link>
        </h2>
        <span className="small soft push">{[item.theme.name, item.objective, item.owner].filter(Boolean).join(' · ')}</span>
      </header>
      <ul className="put-up-why">
        {item.standings.map((one) => (
          <li key={one}>{why(one, item, since)}</li>
        ))}
      </ul>
      <ol className="put-up-lights" aria-label={t('review.lights', 'Lights of the last periods')}>
        {item.recent
          .filter((cell) => cell.state === 'value')
          .map((cell) => (
            <li key={cell.period} title={cell.label}>
              <LightMark state={{ light: cell.light }} size={16} label />
              <span className="visually-hidden">{cell.label}</span>
            </li>
          ))}
        <li className="small soft">{t('review.target', 'Target: {target}', { target: item.target })}</li>
      </ol>
      {item.last && (
        <p className="small soft">
          {t('review.last', 'Last time, {day}: {verdict}, “{reason}”', {
            day: date(item.last.decided_at.slice(0, 10)),
            verdict: verdictWords()[item.last.verdict].toLowerCase(),
            reason: item.last.reason,
          })}
        </p>
      )}
      {item.may_decide && (
        <div className="row">
          <Button size="s" icon="edit" onPress={() => onAsk('renegotiate')}>
            {t('review.renegotiate', 'Renegotiate')}
          </Button>
          <Button size="s" icon="check" onPress={() => onAsk('keep')}>
            {t('review.keep', 'Keep')}
          </Button>
          <Button size="s" icon="trash" onPress={() => onAsk('drop')}>
            {t('review.drop', 'Drop')}
          </Button>
        </div>
      )}
    </li>
  );
}

function why(standing: PutUp['standings'][number], item: PutUp, since: string | null): string {
  switch (standing) {
    case 'always_met':
      return t('review.always', 'Green in all {n} of its last periods: does the target still ask for anything?', { n: item.judged });
    case 'never_met':
      return t('review.never', 'Red in all {n} of its last periods: does anybody still believe in the target?', { n: item.judged });
    case 'not_looked_at':
      return t('review.unseen', 'Nobody of your side has opened its page in 90 days (counted since {day}).', { day: since ? date(since) : '–' });
    default:
      return t('review.passed', 'Its review date was {day}.', { day: item.review_date ? date(item.review_date) : '–' });
  }
}

function Decisions({ data, slug }: { data: Renegotiation; slug: string }) {
  return (
    <section>
      <h2>{t('review.decisions', 'Decided')}</h2>
      <ul className="card put-up-decided">
        {data.decided.map(({ measure, code, name, decision }) => (
          <li key={decision.id} className="row">
            <Badge tone={decision.verdict === 'keep' ? 'good' : decision.verdict === 'drop' ? 'bad' : 'warn'}>{verdictWords()[decision.verdict]}</Badge>
            <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure }} search={keepMoment}>
              {code} {name}
            </Link>
            <span>{decision.reason}</span>
            <span className="small soft push">
              {t('review.byWhom', '{person}, {party}, {day}; quiet until {until}', {
                person: decision.by,
                party: decision.party,
                day: date(decision.decided_at.slice(0, 10)),
                until: date(decision.quiet_until),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
