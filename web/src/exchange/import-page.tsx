import './import-page.css';
import { Link, useParams } from '@tanstack/react-router';
import { PageHeader } from '@/components/PageHeader';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useTitle } from '@/shell/title';
import { ImportPlan } from './ImportPlan';
import { ImportValues } from './ImportValues';

/** Files in: first one sees what would happen, then it happens, and it can be undone. */
export function ImportPage() {
  const alliance = useAlliance();
  const { kind: asked } = useParams({ strict: false }) as { kind?: string };
  const kind = asked === 'plan' ? 'plan' : 'values';
  useTitle(t('section.import', 'Import'), alliance.name);
  const tabs = [
    { id: 'values', label: t('import.values', 'Values and targets') },
    { id: 'plan', label: t('import.plan', 'A plan (StratML)') },
  ];
  return (
    <Content>
      <PageHeader title={t('section.import', 'Import')}>
        {t('import.text', 'You see what would change before anything does.')}
      </PageHeader>
      <nav className="tab-list import-tabs" aria-label={t('import.kinds', 'What to import')}>
        {tabs.map(({ id, label }) => (
          <Link
            key={id}
            to="/a/$alliance/import/$kind"
            params={{ alliance: alliance.slug, kind: id }}
            className="tab"
            aria-current={id === kind ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {kind === 'plan' ? <ImportPlan /> : <ImportValues alliance={alliance} />}
    </Content>
  );
}
