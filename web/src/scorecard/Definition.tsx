import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PartyChooser } from '@/alliance/PartyChooser';
import { ownerSaid, PersonChooser } from '@/alliance/PersonChooser';
import { edit } from '@/api/edits';
import { meQuery } from '@/api/queries';
import type { MeasureView } from '@/api/types';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { aggregations, frequencies, sources } from './measure-words';

/** What the measure means and how it is taken. */
type DefinitionProps = { measure: MeasureView; slug: string; canEdit: boolean };

export function Definition({ measure, slug, canEdit }: DefinitionProps) {
  const { server } = useSuspenseQuery(meQuery).data;
  const late = measure.due !== null && measure.due < server.today;
  const change = (body: object, said: string) =>
    edit({ method: 'PATCH', path: `/measures/${measure.id}`, version: measure.version, body, said });
  const named = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  const facts: [string, ReactNode][] = [
    [t('measure.frequency', 'How often'), named(frequencies(), measure.frequency)],
    [t('measure.aggregation', 'Over longer periods'), named(aggregations(), measure.aggregation)],
    [
      t('measure.kind', 'Lead or lag'),
      measure.kind === 'lead' ? t('kind.lead', 'Lead: moves first') : t('kind.lag', 'Lag: shows the result'),
    ],
    [t('measure.source', 'Comes from'), named(sources(), measure.source)],
    [
      t('measure.owner', 'Owner'),
      <PersonChooser
        key="owner"
        slug={slug}
        label={t('measure.owner', 'Owner')}
        person={measure.owner}
        placeholder={t('owner.none', 'nobody yet')}
        canEdit={canEdit}
        onChoose={(owner) => change({ owner }, ownerSaid(owner))}
      />,
    ],
    [
      t('measure.supplier', 'Supplied by'),
      <PartyChooser
        key="supplier"
        label={t('measure.supplier', 'Supplied by')}
        party={measure.supplier}
        canEdit={canEdit}
        onChoose={(supplier) =>
          change(
            { supplier },
            supplier ? t('measure.supplierSet', 'Supplying party chosen') : t('measure.supplierGone', 'No supplying party any more'),
          )
        }
      />,
    ],
    [late ? t('measure.wasDue', 'Value was due') : t('measure.due', 'Next value due'), measure.due ? date(measure.due) : '–'],
    [t('measure.review', 'Review'), measure.review_date ? date(measure.review_date) : '–'],
  ];
  return (
    <>
      <p className="detail-definition">{measure.definition || t('measure.noDefinition', 'Not defined yet.')}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
