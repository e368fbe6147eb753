import type { BroughtPreview, Job } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Select } from '@/components/Select';
import { moment, number } from '@/i18n/format';
import { t } from '@/i18n/t';
import { JobProgress } from './JobProgress';

type Props = {
  preview: BroughtPreview;
  party: string;
  onParty: (id: string) => void;
  busy: boolean;
  job: Job | null;
  onBringIn: () => void;
  onBack: () => void;
};

const partyWords = (): Record<BroughtPreview['parties'][number]['outcome'], string> => ({
  ours: t('bringin.ours', 'your organisation'),
  known: t('bringin.known', 'is here already'),
  made: t('bringin.made', 'will be made'),
  to_be_invited: t('bringin.invite', 'to be invited by you'),
});

/** What is in the file, that it is right, and what would become of it. */
export function BringInPreview({ preview, party, onParty, busy, job, onBringIn, onBack }: Props) {
  const count = (outcome: string) => preview.people.filter((one) => one.outcome === outcome).length;
  return (
    <section className="card stack bring-in">
      <h2>{preview.name}</h2>
      <p className="soft">
        {preview.organisation
          ? t('bringin.taken', 'Taken away by {person} of {organisation}, {when}.', {
              person: preview.taken_by,
              organisation: preview.organisation,
              when: moment(preview.taken_at),
            })
          : t('bringin.takenByOperator', 'Taken away by the operator, {when}: what all parties share.', {
              when: moment(preview.taken_at),
            })}
      </p>
      <p className="bring-in-right">
        <Icon name="seal" size={22} />
        <span>
          {t('bringin.right', 'Every file is as it was taken away, and {n} {n|record verifies|records verify} with all {acts} acts.', {
            n: preview.records.length,
            acts: preview.records.reduce((sum, record) => sum + record.leaves, 0),
          })}{' '}
          <span className="small faint">
            {t('bringin.key', 'Signed by')} <code>{preview.key}</code>
          </span>
        </span>
      </p>
      <div>
        <h3>{t('bringin.parties', 'Parties')}</h3>
        <ul className="bring-in-list">
          {preview.parties.map((one) => (
            <li key={one.id}>
              {one.name} <Badge>{partyWords()[one.outcome]}</Badge>
            </li>
          ))}
        </ul>
        {(preview.needs_party || party) && (
          <Select
            label={t('bringin.which', 'Which party is your organisation?')}
            value={party || 'none'}
            onChange={(id) => id !== 'none' && onParty(id)}
            options={[
              ...(party ? [] : [{ id: 'none', label: t('bringin.choose', 'Choose one') }]),
              ...preview.parties.map(({ id, name }) => ({ id, label: name })),
            ]}
          />
        )}
      </div>
      <div>
        <h3>{t('bringin.people', 'People')}</h3>
        <p className="soft">
          {t(
            'bringin.people.text',
            '{known} known by their e-mail address, {invited} of your organisation to be invited, {names} as names at what they did.',
            { known: count('known'), invited: count('invited'), names: count('name') },
          )}
        </p>
      </div>
      <details>
        <summary>{t('bringin.kinds', 'What is in it')}</summary>
        <table className="bring-in-kinds">
          <tbody>
            {preview.kinds.map((kind) => (
              <tr key={kind.what}>
                <td className="number">{number(kind.rows)}</td>
                <th scope="row">{kind.what}</th>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="soft">
        {t(
          'bringin.next',
          'The log begins anew here, with an entry that names this file. The old record comes along and can be verified at any time, under Activity.',
        )}
      </p>
      {preview.already_here && (
        <p role="alert" className="notice">
          {t('bringin.here', 'This alliance is in this installation already; it is not brought in a second time.')}
        </p>
      )}
      {busy && <JobProgress job={job} />}
      <div className="row create-acts">
        <Button onPress={onBack} isDisabled={busy}>
          {t('preview.back', 'Another file')}
        </Button>
        <Button
          look="primary"
          isPending={busy}
          isDisabled={preview.already_here || preview.needs_party}
          onPress={onBringIn}
        >
          {t('bringin.act', 'Bring it in')}
        </Button>
      </div>
    </section>
  );
}
