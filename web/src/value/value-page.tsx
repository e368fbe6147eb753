import './value.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Button } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { BenefitDialog } from './BenefitDialog';
import { Benefits } from './Benefits';
import { CostDialog } from './CostDialog';
import { Costs } from './Costs';
import { HopeDialog } from './HopeDialog';
import { Hopes } from './Hopes';
import { ValuePicture } from './picture';
import { type Benefit, type Cost, type Hope, valueQuery } from './queries';
import { Sums } from './Sums';
import { BenefitWordDialog, HopeWordDialog } from './WordDialogs';

export type Open =
  | { what: 'hope'; hope: Hope | null }
  | { what: 'hope-word'; hope: Hope }
  | { what: 'benefit'; benefit: Benefit | null }
  | { what: 'benefit-word'; benefit: Benefit }
  | { what: 'cost'; cost: Cost | null };

/** What the alliance is worth to each party, beside what it costs, and what became of the hopes of those who signed. */
export function ValuePage() {
  const { slug, name } = useAlliance();
  const [filters, set] = useFilters();
  const year = /^\d{4}$/.test(filters.year ?? '') ? filters.year : undefined;
  const { data, error } = useQuery(valueQuery(slug, year));
  const [open, setOpen] = useState<Open | null>(null);
  useTitle(t('section.value', 'Value'), name);
  if (error && !data) return <Failed error={error} />;
  const close = () => setOpen(null);
  const isEmpty = data && !year && !data.hopes.length && !data.benefits.length && !data.costs.length;
  return (
    <Content>
      <PageHeader
        title={t('value.title', 'Value of the alliance')}
        acts={
          data && data.years.length > 1 ? (
            <Select
              bare
              label={t('value.year', 'Year')}
              options={[{ id: '', label: t('value.allYears', 'All years') }, ...data.years.map((one) => ({ id: String(one), label: String(one) }))]}
              value={year ?? ''}
              onChange={(chosen) => set({ year: chosen || undefined })}
            />
          ) : null
        }
      >
        {t('value.text', 'What each side hoped for, what came of it, and what both sides’ finance confirms, beside the cost to each.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={10} />
      ) : isEmpty ? (
        <EmptyState
          title={t('value.empty', 'Nothing hoped for or claimed yet')}
          picture={<ValuePicture />}
          acts={
            data.may_write ? (
              <>
                <Button look="primary" icon="plus" onPress={() => setOpen({ what: 'hope', hope: null })}>
                  {t('value.start', 'Start with a hope')}
                </Button>
                <Button icon="plus" onPress={() => setOpen({ what: 'benefit', benefit: null })}>
                  {t('benefit.new', 'Claim a benefit')}
                </Button>
              </>
            ) : null
          }
        >
          {t('value.emptyText', 'Write down what your leaders hope for; later the other side says what came true, and confirms the benefits you claim.')}
        </EmptyState>
      ) : (
        <div className="stack value-page">
          <Sums value={data} />
          <Benefits value={data} slug={slug} onOpen={setOpen} />
          <Hopes value={data} onOpen={setOpen} />
          <Costs value={data} onOpen={setOpen} />
        </div>
      )}
      {data && open?.what === 'hope' ? <HopeDialog hope={open.hope} onClose={close} /> : null}
      {open?.what === 'hope-word' ? <HopeWordDialog hope={open.hope} onClose={close} /> : null}
      {data && open?.what === 'benefit' ? <BenefitDialog value={data} benefit={open.benefit} onClose={close} /> : null}
      {open?.what === 'benefit-word' ? <BenefitWordDialog benefit={open.benefit} onClose={close} /> : null}
      {data && open?.what === 'cost' ? <CostDialog value={data} cost={open.cost} onClose={close} /> : null}
    </Content>
  );
}
