import { useQuery } from '@tanstack/react-query';
import { base } from '@/api/client';
import { foreignRecordsQuery } from '@/api/queries';
import type { Alliance } from '@/api/types';
import { ButtonAnchor } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { moment } from '@/i18n/format';
import { t } from '@/i18n/t';

/** The records from before an alliance was brought in from elsewhere. */
export function CameFrom({ alliance }: { alliance: Alliance }) {
  const records = useQuery(foreignRecordsQuery(alliance.slug));
  const items = records.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <aside className="card spaces" aria-labelledby="came-from-title">
      <h2 id="came-from-title">{t('came.title', 'Came from elsewhere')}</h2>
      {items.map((item) => (
        <section key={item.id} className="space">
          <h3>
            <Icon name="seal" size={17} /> {item.server}
          </h3>
          <p className="small soft">
            {t('came.verified', '{n} {n|act|acts}, verified up to the head of {when}', {
              n: item.acts,
              when: moment(item.taken_at),
            })}
          </p>
          <ButtonAnchor
            size="s"
            icon="download"
            href={`${base}/alliances/${alliance.id}/foreign-records/${item.id}/file`}
            download={`${alliance.slug}-earlier.jsonl`}
          >
            {t('spaces.export', 'Take it away')}
          </ButtonAnchor>
        </section>
      ))}
      <p className="small faint">
        {t('came.text', 'What was done before this alliance was brought in here. The log above begins with that.')}
      </p>
    </aside>
  );
}
