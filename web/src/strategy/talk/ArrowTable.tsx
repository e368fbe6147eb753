import { type Column, Table } from '@/components/Table';
import { t } from '@/i18n/t';
import type { Chain } from '@/pictures/map/chain';
import { ArrowEnd } from './ArrowEnd';
import { TalkMark, type Talking } from './TalkMarks';
import { strengthWord, type Talked, talkedOf } from './talked';

type Arrow = Extract<Talked, { kind: 'link' }>;

/** The arrows of the map, each with what is said about it. */
export function ArrowTable({ chain, ...talking }: Talking & { chain: Chain | null }) {
  const { map, slug } = talking;
  const rows = map.links.flatMap((link) => {
    const arrow = !chain || chain.links.has(link.id) ? talkedOf(map, `link:${link.id}`) : null;
    return arrow?.kind === 'link' ? [arrow] : [];
  });
  if (rows.length === 0) return null;
  const columns: Column<Arrow>[] = [
    { id: 'from', title: t('arrows.from', 'From'), cell: ({ from }) => <ArrowEnd card={from} slug={slug} /> },
    {
      id: 'to',
      title: t('arrows.to', 'To'),
      cell: ({ to, link }) => (
        <>
          <ArrowEnd card={to} slug={slug} />
          {link.sign === 'hinders' ? <span className="soft small"> · {t('map.hinders', 'hinders')}</span> : null}
        </>
      ),
    },
    { id: 'strength', title: t('field.strength', 'Strength'), cell: ({ link }) => strengthWord(link.strength), minor: true },
    { id: 'talk', title: t('comments', 'Comments'), cell: ({ link }) => <TalkMark {...talking} about={`link:${link.id}`} /> },
  ];
  return (
    <section className="arrow-table">
      <h2>{t('map.legend.arrows', 'Arrows')}</h2>
      <Table caption={t('arrows.caption', 'The arrows of the map')} columns={columns} rows={rows} rowKey={({ link }) => link.id} />
    </section>
  );
}
