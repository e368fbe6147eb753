import './formation.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tryEdit } from '@/api/edits';
import { Button, IconButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { Menu, MenuItem } from '@/components/Menu';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { FindingDialog } from './FindingDialog';
import { InterviewDialog } from './InterviewDialog';
import { FindingsPicture } from './pictures';
import { QuestionSetDialog } from './QuestionSetDialog';
import { type Finding, type FindingKind, type Interview, type Interviews, interviewsQuery, type QuestionSet } from './queries';
import { kinds, kindWord } from './words';

type Open =
  | { what: 'interview'; interview: Interview | null }
  | { what: 'finding'; finding: Finding | null; kind?: FindingKind }
  | { what: 'questions'; set: QuestionSet | null };

/** Talks with key people of each side, for the interviewer alone, and what goes on from them without names. */
export function InterviewsPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(interviewsQuery(slug));
  const [open, setOpen] = useState<Open | null>(null);
  useTitle(t('section.interviews', 'Interviews'), name);
  if (error && !data) return <Failed error={error} />;
  const close = () => setOpen(null);
  const isEmpty = data && data.findings.length === 0 && data.interviews.length === 0;
  return (
    <Content>
      <PageHeader
        title={t('interviews.title', 'Interviews and findings')}
        acts={
          data && !isEmpty ? (
            <>
              {data.may_find ? (
                <Button icon="plus" onPress={() => setOpen({ what: 'finding', finding: null })}>
                  {t('finding.new', 'New finding')}
                </Button>
              ) : null}
              {data.may_interview ? (
                <Button look="primary" icon="plus" onPress={() => setOpen({ what: 'interview', interview: null })}>
                  {t('interview.new', 'New interview')}
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        {t('interviews.text', 'What key people of each side say one to one stays with who heard it. Findings go on, without names.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={10} />
      ) : isEmpty ? (
        <EmptyState
          title={t('interviews.empty', 'No talk yet')}
          picture={<FindingsPicture />}
          acts={
            data.may_interview ? (
              <Button look="primary" icon="plus" onPress={() => setOpen({ what: 'interview', interview: null })}>
                {t('interviews.start', 'Start with an interview')}
              </Button>
            ) : data.may_find ? (
              <Button look="primary" icon="plus" onPress={() => setOpen({ what: 'finding', finding: null })}>
                {t('finding.new', 'New finding')}
              </Button>
            ) : null
          }
        >
          {t('interviews.emptyText', 'Ask the same questions of both sides, and share what you found: the cards of the workshop grow out of it.')}
        </EmptyState>
      ) : (
        <div className="stack formation">
          <Findings data={data} onOpen={setOpen} />
          {data.may_interview ? <Mine data={data} onOpen={setOpen} /> : null}
        </div>
      )}
      {data && (data.may_edit_sets || data.question_sets.length > 1) ? <Sets data={data} onOpen={setOpen} /> : null}
      {data && open?.what === 'interview' ? <InterviewDialog interview={open.interview} sets={data.question_sets} onClose={close} /> : null}
      {open?.what === 'finding' ? <FindingDialog finding={open.finding} {...(open.kind ? { kind: open.kind } : {})} onClose={close} /> : null}
      {data && open?.what === 'questions' ? <QuestionSetDialog set={open.set} start={data.question_sets[0] ?? null} onClose={close} /> : null}
    </Content>
  );
}

type PartProps = { data: Interviews; onOpen: (open: Open) => void };

function Findings({ data, onOpen }: PartProps) {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t('findings.title', 'Findings')}</h2>
      <div className="findings">
        {kinds.map((kind) => {
          const items = data.findings.filter((one) => one.kind === kind);
          return (
            <div key={kind} className="findings-column">
              <h3>
                {kindWord(kind)} <span className="faint number">{items.length}</span>
              </h3>
              <ul>
                {items.map((finding) => (
                  <li key={finding.id} className="finding">
                    <p>{finding.text}</p>
                    {finding.words ? <p className="small soft">{finding.words}</p> : null}
                    {finding.mine ? (
                      <Menu trigger={<IconButton size="s" icon="more" label={t('finding.acts', 'Change or remove')} />} label={t('finding.acts', 'Change or remove')}>
                        <MenuItem icon="edit" onAction={() => onOpen({ what: 'finding', finding })}>
                          {t('edit.change', 'Change')}
                        </MenuItem>
                        <MenuItem
                          icon="trash"
                          danger
                          onAction={() => void tryEdit({ method: 'DELETE', path: `/findings/${finding.id}`, version: finding.version, said: t('finding.removed', 'Finding removed') })}
                        >
                          {t('edit.remove', 'Remove')}
                        </MenuItem>
                      </Menu>
                    ) : null}
                  </li>
                ))}
              </ul>
              {items.length === 0 ? <p className="small faint">{t('findings.none', 'Nothing yet')}</p> : null}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** The viewer's own talks, dressed as what only one sees. */
function Mine({ data, onOpen }: PartProps) {
  const { parties } = useAlliance();
  return (
    <section aria-labelledby="interviews" className="own-part">
      <h2 id="interviews">{t('interviews.mine', 'Your interviews')}</h2>
      <p className="own-notes">
        <Icon name="lock" size={16} />
        {t('interviews.alone', 'Only you see these.')}
      </p>
      {data.interviews.length === 0 ? (
        <p className="soft">{t('interviews.noneMine', 'You have not noted a talk yet.')}</p>
      ) : (
        <ul className="interview-list">
          {data.interviews.map((interview) => {
            const { person, party, held_on, answers } = interview.talk;
            const answered = answers.filter((answer) => answer.text).length;
            return (
              <li key={interview.id}>
                <button type="button" className="interview-line" onClick={() => onOpen({ what: 'interview', interview })}>
                  <b>{person}</b>
                  <span className="soft">{parties.find((one) => one.id === party)?.name ?? ''}</span>
                  <span className="soft">{held_on ? date(held_on) : ''}</span>
                  <span className="soft small">{t('interviews.answered', '{n} of {all} answered', { n: answered, all: answers.length })}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Sets({ data, onOpen }: PartProps) {
  return (
    <section className="question-sets" aria-labelledby="question-sets">
      <div className="formation-head">
        <h2 id="question-sets">{t('questions.title', 'Question sets')}</h2>
        {data.may_edit_sets ? (
          <Button size="s" icon="plus" onPress={() => onOpen({ what: 'questions', set: null })}>
            {t('questions.new', 'New question set')}
          </Button>
        ) : null}
      </div>
      {data.question_sets.map((set) => (
        <details key={set.id ?? 'standard'} className="question-set">
          <summary>
            {set.name} <span className="faint">{t('interview.setCount', '{n} {n|question|questions}', { n: set.questions.length })}</span>
          </summary>
          <ul>
            {set.questions.map((question) => (
              <li key={question.text}>
                <span className="soft small">{kindWord(question.kind)}</span> {question.text}
              </li>
            ))}
          </ul>
          {set.id && data.may_edit_sets ? (
            <Button size="s" onPress={() => onOpen({ what: 'questions', set })}>
              {t('edit.change', 'Change')}
            </Button>
          ) : null}
        </details>
      ))}
    </section>
  );
}
