import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { otherLight, useJointLights } from '@/access/joint';
import { JointLight, SpaceLock } from '@/access/SpaceLock';
import type { MapView } from '@/api/types';
import { type Column, Table } from '@/components/Table';
import type { About } from '@/discussion/types';
import { t } from '@/i18n/t';
import { LightPill, PartnerMark, TrendMark, themeColour, trendWord } from '@/pictures';
import { type Chain, causesOf, effectsOf } from '@/pictures/map/chain';
import { readingOrder } from '@/pictures/map/position';
import { keepMoment } from '@/shell/filters';
import { ArrowTable } from './talk/ArrowTable';
import { LaneMarks, TalkMark, type Talking } from './talk/TalkMarks';
import { Texts } from './Texts';

type Card = MapView['cards'][number];

type TableProps = Talking & {
  chain: Chain | null;
  /** Stands above the objectives. */
  children?: ReactNode;
};

/** The same content as the picture: wins, objectives with lane, theme, light and links, values, arrows. */
export function MapTable({ chain, children, ...talking }: TableProps) {
  const { map, slug } = talking;
  const mark = (about: About) => <TalkMark {...talking} about={about} />;
  const joint = useJointLights();
  const codes = (ids: string[]) =>
    ids.flatMap((id) => map.cards.find((card) => card.id === id)?.code ?? []).join(', ') || '–';
  const rows = readingOrder(map.cards).filter((card) => !chain || chain.objectives.has(card.id));
  const columns: Column<Card>[] = [
    {
      id: 'objective',
      title: t('map.table.objective', 'Objective'),
      cell: (card) => (
        <span className="map-table-title">
          <span className="faint small">{card.code}</span>
          <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: card.id }} search={keepMoment}>
            {card.title}
          </Link>
          <SpaceLock space={card.space} />
        </span>
      ),
    },
    {
      id: 'light',
      title: t('map.table.light', 'Light'),
      cell: (card) => (
        <>
          <LightPill state={card.judgement} /> <JointLight light={otherLight(joint, card)} />
        </>
      ),
    },
    {
      id: 'trend',
      title: t('map.table.trend', 'Trend'),
      cell: (card) => (
        <span className="row map-table-trend">
          <TrendMark trend={card.judgement.trend} label={false} /> {trendWord(card.judgement.trend)}
        </span>
      ),
      minor: true,
    },
    {
      id: 'lane',
      title: t('map.table.lane', 'Perspective'),
      cell: (card) => map.lanes.find((lane) => lane.id === card.lane)?.name,
      minor: true,
    },
    {
      id: 'theme',
      title: t('map.table.theme', 'Theme'),
      cell: (card) => {
        const theme = map.themes.find((one) => one.id === card.theme);
        return theme ? (
          <span className="theme-name">
            <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} />
            {theme.name}
          </span>
        ) : null;
      },
      minor: true,
    },
    {
      id: 'wins',
      title: t('map.table.wins', 'Wins for'),
      cell: (card) => (
        <span className="row">
          {card.wins.flatMap((party) => {
            const band = map.wins.find((one) => one.party === party);
            return band ? [<PartnerMark key={party} mark={band.mark} name={band.name} size={18} />] : [];
          })}
        </span>
      ),
      minor: true,
    },
    {
      id: 'from',
      title: t('map.table.from', 'Comes from'),
      cell: (card) => codes(causesOf(card.id, map.links)),
      minor: true,
    },
    { id: 'to', title: t('map.table.to', 'Leads to'), cell: (card) => codes(effectsOf(card.id, map.links)) },
  ];
  return (
    <>
      <div className="stack map-table">
        {children}
        <LaneMarks {...talking} />
        <dl className="map-table-wins">
          {map.wins.map((band) => (
            <div key={band.party}>
              <dt>
                <PartnerMark mark={band.mark} size={20} /> {t('map.winsFor', 'Wins for {name}', { name: band.name })}
              </dt>
              <dd>
                {band.items.length ? <Texts kind="win" items={band.items} mark={mark} /> : t('map.noWins', 'Not written down yet')}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('map.values', 'Shared values')}</dt>
            <dd>{map.values.length ? <Texts kind="value" items={map.values} mark={mark} /> : '–'}</dd>
          </div>
        </dl>
        <Table
          caption={t('map.table.caption', 'The objectives of the map')}
          columns={columns}
          rows={rows}
          rowKey={(card) => card.id}
          empty={t('map.table.empty', 'No objective matches.')}
        />
      </div>
      <ArrowTable {...talking} chain={chain} />
    </>
  );
}
