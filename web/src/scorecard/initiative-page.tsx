import './scorecard.css';
import './detail.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import { SpaceLock } from '@/access/SpaceLock';
import { ownerSaid, PersonChooser } from '@/alliance/PersonChooser';
import { edit, tryEdit } from '@/api/edits';
import { initiativeQuery, meQuery } from '@/api/queries';
import type { InitiativeView } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { InlineEdit } from '@/components/InlineEdit';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { Comments } from '@/discussion/Comments';
import { Files } from '@/files/Files';
import { date, money, percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { CoursePart } from '@/initiative/CoursePart';
import { Milestones, ProgressBar } from '@/pictures';
import { SharePrivate } from '@/sharing/SharePrivate';
import { useAt, useShowPeriod, useSlug } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { keepMoment } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { InitiativePlanDialog } from './InitiativePlanDialog';
import { MilestonesDialog } from './MilestonesDialog';
import { MovesDialog } from './MovesDialog';

/** One initiative: how far it is against the plan, its milestones, and what it is meant to move. */
export function InitiativePage() {
  const slug = useSlug();
  const { initiative: id } = useParams({ strict: false }) as { initiative: string };
  const { data, error } = useQuery(initiativeQuery(slug, id, useAt()));
  useShowPeriod(data?.period);
  useTitle(data?.name, data?.alliance.name);
  if (error && !data) return <Failed error={error} />;
  return <Content>{data ? <Initiative initiative={data} slug={slug} /> : <Skeleton lines={8} />}</Content>;
}

const states = () =>
  [
    { id: 'planned', label: t('state.planned', 'Planned') },
    { id: 'running', label: t('state.running', 'Running') },
    { id: 'done', label: t('state.done', 'Done') },
    { id: 'stopped', label: t('state.stopped', 'Stopped') },
  ] as const;

function Initiative({ initiative, slug }: { initiative: InitiativeView; slug: string }) {
  const me = useSuspenseQuery(meQuery).data;
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const [dialog, setDialog] = useState<'plan' | 'milestones' | 'moves' | null>(null);
  const { edit_draft, edit_themes } = initiative.rights;
  const canEdit = edit_draft || (initiative.theme !== null && edit_themes.includes(initiative.theme));
  const canReport = initiative.may_report;
  const change = (body: object, said = t('edit.changed', 'Changed')) =>
    edit({ method: 'PATCH', path: `/initiatives/${initiative.id}`, version: initiative.version, body, said });
  const progress = async (text: string) => {
    const share = Number(text.replace('%', '').trim()) / 100;
    if (!(share >= 0 && share <= 1)) throw new Error(t('initiative.range', 'A number from 0 to 100, please.'));
    return change({ progress: share }, t('initiative.moved', 'Progress is now {share}', { share: percent(share) }));
  };
  return (
    <div className="detail">
      <header className="detail-head">
        <p className="detail-path">
          {t('initiative.one', 'Initiative')}
          {initiative.objective_heads.length ? ` ${t('initiative.for', 'for')} ` : ''}
          {initiative.objective_heads.map((one) => (
            <Link
              key={one.id}
              to="/a/$alliance/o/$objective"
              params={{ alliance: slug, objective: one.id }}
              search={keepMoment}
            >
              {one.code} {one.title}
            </Link>
          ))}
          <SpaceLock space={initiative.space} />
        </p>
        <h1>
          <InlineEdit
            label={t('parts.name', 'Name')}
            value={initiative.name}
            canEdit={canEdit}
            onSave={(name) => change({ name })}
          />
        </h1>
        <div className="row detail-lights">
          {canReport ? (
            <Select
              bare
              label={t('initiative.state', 'State')}
              className="initiative-state"
              options={states()}
              value={initiative.state}
              onChange={(state) =>
                void tryEdit({
                  method: 'PATCH',
                  path: `/initiatives/${initiative.id}`,
                  version: initiative.version,
                  body: { state },
                  said: t('edit.changed', 'Changed'),
                })
              }
            />
          ) : (
            <Badge>{states().find((one) => one.id === initiative.state)?.label}</Badge>
          )}
          {initiative.late ? <Badge tone="warn">{t('score.late', 'behind plan')}</Badge> : null}
          <span className="soft detail-owner">
            {t('measure.owner', 'Owner')}:{' '}
            <PersonChooser
              slug={slug}
              label={t('measure.owner', 'Owner')}
              person={initiative.owner}
              placeholder={t('owner.none', 'nobody yet')}
              canEdit={canEdit}
              onChoose={(owner) => change({ owner }, ownerSaid(owner))}
            />
          </span>
          <span className="soft">
            {initiative.start || initiative.due
              ? [
                  initiative.start ? t('initiative.from', 'from {day}', { day: date(initiative.start) }) : '',
                  initiative.due ? t('initiative.to', 'to {day}', { day: date(initiative.due) }) : '',
                ]
                  .filter(Boolean)
                  .join(' ')
              : t('initiative.noDates', 'No dates yet')}
          </span>
          {canEdit ? (
            <Button size="s" icon="edit" onPress={() => setDialog('plan')}>
              {t('initiative.plan', 'Dates and budget')}
            </Button>
          ) : null}
          <SharePrivate slug={slug} kind="initiative" id={initiative.id} name={initiative.name} space={initiative.space} canEdit={canEdit} />
        </div>
        <InlineEdit
          multiline
          className="detail-description"
          label={t('objective.description', 'Description')}
          value={initiative.description}
          canEdit={canEdit}
          placeholder={t('initiative.describe', 'What does it do, and how will you know that it worked?')}
          onSave={(description) => change({ description })}
        />
      </header>
      <section className="card initiative-progress">
        <div className="initiative-figures">
          <span>
            <InlineEdit
              className="detail-value number"
              label={t('initiative.progress', 'Progress in percent')}
              value={percent(initiative.progress)}
              canEdit={canReport}
              onSave={progress}
            />
            <span className="soft">{t('initiative.done', 'done')}</span>
          </span>
          <span className="soft">
            {t('initiative.planned', '{share} planned by today', { share: percent(initiative.planned) })}
          </span>
          {initiative.budget === null ? null : (
            <span className="soft push">
              {initiative.cost === null
                ? ''
                : `${money(initiative.cost, initiative.currency)} ${t('initiative.of', 'of')} `}
              {money(initiative.budget, initiative.currency)}
            </span>
          )}
        </div>
        <div ref={frame}>
          <ProgressBar progress={initiative.progress} planned={initiative.planned} height={12} />
          {width > 560 ? (
            <Milestones
              items={initiative.milestones}
              start={initiative.start}
              due={initiative.due}
              today={me.server.today}
              width={width}
            />
          ) : null}
        </div>
        {canReport ? (
          <Button size="s" icon="edit" className="initiative-edit" onPress={() => setDialog('milestones')}>
            {initiative.milestones.length
              ? t('milestones.change', 'Change milestones')
              : t('milestones.add', 'Add milestone')}
          </Button>
        ) : null}
        <ul className={width > 560 ? 'visually-hidden' : 'detail-list'}>
          {initiative.milestones.map((one) => (
            <li key={one.id}>
              <b>{one.name}</b>
              <span className="soft small">
                {t('map.panel.due', 'due {date}', { date: date(one.due) })}
                {one.done_at ? `, ${t('initiative.doneOn', 'done {date}', { date: date(one.done_at) })}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <CoursePart slug={slug} id={initiative.id} today={me.server.today} effects={false} />
      <section>
        <div className="detail-section-head">
          <h2>{t('initiative.moves', 'What it is meant to move')}</h2>
          {canEdit ? (
            <Button size="s" icon="edit" onPress={() => setDialog('moves')}>
              {t('moves.change', 'Change')}
            </Button>
          ) : null}
        </div>
        {initiative.moves.length ? (
          <CoursePart slug={slug} id={initiative.id} today={me.server.today} effects />
        ) : (
          <p className="soft">{t('initiative.movesNone', 'No measure is named yet: progress alone shows nothing.')}</p>
        )}
      </section>
      <Files slug={slug} about={`initiative:${initiative.id}`} />
      <Comments slug={slug} about={`initiative:${initiative.id}`} />
      {dialog === 'plan' ? <InitiativePlanDialog initiative={initiative} onClose={() => setDialog(null)} /> : null}
      {dialog === 'milestones' ? <MilestonesDialog initiative={initiative} onClose={() => setDialog(null)} /> : null}
      {dialog === 'moves' ? <MovesDialog initiative={initiative} slug={slug} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
