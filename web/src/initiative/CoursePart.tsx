import './initiatives.css';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/api/types';
import { Table } from '@/components/Table';
import { date, money, percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAt } from '@/shell/alliance-context';
import { CourseChart } from './CourseChart';
import { Effects } from './Effects';
import { type Course, courseQuery } from './queries';

/** On an initiative's page: how it went, and whether it moved what it is meant to move. */
export function CoursePart({ slug, id, today, effects }: { slug: string; id: Id; today: string; effects: boolean }) {
  const { data } = useQuery(courseQuery(slug, id, useAt()));
  if (!data) return null;
  if (effects) return <Effects effects={data.effects} slug={slug} />;
  return (
    <section className="card">
      <div className="detail-section-head">
        <h2>{t('course.title', 'How it went')}</h2>
        <span className="course-key small soft">
          <span className="course-key-line" /> {t('course.reported', 'reported')}
          <span className="course-key-plan" /> {t('course.plan', 'plan')}
        </span>
      </div>
      <CourseChart course={data} today={today} />
      {data.points.length < 2 && (
        <p className="small soft">{t('course.begins', 'Each report from now on is a point of this line.')}</p>
      )}
      <details>
        <summary className="small">{t('course.table', 'As a table')}</summary>
        <Reports course={data} />
      </details>
    </section>
  );
}

function Reports({ course }: { course: Course }) {
  return (
    <Table
      caption={t('course.title', 'How it went')}
      rows={[...course.points].reverse()}
      rowKey={(one) => one.day}
      columns={[
        { id: 'day', title: t('course.day', 'Day'), cell: (one) => date(one.day) },
        { id: 'progress', title: t('course.done', 'Done'), numeric: true, cell: (one) => percent(one.progress) },
        { id: 'planned', title: t('course.plannedHead', 'Planned'), numeric: true, cell: (one) => (one.planned === null ? '–' : percent(one.planned)) },
        { id: 'cost', title: t('course.costHead', 'Cost'), numeric: true, cell: (one) => (one.cost === null ? '–' : money(one.cost, course.currency)) },
        { id: 'budget', title: t('course.budgetHead', 'Budget'), numeric: true, minor: true, cell: (one) => (one.budget === null ? '–' : money(one.budget, course.currency)) },
      ]}
    />
  );
}
