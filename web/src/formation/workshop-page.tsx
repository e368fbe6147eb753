import './formation.css';
import '@/alliance/link-button.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { tryEdit } from '@/api/edits';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Menu, MenuItem } from '@/components/Menu';
import { IconButton } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { Comments } from '@/discussion/Comments';
import { date, list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { Board } from './Board';
import { CardDialog } from './CardDialogs';
import { Matters } from './Matters';
import { BoardPicture } from './pictures';
import { type Workshop, workshopQuery } from './queries';
import { RatingBar, RatingList } from './Rating';
import { WorkshopDialog } from './WorkshopDialog';

/** A workshop: its cards, their rating, and what stays open. */
export function WorkshopPage() {
  const { slug, name } = useAlliance();
  const { workshop: id } = useParams({ strict: false }) as { workshop: string };
  const { data, error } = useQuery(workshopQuery(slug, id));
  useTitle(data?.title, name);
  if (error && !data) return <Failed error={error} />;
  return <Content>{data ? <Whole workshop={data} slug={slug} /> : <Skeleton lines={10} />}</Content>;
}

function Whole({ workshop, slug }: { workshop: Workshop; slug: string }) {
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const still = workshop.rating === 'open';
  const names = workshop.participants.map((one) => one.name);
  const facts = [
    workshop.held_on ? date(workshop.held_on) : '',
    names.length ? list(names) : t('workshop.nobody', 'Nobody takes part yet'),
  ];
  async function remove() {
    const done = await tryEdit({ method: 'DELETE', path: `/workshops/${workshop.id}`, version: workshop.version, said: t('workshop.removed', 'Workshop removed') });
    if (done) void navigate({ to: '/a/$alliance/workshops', params: { alliance: slug } });
  }
  return (
    <>
      <PageHeader
        title={workshop.title}
        path={
          <Link to="/a/$alliance/workshops" params={{ alliance: slug }}>
            {t('section.workshops', 'Workshops')}
          </Link>
        }
        acts={
          workshop.may_lead ? (
            <>
              <Button icon="people" isDisabled={still} onPress={() => setEditing(true)}>
                {t('workshop.change', 'Day and participants')}
              </Button>
              <Menu trigger={<IconButton icon="more" label={t('workshop.more', 'More')} />} label={t('workshop.more', 'More')}>
                <MenuItem icon="trash" danger isDisabled={still} onAction={() => void remove()}>
                  {t('workshop.remove', 'Remove the workshop')}
                </MenuItem>
              </Menu>
            </>
          ) : null
        }
      >
        {facts.filter(Boolean).join(' · ')}
      </PageHeader>
      <div className="stack formation">
        {workshop.purpose ? <p className="workshop-purpose">{workshop.purpose}</p> : null}
        {workshop.cards.length === 0 ? (
          <EmptyState
            title={t('board.empty', 'No card yet')}
            picture={<BoardPicture />}
            acts={
              workshop.may_work ? (
                <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
                  {t('board.start', 'Bring the first card')}
                </Button>
              ) : null
            }
          >
            {workshop.may_work
              ? t('board.emptyText', 'Each side brings candidate objectives; together you merge, sort, link and rate them.')
              : t('board.notIn', 'Those who take part bring the cards. Whoever leads the workshop chooses the participants.')}
          </EmptyState>
        ) : (
          <>
            <RatingBar workshop={workshop} />
            {still && workshop.may_rate ? <RatingList workshop={workshop} /> : null}
            <Board workshop={workshop} />
          </>
        )}
        <Matters workshop={workshop} />
        <Comments slug={slug} about={`workshop:${workshop.id}`} />
      </div>
      {editing ? <WorkshopDialog workshop={workshop} onClose={() => setEditing(false)} /> : null}
      {adding ? <CardDialog workshop={workshop} card={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
