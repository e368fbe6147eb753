import { Link } from '@tanstack/react-router';
import type { AllianceItem } from '@/api/types';
import { type Column, Table } from '@/components/Table';
import { date, number } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightPill, PartnerMark, TrendMark } from '@/pictures';
import { ThemeLights } from './AllianceTile';
import { stageWord } from './words';

const columns = (): Column<AllianceItem>[] => [
  {
    id: 'name',
    title: t('column.alliance', 'Alliance'),
    sort: 'name',
    cell: (item) => (
      <Link to="/a/$alliance" params={{ alliance: item.slug }} className="table-link">
        {item.name}
      </Link>
    ),
  },
  {
    id: 'parties',
    title: t('column.partners', 'Partners'),
    minor: true,
    cell: (item) => (
      <span className="tile-marks">
        {item.parties.map((party) => (
          <PartnerMark key={party.id} mark={party.mark} name={party.name} size={20} />
        ))}
      </span>
    ),
  },
  { id: 'stage', title: t('column.stage', 'Stage'), sort: 'stage', minor: true, cell: (item) => stageWord(item.stage) },
  {
    id: 'light',
    title: t('column.light', 'Light'),
    sort: 'light',
    cell: (item) => <LightPill state={{ light: item.light, split: item.split }} size="s" />,
  },
  {
    id: 'score',
    title: t('column.score', 'Score'),
    sort: 'score',
    numeric: true,
    minor: true,
    cell: (item) => (
      <span className="row table-score">
        {item.score === null ? '–' : number(item.score, 0)} <TrendMark trend={item.trend} size={14} />
      </span>
    ),
  },
  {
    id: 'themes',
    title: t('column.themes', 'Themes'),
    minor: true,
    cell: (item) => <ThemeLights themes={item.themes} />,
  },
  {
    id: 'worst',
    title: t('column.worst', 'What weighs most'),
    minor: true,
    cell: (item) => <span className="table-worst soft">{item.worst ?? '–'}</span>,
  },
  {
    id: 'updated',
    title: t('column.updated', 'Changed'),
    sort: 'updated',
    minor: true,
    cell: (item) => <span className="faint table-date">{date(item.updated_at.slice(0, 10))}</span>,
  },
];

type AllianceTableProps = { items: AllianceItem[]; sort: string; onSort: (sort: string) => void };

export function AllianceTable({ items, sort, onSort }: AllianceTableProps) {
  return (
    <Table
      caption={t('rail.alliances', 'Alliances')}
      columns={columns()}
      rows={items}
      rowKey={(item) => item.id}
      sort={sort}
      onSort={onSort}
    />
  );
}
