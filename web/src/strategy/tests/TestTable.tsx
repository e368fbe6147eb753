import './tests.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LinkTest } from '@/api/types';
import { type Column, Table } from '@/components/Table';
import { t } from '@/i18n/t';
import { numberText } from '@/pictures';
import { VerdictMark } from '@/pictures/map/verdict';
import { keepMoment } from '@/shell/filters';
import { shareText, sorted, testSentence, verdictWord } from './words';

/** Every link with its verdict and the numbers behind it. */
export function TestTable({ tests, slug }: { tests: readonly LinkTest[]; slug: string }) {
  const [sort, setSort] = useState('verdict');
  const end = (one: LinkTest['cause']) => (
    <span className="test-end">
      <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: one.objective }} search={keepMoment}>
        {one.code}
      </Link>{' '}
      <span className="soft small">{one.title}</span>
    </span>
  );
  const columns: Column<LinkTest>[] = [
    { id: 'cause', title: t('tests.cause', 'Cause'), sort: 'cause', cell: (test) => end(test.cause) },
    {
      id: 'effect',
      title: t('tests.effect', 'Effect'),
      sort: 'effect',
      cell: (test) => (
        <>
          {end(test.effect)}
          {test.sign === 'hinders' ? <span className="soft small"> · {t('map.hinders', 'hinders')}</span> : null}
        </>
      ),
    },
    {
      id: 'verdict',
      title: t('tests.verdict', 'Verdict'),
      sort: 'verdict',
      cell: (test) => (
        <span className="test-verdict">
          <VerdictMark verdict={test.verdict} size={18} />
          <span>
            <b>{verdictWord(test.verdict)}</b>
            <span className="soft small">{testSentence(test)}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'lag',
      title: t('tests.lag', 'Lag'),
      sort: 'lag',
      numeric: true,
      minor: true,
      cell: (test) => t('map.lag', '{n} mo.', { n: test.lag_months }),
    },
    {
      id: 'correlation',
      title: t('tests.correlation', 'Correlation'),
      sort: 'correlation',
      numeric: true,
      minor: true,
      cell: (test) => (test.correlation === null ? '–' : numberText(test.correlation, 2)),
    },
    {
      id: 'effective',
      title: t('tests.effective', 'Effective pairs'),
      sort: 'effective',
      numeric: true,
      minor: true,
      cell: (test) => (test.obstacle === 'no_measures' ? '–' : numberText(test.effective, 1)),
    },
    { id: 'p', title: 'p', sort: 'p', numeric: true, minor: true, cell: (test) => shareText(test.p) },
    {
      id: 'adjusted',
      title: t('tests.adjusted', 'Adjusted q'),
      sort: 'adjusted',
      numeric: true,
      minor: true,
      cell: (test) => shareText(test.adjusted),
    },
  ];
  return (
    <section className="test-table">
      <h2>{t('tests.title', 'Test of links')}</h2>
      <Table
        caption={t('tests.caption', 'The links of the map and what the figures say to them')}
        columns={columns}
        rows={sorted(tests, sort)}
        rowKey={(test) => test.link}
        sort={sort}
        onSort={setSort}
        empty={t('tests.none', 'The map has no links yet.')}
      />
    </section>
  );
}
