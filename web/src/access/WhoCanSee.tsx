import './WhoCanSee.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWord } from '@/alliance/words';
import { words } from '@/api/edits';
import { accessQuery } from '@/api/queries';
import { Button } from '@/components/Button';
import { Popover } from '@/components/Popover';
import { Skeleton } from '@/components/Skeleton';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';

/** "Who can see this?": the sentence and the people, by organisation. `object` narrows it to one thing. */
export function WhoCanSee({ slug, object }: { slug: string; object?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      side="top"
      label={t('access.title', 'Who can see this?')}
      onOpenChange={setOpen}
      className="access-popover"
      trigger={
        <Button look="quiet" size="s" icon="eye">
          {t('access.title', 'Who can see this?')}
        </Button>
      }
    >
      {open && <Rows slug={slug} object={object} />}
    </Popover>
  );
}

function Rows({ slug, object }: { slug: string; object: string | undefined }) {
  const access = useQuery(accessQuery(slug, object));
  if (access.isError) return <p className="field-error">{words(access.error)}</p>;
  if (access.isPending) return <Skeleton lines={4} />;
  const organisations = [...new Set(access.data.rows.map((row) => row.organisation))];
  return (
    <div className="access">
      <p className="access-sentence">{access.data.sentence}</p>
      {organisations.map((organisation) => (
        <section key={organisation}>
          <h3>{organisation}</h3>
          <ul>
            {access.data.rows
              .filter((row) => row.organisation === organisation)
              .map((row) => (
                <li key={row.person} className="access-row">
                  <span>
                    {row.person} <span className="faint">{row.roles.map(roleWord).join(', ')}</span>
                  </span>
                  <span className="small soft">{list(row.may)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
