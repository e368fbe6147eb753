import '@/scorecard/detail.css';
import '@/scorecard/scorecard.css';
import './service-levels.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { SpaceLock } from '@/access/SpaceLock';
import { ownerSaid, PersonChooser } from '@/alliance/PersonChooser';
import { edit, tryEdit } from '@/api/edits';
import { Badge } from '@/components/Badge';
import { Button, IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import { Skeleton } from '@/components/Skeleton';
import { Table } from '@/components/Table';
import { Comments } from '@/discussion/Comments';
import { date, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { SharePrivate } from '@/sharing/SharePrivate';
import { useAlliance, useSlug } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { FollowDialog } from './FollowDialog';
import { LevelDialog } from './LevelDialog';
import { PeriodsChart } from './PeriodsChart';
import { type Level, levelQuery, limitWords, standingWords, valueWords } from './queries';
import { Who } from './service-levels-page';
import { ValueDialog } from './ValueDialog';

/** One service level: what is promised, and how each period kept it. */
export function ServiceLevelPage() {
  const slug = useSlug();
  const { level: id } = useParams({ strict: false }) as { level: string };
  const { name } = useAlliance();
  const { data, error } = useQuery(levelQuery(slug, id));
  useTitle(data ? `${data.code} ${data.name}` : undefined, name);
  if (error && !data) return <Failed error={error} />;
  return <Content>{data ? <One level={data} slug={slug} /> : <Skeleton lines={8} />}</Content>;
}

type Asked = 'change' | 'follow' | null;

function One({ level, slug }: { level: Level; slug: string }) {
  const [{ enter }, set] = useFilters();
  const [asked, setAsked] = useState<Asked>(null);
  const open = (period: string) => set({ enter: period });
  return (
    <div className="detail">
      <header className="detail-head">
        <p className="detail-path">
          <Link to="/a/$alliance/service-levels" params={{ alliance: slug }}>
            {t('section.levels', 'Service levels')}
          </Link>
          {level.agreement && level.agreement.name !== level.space.name && <span>{level.agreement.name}</span>}
          <SpaceLock space={level.space} />
        </p>
        <div className="row">
          <h1>
            {level.code} {level.name}
          </h1>
          {level.may_edit && <Tools level={level} slug={slug} onAsk={setAsked} />}
          <SharePrivate slug={slug} kind="service_level" id={level.id} name={`${level.code} ${level.name}`} space={level.space} canEdit={level.may_edit} />
        </div>
        <div className="row detail-lights">
          <Who level={level} />
          <span className="number">{limitWords(level, level.limit)}</span>
          <span className="soft detail-owner">
            {t('measure.owner', 'Owner')}:{' '}
            <PersonChooser
              slug={slug}
              label={t('measure.owner', 'Owner')}
              person={level.owner ? { id: level.owner.id, name: level.owner.name, organisation: '' } : null}
              placeholder={t('owner.none', 'nobody yet')}
              canEdit={level.may_edit}
              onChoose={(owner) =>
                edit({ method: 'PATCH', path: `/service-levels/${level.id}`, version: level.version, body: { owner }, said: ownerSaid(owner) })
              }
            />
          </span>
          <span className="soft">
            {level.ends
              ? t('agreement.fromTo', '{from} to {to}', { from: date(level.starts), to: date(level.ends) })
              : t('agreement.from', 'from {from}', { from: date(level.starts) })}
          </span>
        </div>
        {level.promise && <p className="detail-description">{level.promise}</p>}
        {level.measure && (
          <p className="small">
            <Badge tone="accent">{t('level.isMeasure', 'is a measure')}</Badge>{' '}
            <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: level.measure.id }}>
              {level.measure.name}
            </Link>
          </p>
        )}
      </header>
      <section className="card">
        <div className="detail-section-head">
          <h2>
            {t('level.summary', '{missed} missed, {met} kept', { missed: level.whole.missed, met: level.whole.met })}
            {level.whole.run > 1 && ` · ${t('level.run', '{n} in a row', { n: level.whole.run })}`}
          </h2>
          {level.may_enter && level.periods.length > 0 && (
            <Button size="s" icon="edit" look={level.next ? 'primary' : 'plain'} onPress={() => open(level.next?.period ?? level.periods.at(-1)?.period ?? '')}>
              {level.next ? t('level.enterFor', 'Enter {period}', { period: level.next.label }) : t('level.enterOne', 'Enter or correct')}
            </Button>
          )}
        </div>
        {level.periods.length > 0 ? (
          <PeriodsChart level={level} />
        ) : (
          <p className="soft">{t('level.noPeriod', 'No period has ended since it began.')}</p>
        )}
      </section>
      <Periods level={level} onEnter={open} />
      <History level={level} />
      <Comments slug={slug} about={`service_level:${level.id}`} />
      {enter && level.may_enter && <ValueDialog key={enter} slug={slug} level={level} period={enter} onClose={() => set({ enter: undefined })} />}
      {asked === 'change' && <LevelDialog slug={slug} list={{ parties: level.parties, agreements: [] }} level={level} onClose={() => setAsked(null)} />}
      {asked === 'follow' && <FollowDialog slug={slug} level={level} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Tools({ level, slug, onAsk }: { level: Level; slug: string; onAsk: (asked: Asked) => void }) {
  const navigate = useNavigate();
  const remove = async () => {
    const done = await tryEdit({
      method: 'DELETE',
      path: `/service-levels/${level.id}`,
      version: level.version,
      said: t('parts.removed', '“{name}” removed', { name: level.name }),
    });
    if (done) void navigate({ to: '/a/$alliance/service-levels', params: { alliance: slug } });
  };
  return (
    <span className="row push">
      <Button size="s" icon="edit" onPress={() => onAsk('change')}>
        {t('level.changeShort', 'Change')}
      </Button>
      <Menu
        label={t('level.more', 'More on this service level')}
        trigger={<IconButton icon="more" size="s" hint={false} label={t('level.more', 'More on this service level')} />}
      >
        {!level.measure && (
          <MenuItem icon="target" onAction={() => onAsk('follow')}>
            {t('level.followAct', 'Make it a measure')}
          </MenuItem>
        )}
        <MenuItem icon="trash" onAction={() => void remove()}>
          {t('edit.remove', 'Remove')}
        </MenuItem>
      </Menu>
    </span>
  );
}

function Periods({ level, onEnter }: { level: Level; onEnter: (period: string) => void }) {
  const [all, setAll] = useState(false);
  if (level.periods.length === 0) return null;
  const newest = [...level.periods].reverse();
  return (
    <section>
      <h2>{t('level.periods', 'Period by period')}</h2>
      <Table
        caption={t('level.periods', 'Period by period')}
        rows={all ? newest : newest.slice(0, 18)}
        rowKey={(one) => one.period}
        columns={[
          { id: 'period', title: t('level.period', 'Period'), cell: (one) => one.label },
          { id: 'value', title: t('level.value', 'Value'), numeric: true, cell: (one) => valueWords(level, one.value) },
          { id: 'limit', title: t('level.promisedShort', 'Promised'), numeric: true, minor: true, cell: (one) => limitWords(level, one.limit) },
          {
            id: 'standing',
            title: t('level.standing', 'Kept?'),
            cell: (one) => (
              <span className="level-standing" data-standing={one.standing}>
                {standingWords()[one.standing]}
              </span>
            ),
          },
          { id: 'note', title: t('level.note', 'Note'), minor: true, width: '34%', cell: (one) => <span className="small soft">{one.note || one.reason}</span> },
          {
            id: 'act',
            title: <span className="visually-hidden">{t('level.enter', 'Enter')}</span>,
            numeric: true,
            cell: (one) =>
              level.may_enter ? (
                <IconButton
                  icon="edit"
                  size="s"
                  label={t('level.enterFor', 'Enter {period}', { period: one.label })}
                  onPress={() => onEnter(one.period)}
                />
              ) : null,
          },
        ]}
      />
      {!all && newest.length > 18 && (
        <Button size="s" look="quiet" onPress={() => setAll(true)}>
          {t('level.allPeriods', 'All {n} periods', { n: newest.length })}
        </Button>
      )}
    </section>
  );
}

/** Everything that was ever said, corrections with their reasons. */
function History({ level }: { level: Level }) {
  if (level.history.length === 0) return null;
  return (
    <details>
      <summary>{t('level.history', 'All that was entered ({n})', { n: level.history.length })}</summary>
      <ul className="detail-list">
        {level.history.map((one) => (
          <li key={`${one.period} ${one.recorded_at}`}>
            <span>
              <b>{one.label}</b>: {one.state === 'value' ? valueWords(level, one.value) : one.state === 'na' ? t('level.na', 'not applicable') : t('level.gone', 'taken back')}
              {one.reason ? ` · ${one.reason}` : ''}
            </span>
            <span className="small soft">
              {one.person}, {one.organisation}, {moment(one.recorded_at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
