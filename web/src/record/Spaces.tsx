import { base, query } from '@/api/client';
import type { RecordPage } from '@/api/types';
import type { Alliance } from '@/api/types';
import { ButtonAnchor, ButtonLink } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { ago, moment } from '@/i18n/format';
import { t } from '@/i18n/t';

/** The logs behind the sentences: how long each is, when its head was signed, and the file that proves it. */
export function Spaces({ alliance, spaces }: { alliance: Alliance; spaces: RecordPage['spaces'] }) {
  if (spaces.length === 0) return <div />;
  return (
    <aside className="card spaces" aria-labelledby="spaces-title">
      <h2 id="spaces-title">{t('spaces.title', 'The record')}</h2>
      {spaces.map((space) => (
        <section key={space.id} className="space">
          <h3>
            <Icon name={space.kind === 'shared' ? 'people' : 'lock'} size={17} /> {space.name}
          </h3>
          <p className="small soft">
            {t('spaces.size', '{n} {n|act|acts}', { n: space.size })}
            {space.head && (
              <span title={moment(space.head.signed_at)}>
                {' '}
                · {t('spaces.signed', 'signed {when}', { when: ago(space.head.signed_at) })}
              </span>
            )}
          </p>
          {space.head && (
            <p className="small faint">
              <code title={space.head.root}>{space.head.root.slice(0, 24)}…</code>
            </p>
          )}
          {alliance.rights.export && (
            <ButtonAnchor
              size="s"
              icon="download"
              href={`${base}/alliances/${alliance.id}/record/export${query({ space: space.id })}`}
              download={`${alliance.slug}-${space.kind}.jsonl`}
            >
              {t('spaces.export', 'Take it away')}
            </ButtonAnchor>
          )}
        </section>
      ))}
      <ButtonLink size="s" icon="key" to="/a/$alliance/activity/witnesses" params={{ alliance: alliance.slug }}>
        {t('witness.title', 'Witnesses')}
      </ButtonLink>
      <p className="small faint">
        {t(
          'spaces.verify',
          'Check a file without this server: entente verify FILE. It tells if anything was changed, left out or put in.',
        )}
      </p>
    </aside>
  );
}
