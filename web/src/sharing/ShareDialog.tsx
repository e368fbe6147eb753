import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, query } from '@/api/client';
import { edit } from '@/api/edits';
import type { components } from '@/api/schema';
import type { Id } from '@/api/types';
import { ActDialog } from '@/components/ActDialog';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';

type Shape = components['schemas'];
type Preview = Shape['SharingSharingPreview'];
export type ShareKind = Shape['SharingKind'];

type ShareProps = { slug: string; kind: ShareKind; id: Id; name: string; onClose: () => void };

/** Shows what goes along and who will see it; it has no way back, so it is confirmed. */
export function ShareDialog({ slug, kind, id, name, onClose }: ShareProps) {
  const { data } = useQuery({
    queryKey: ['alliance', slug, 'sharing', kind, id],
    queryFn: ({ signal }) => get<Preview>(`/alliances/${slug}/sharings/preview${query({ kind, id })}`, signal),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  // What was agreed to: when it changes meanwhile, it is asked again.
  const [agreed, setAgreed] = useState('');
  const sure = data !== undefined && agreed === data.digest;
  const to = data?.destinations.find((one) => one.space === chosen) ?? data?.destinations[0];
  return (
    <ActDialog
      title={t('share.title', 'Share “{name}”', { name })}
      act={t('share.forGood', 'Share it for good')}
      fields={[]}
      ready={sure && to !== undefined}
      onClose={onClose}
      onSubmit={() =>
        edit({
          method: 'POST',
          path: `/alliances/${slug}/sharings`,
          body: { kind, id, space: to?.space, seen: agreed },
          said: t('share.done', '“{name}” is shared', { name }),
        })
      }
    >
      {() => (
        <>
          <p>{t('share.text', 'So far only your side sees it. Once shared, it stays so: there is no way back, and the record of both spaces says it.')}</p>
          {data && to && (
            <>
              <Select
                label={t('share.where', 'Share with')}
                options={data.destinations.map((one) => ({
                  id: one.space,
                  label: one.shared ? t('share.everybody', 'Every party') : one.name,
                  note: list(one.parties),
                }))}
                value={to.space}
                onChange={setChosen}
              />
              <div>
                <p className="field-label">{t('share.along', 'What goes along')}</p>
                <ul className="small">
                  {data.going.map((one) => (
                    <li key={one.id}>{goes(one)}</li>
                  ))}
                  {data.values > 0 && <li>{t('share.values', '{n} {n|value|values}, with all corrections', { n: data.values })}</li>}
                </ul>
              </div>
              <Switch isSelected={sure} onChange={(is) => setAgreed(is && data ? data.digest : '')}>
                {t('share.sure', '{names} may see all of this from now on', { names: list(to.parties) })}
              </Switch>
            </>
          )}
        </>
      )}
    </ActDialog>
  );
}

function goes({ kind, label }: Preview['going'][number]): string {
  switch (kind) {
    case 'target':
      return t('share.targets', '{n} {n|target|targets}', { n: Number(label) });
    case 'link':
      return t('share.links', '{n} {n|arrow|arrows} on the map', { n: Number(label) });
    default:
      return label;
  }
}
