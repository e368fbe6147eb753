import './scorecard.css';
import './detail.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { otherLight, useJointLights } from '@/access/joint';
import { JointLight, SpaceLock } from '@/access/SpaceLock';
import { ownerSaid, PersonChooser } from '@/alliance/PersonChooser';
import { edit } from '@/api/edits';
import { objectiveQuery } from '@/api/queries';
import type { ObjectiveView } from '@/api/types';
import { EditInDraft, usePlanEdit } from '@/charter/EditInDraft';
import { Button } from '@/components/Button';
import { InlineEdit } from '@/components/InlineEdit';
import { Skeleton } from '@/components/Skeleton';
import { Comments } from '@/discussion/Comments';
import { ObjectiveTrail } from '@/formation/Trail';
import { Files } from '@/files/Files';
import { t } from '@/i18n/t';
import {
  HistoryStrip,
  LightPill,
  PartnerMark,
  TrendMark,
  themeColour,
  trendWord,
} from '@/pictures';
import { useAt, useShowPeriod, useShowVersion, useSlug } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { keepMoment } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { SharePrivate } from '@/sharing/SharePrivate';
import { useTitle } from '@/shell/title';
import { usePhone } from '@/strategy/usePhone';
import { reasons } from '@/strategy/why';
import { InitiativeDialog, MeasureDialog } from './dialogs';
import { EntryBar } from './entry/EntryBar';
import { useEntry } from './entry/useEntry';
import { outlookWords, useOutlook } from './forecast/outlook';
import { HandLight } from './HandLight';
import { Interval } from './Interval';
import { Knock } from './Knock';
import { LightWords } from './keys/LightWords';
import { MeasureCards } from './MeasureCards';
import { InitiativeLine, MeasureTable } from './MeasureTable';

/** One objective: its light and why, its measures, what it comes from and leads to, who wins, what is being done. */
export function ObjectivePage() {
  const slug = useSlug();
  const { objective: id } = useParams({ strict: false }) as { objective: string };
  const { data, error } = useQuery(objectiveQuery(slug, id, useAt()));
  useShowPeriod(data?.period);
  useShowVersion(data?.alliance);
  useTitle(data?.title, data?.alliance.name);
  if (error && !data) return <Failed error={error} />;
  return <Content>{data ? <Objective objective={data} slug={slug} /> : <Skeleton lines={10} />}</Content>;
}

function Objective({ objective, slug }: { objective: ObjectiveView; slug: string }) {
  const phone = usePhone();
  const joint = useJointLights();
  const entry = useEntry(objective.alliance.id, objective.measures);
  const outlook = useOutlook(slug, { objective: objective.id }, objective.measures);
  const [dialog, setDialog] = useState<'measure' | 'initiative' | null>(null);
  const mayEdit = objective.rights.edit_draft || objective.rights.edit_themes.includes(objective.theme);
  const { canEdit, inDraft } = usePlanEdit(objective, mayEdit);
  const change = (body: object, said = t('edit.changed', 'Changed')) =>
    edit({ method: 'PATCH', path: `/objectives/${objective.id}`, version: objective.version, body, said });
  return (
    <div className="detail">
      <header className="detail-head">
        <p className="detail-path">
          <span className="theme-swatch" style={{ background: themeColour(objective.theme_colour) }} />
          {objective.theme_name} · {objective.perspective_name} · {objective.code}
          <SpaceLock space={objective.space} />
          <SharePrivate slug={slug} kind="objective" id={objective.id} name={objective.title} space={objective.space} canEdit={mayEdit} />
        </p>
        <h1>
          <InlineEdit
            label={t('edit.title', 'Title')}
            value={objective.title}
            canEdit={canEdit}
            onSave={(title) => change({ title })}
          />
        </h1>
        <div className="row detail-lights">
          <LightPill state={objective.judgement} />
          <JointLight light={otherLight(joint, objective)} />
          <span className="row detail-trend">
            <TrendMark trend={objective.judgement.trend} size={18} label={false} />{' '}
            {trendWord(objective.judgement.trend)}
          </span>
          <Interval judgement={objective.judgement} />
          <HistoryStrip items={objective.history} />
          {outlook.size > 0 ? <span className="soft small">{outlookWords(outlook)}</span> : null}
          <span className="detail-owner soft">
            {t('measure.owner', 'Owner')}:{' '}
            <PersonChooser
              slug={slug}
              label={t('measure.owner', 'Owner')}
              person={objective.owner}
              placeholder={t('owner.none', 'nobody yet')}
              canEdit={canEdit}
              onChoose={(owner) => change({ owner }, ownerSaid(owner))}
            />
          </span>
          <Link
            className="detail-map"
            to="/a/$alliance/map"
            params={{ alliance: slug }}
            search={(old: object) =>
              ({ ...(keepMoment as unknown as (o: object) => object)(old), sel: objective.id }) as never
            }
          >
            {t('objective.onMap', 'Show on the map')}
          </Link>
          {inDraft ? <EditInDraft /> : null}
        </div>
        <InlineEdit
          multiline
          className="detail-description"
          label={t('objective.description', 'Description')}
          value={objective.description}
          canEdit={canEdit}
          placeholder={t('objective.describe', 'What do you both mean by it?')}
          onSave={(description) => change({ description })}
        />
      </header>

      <section className="detail-why">
        <h2>{t('map.panel.why', 'Why')}</h2>
        <ul>
          {reasons(objective, objective.rights.read_scorecard).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <LightWords
          of={{
            alliance: objective.alliance.id,
            object: objective.id,
            title: objective.title,
            judgement: objective.judgement,
            period: objective.period,
          }}
          words={objective.words}
          mayConfirm={objective.may_confirm}
        />
        <HandLight objective={objective} />
      </section>

      <section>
        <div className="detail-section-head">
          <h2>{t('map.panel.measures', 'Measures')}</h2>
          {canEdit ? (
            <Button size="s" icon="plus" onPress={() => setDialog('measure')}>
              {t('measure.add', 'Add measure')}
            </Button>
          ) : null}
        </div>
        {objective.measures.length === 0 ? (
          <p className="soft">
            {objective.rights.read_scorecard
              ? t('objective.noMeasures', 'Nothing measures it yet, so there is no light.')
              : t('objective.measuresElsewhere', 'What measures it is seen by those who steer the alliance.')}
          </p>
        ) : phone ? (
          <MeasureCards slug={slug} objectives={[{ ...objective, initiatives: [] }]} entry={entry} outlook={outlook} withObjective={false} />
        ) : (
          <MeasureTable
            slug={slug}
            objectives={[{ ...objective, initiatives: [] }]}
            entry={entry}
            outlook={outlook}
            caption={t('map.panel.measures', 'Measures')}
            withObjective={false}
          />
        )}
        <EntryBar entry={entry} />
      </section>

      <section>
        <h2>{t('objective.chain', 'What it comes from and leads to')}</h2>
        <Knock objective={objective} slug={slug} />
      </section>

      <div className="detail-columns">
        <section>
          <div className="detail-section-head">
            <h2>{t('map.panel.initiatives', 'Initiatives')}</h2>
            {mayEdit ? (
              <Button size="s" icon="plus" onPress={() => setDialog('initiative')}>
                {t('initiative.add', 'Add initiative')}
              </Button>
            ) : null}
          </div>
          {objective.initiatives.length ? (
            objective.initiatives.map((one) => <InitiativeLine key={one.id} slug={slug} initiative={one} />)
          ) : (
            <p className="soft">{t('objective.noInitiatives', 'No work is under way for it.')}</p>
          )}
        </section>
        <section>
          <h2>{t('map.panel.wins', 'What each partner wins')}</h2>
          {objective.wins.length ? (
            <ul className="detail-wins">
              {objective.wins.map((win) => (
                <li key={win.id}>
                  <PartnerMark mark={win.mark} name={win.party_name} size={22} />
                  {win.text}
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('objective.noWins', 'No win is tied to it directly.')}</p>
          )}
        </section>
      </div>
      {objective.rights.read_scorecard ? <ObjectiveTrail slug={slug} objective={objective.id} /> : null}
      <Files slug={slug} about={`objective:${objective.id}`} />
      <Comments slug={slug} about={`objective:${objective.id}`} />
      <Suspense>
        {dialog === 'measure' ? (
          <MeasureDialog
            alliance={objective.alliance.id}
            objectives={[objective]}
            canBePrivate={objective.rights.private}
            onClose={() => setDialog(null)}
          />
        ) : null}
        {dialog === 'initiative' ? (
          <InitiativeDialog alliance={objective.alliance.id} objective={objective.id} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}
