import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import { Button } from '@/components/Button';
import { FileDrop } from '@/components/FileDrop';
import { Skeleton } from '@/components/Skeleton';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

type Plan = {
  name: string;
  goals: number;
  objectives: number;
  indicators: number;
  values: number;
  warnings: { path: string; message: string }[];
};

/** A strategic plan in StratML becomes an alliance of its own: goals as themes, indicators as measures. */
export function ImportPlan() {
  const navigate = useNavigate();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [content, setContent] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  async function send<T>(text: string, commit: boolean): Promise<T | null> {
    setBusy(true);
    setError('');
    try {
      return await call<T>('POST', `/imports/stratml?commit=${commit}`, {
        raw: { content: text, type: 'application/xml' },
      });
    } catch (reason) {
      setError(words(reason));
      return null;
    } finally {
      setBusy(false);
    }
  }

  async function look(file: File) {
    const text = await file.text();
    setContent(text);
    const answer = await send<{ plan: Plan }>(text, false);
    if (answer) setPlan(answer.plan);
  }

  async function commit() {
    const alliance = await send<{ plan: Plan; slug: string }>(content, true);
    if (!alliance) return;
    apply({});
    toast({ text: t('plan.done', '{name} is here', { name: alliance.plan.name }) });
    void navigate({ to: '/a/$alliance/map', params: { alliance: alliance.slug } });
  }

  return (
    <div className="import">
      {error && (
        <p role="alert" className="notice">
          {error}
        </p>
      )}
      {busy && !plan && <Skeleton lines={5} />}
      {!busy && !plan && (
        <FileDrop
          label={t('plan.drop', 'Drop a StratML file here')}
          button={t('import.choose', 'Choose a file')}
          accept={['application/xml', 'text/xml', '.xml', '.stratml']}
          onFile={look}
        >
          {t('plan.text', 'It becomes an alliance of its own; this one is not touched.')}
        </FileDrop>
      )}
      {plan && (
        <section className="card stack">
          <h2 className="plan-name">{plan.name}</h2>
          <p>
            {t(
              'plan.counts',
              '{goals} {goals|goal|goals}, {objectives} {objectives|objective|objectives}, {indicators} {indicators|measure|measures}, {values} {values|value|values}.',
              {
                goals: plan.goals,
                objectives: plan.objectives,
                indicators: plan.indicators,
                values: plan.values,
              },
            )}
          </p>
          <p className="soft">
            {t(
              'plan.next',
              'Your organisation stands in the new alliance under the name of the plan’s own; your partner is invited from its People page. On the map you then say in which perspective each objective belongs.',
            )}
          </p>
          {plan.warnings.length > 0 && (
            <details open={plan.warnings.length <= 5}>
              <summary>
                {t('plan.remarks', '{n} {n|remark|remarks}: what was left out or assumed', {
                  n: plan.warnings.length,
                })}
              </summary>
            <ul className="wrong-list">
              {plan.warnings.map((warning) => (
                <li key={`${warning.path} ${warning.message}`}>
                  <span className="faint">{warning.path}</span> {warning.message}
                </li>
              ))}
            </ul>
            </details>
          )}
          <div className="row create-acts">
            <Button onPress={() => setPlan(null)}>{t('preview.back', 'Another file')}</Button>
            <Button look="primary" isPending={busy} onPress={commit}>
              {t('plan.commit', 'Make it an alliance')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
