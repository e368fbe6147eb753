import './WhoCanSee.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWord } from '@/alliance/words';
import { words } from '@/api/edits';
import { accessQuery } from '@/api/queries';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Popover } from '@/components/Popover';
import { Skeleton } from '@/components/Skeleton';
import { list, number } from '@/i18n/format';
import { t } from '@/i18n/t';
import { groups } from './groups';

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
  return (
    <div className="access">
      <p className="access-sentence">{access.data.sentence}</p>
      {groups(access.data.rows).map((side) => (
        <details key={side.organisation} className="access-side">
          <summary>
            <Icon name="chevron" size={18} />
            {side.organisation}
            <span className="small faint number push">
              {t('access.people', '{n} {n|person|people}', {
                n: side.groups.reduce((sum, group) => sum + group.people.length, 0),
              })}
            </span>
          </summary>
          <ul>
            {side.groups.map((group) => (
              <li key={group.key}>
                <details className="access-row">
                  <summary>
                    {group.roles.map(roleWord).join(', ') || t('access.none', 'No role')}
                    <span className="small faint number push">
                      {group.people.length > 2 ? number(group.people.length, 0) : list(group.people)}
                    </span>
                  </summary>
                  <ul className="access-may small soft">
                    {group.may.map((act) => (
                      <li key={act}>{act}</li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
