import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { otherLight, useJointLights } from '@/access/joint';
import { JointLight, SpaceLock } from '@/access/SpaceLock';
import { objectiveQuery } from '@/api/queries';
import type { Id, LinkEnd, LinkTests, MapView, MeasureRow, ObjectiveView } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { Panel } from '@/components/Panel';
import { Skeleton } from '@/components/Skeleton';
import type { About } from '@/discussion/types';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import {
  LightMark,
  LightPill,
  measured,
  PartnerMark,
  ProgressBar,
  Sparkline,
  TrendMark,
  themeColour,
  trendWord,
} from '@/pictures';
import { goalText } from '@/scorecard/goal';
import { keepMoment } from '@/shell/filters';
import { useMapAddress } from './address';
import { EndTest } from './tests/EndTest';
import { reasons } from './why';

type PanelProps = {
  map: MapView;
  id: Id;
  onSelect: (id: Id | null) => void;
  edit?: ReactNode;
  tests?: LinkTests | undefined;
  /** Opens the comments on an arrow. */
  mark: (about: About) => ReactNode;
};

/** What is behind a card: the light in words and why, measures, wins, knock-on, initiatives. */
export function MapPanel({ map, id, onSelect, edit, tests, mark }: PanelProps) {
  const { slug, at } = useMapAddress();
  const card = map.cards.find((one) => one.id === id);
  const { data } = useQuery(objectiveQuery(slug, id, at));
  const joint = useJointLights();
  if (!card) return null;
  const theme = map.themes.find((one) => one.id === card.theme);
  const head = (
    <>
      <LightPill state={card.judgement} />
      <span className="soft small">{card.code}</span>
    </>
  );
  return (
    <Panel label={card.title} onClose={() => onSelect(null)} head={head}>
      <div className="map-panel-title">
        <h2>{card.title}</h2>
        {theme ? (
          <p className="theme-name soft small">
            <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} />
            {theme.name} · {map.lanes.find((lane) => lane.id === card.lane)?.name}
          </p>
        ) : null}
        <p className="map-panel-space">
          <SpaceLock space={card.space} />
          <JointLight light={otherLight(joint, card)} />
        </p>
      </div>
      {edit}
      {data && data.id === id ? (
        <Details objective={data} slug={slug} onSelect={onSelect} tests={tests} mark={mark} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Panel>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="map-panel-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

type DetailsProps = Omit<EndsProps, 'title' | 'ends'> & { objective: ObjectiveView; slug: string };

function Details({ objective, slug, ...more }: DetailsProps) {
  const { trend } = objective.judgement;
  return (
    <>
      <Section title={t('map.panel.why', 'Why')}>
        <ul className="map-why">
          {reasons(objective).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          <li>
            <TrendMark trend={trend} label={false} />{' '}
            {t('map.panel.trend', 'Trend: {trend}.', { trend: trendWord(trend) })}
          </li>
        </ul>
      </Section>
      {objective.measures.length ? (
        <Section title={t('map.panel.measures', 'Measures')}>
          {objective.measures.map((measure) => (
            <PanelMeasure key={measure.id} measure={measure} slug={slug} />
          ))}
        </Section>
      ) : null}
      {objective.wins.length ? (
        <Section title={t('map.panel.wins', 'What each partner wins')}>
          <ul className="map-panel-list">
            {objective.wins.map((win) => (
              <li key={win.id}>
                <PartnerMark mark={win.mark} name={win.party_name} size={20} />
                <span>{win.text}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Ends title={t('map.panel.knockOn', 'Knock-on effect')} ends={objective.effects} {...more} />
      <Ends title={t('map.panel.causes', 'Comes from')} ends={objective.causes} {...more} />
      {objective.initiatives.length ? (
        <Section title={t('map.panel.initiatives', 'Initiatives')}>
          <ul className="map-panel-list">
            {objective.initiatives.map((one) => (
              <li key={one.id} className="map-panel-initiative">
                <span>{one.name}</span>
                <ProgressBar progress={one.progress} planned={one.planned} />
                <span className="soft small">
                  {one.due ? t('map.panel.due', 'due {date}', { date: date(one.due) }) : ''}
                  {one.late ? `, ${t('map.panel.late', 'behind plan')}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <ButtonLink
        to="/a/$alliance/o/$objective"
        params={{ alliance: slug, objective: objective.id }}
        search={keepMoment}
      >
        {t('map.panel.open', 'Open objective')}
      </ButtonLink>
    </>
  );
}

function PanelMeasure({ measure, slug }: { measure: MeasureRow; slug: string }) {
  return (
    <ButtonLink
      look="quiet"
      className="map-panel-measure"
      to="/a/$alliance/m/$measure"
      params={{ alliance: slug, measure: measure.id }}
      search={keepMoment}
    >
      <span className="map-panel-measure-head">
        <LightMark state={measure.judgement} size={16} label />
        <span>{measure.name}</span>
        <SpaceLock space={measure.space} />
      </span>
      <Sparkline cells={measure.recent} width={272} height={56} />
      <span className="map-panel-measure-foot">
        <b>{measured(measure.value, measure)}</b>
        <span className="soft">{t('map.panel.target', 'target {target}', { target: goalText(measure) })}</span>
      </span>
    </ButtonLink>
  );
}

type EndsProps = Pick<PanelProps, 'onSelect' | 'tests' | 'mark'> & { title: string; ends: LinkEnd[] };

function Ends({ title, ends, onSelect, tests, mark }: EndsProps) {
  if (ends.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="map-panel-list">
        {ends.map((end) => (
          <li key={end.link} className="map-panel-link">
            <button type="button" className="map-panel-end" onClick={() => onSelect(end.objective)}>
              <LightMark state={{ light: end.light }} size={18} label />
              <span>{end.title}</span>
              <span className="soft small">
                {end.code}
                {end.sign === 'hinders' ? `, ${t('map.hinders', 'hinders')}` : ''}
                {end.lag_months ? `, ${t('map.lag', '{n} mo.', { n: end.lag_months })}` : ''}
              </span>
            </button>
            <EndTest test={tests?.links.find((one) => one.link === end.link)} />
            {mark(`link:${end.link}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
