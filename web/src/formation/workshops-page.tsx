import './formation.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { BoardPicture } from './pictures';
import { type WorkshopItem, workshopsQuery } from './queries';
import { WorkshopDialog } from './WorkshopDialog';

/** The workshops in which the map is built. */
export function WorkshopsPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(workshopsQuery(slug));
  const [adding, setAdding] = useState(false);
  useTitle(t('section.workshops', 'Workshops'), name);
  if (error && !data) return <Failed error={error} />;
  const start = data?.may_lead ? (
    <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('workshop.new', 'New workshop')}
    </Button>
  ) : null;
  return (
    <Content>
      <PageHeader title={t('section.workshops', 'Workshops')} acts={data?.items.length ? start : null}>
        {t('workshops.text', 'Candidate objectives from all sides are merged, sorted and rated; what both sides want goes into the draft.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={6} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('workshops.empty', 'No workshop yet')} picture={<BoardPicture />} acts={start}>
          {t('workshops.emptyText', 'On the board each side brings cards, and a blind rating by party shows where you differ.')}
        </EmptyState>
      ) : (
        <ul className="workshops">
          {data.items.map((item) => (
            <Line key={item.id} item={item} slug={slug} />
          ))}
        </ul>
      )}
      {adding ? <WorkshopDialog workshop={null} onClose={() => setAdding(false)} /> : null}
    </Content>
  );
}

function Line({ item, slug }: { item: WorkshopItem; slug: string }) {
  return (
    <li className="card workshop-line">
      <div>
        <h2>
          <Link to="/a/$alliance/workshops/$workshop" params={{ alliance: slug, workshop: item.id }}>
            {item.title}
          </Link>
        </h2>
        <p className="soft small">
          {[item.held_on ? date(item.held_on) : '', t('workshops.people', '{n} {n|participant|participants}', { n: item.participants })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {item.purpose ? <p className="workshop-purpose">{item.purpose}</p> : null}
      </div>
      <div className="row workshop-facts">
        {item.rating === 'open' ? <Badge tone="accent">{t('workshops.rating', 'Being rated')}</Badge> : null}
        <span>{t('workshops.cards', '{n} {n|card|cards}', { n: item.cards })}</span>
        <span>{t('workshops.inDraft', '{n} in the draft', { n: item.in_draft })}</span>
        {item.open_matters ? <Badge tone="warn">{t('workshops.open', '{n} open', { n: item.open_matters })}</Badge> : null}
      </div>
    </li>
  );
}
