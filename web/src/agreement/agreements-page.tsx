import '@/charter/charter.css';
import '@/scorecard/scorecard.css';
import './agreements.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { AgreementCard } from './AgreementCard';
import { AgreementDialog, DeclineDialog, EndDialog, SignDialog, WithdrawDialog } from './dialogs';
import { type Agreement, agreementsQuery } from './queries';

export type Asking = { what: 'sign' | 'decline' | 'withdraw' | 'end'; agreement: Agreement };

/** Contracts between some of the parties: only they know of them, and each has a space of its own. */
export function AgreementsPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(agreementsQuery(slug));
  const [making, setMaking] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  useTitle(t('section.agreements', 'Agreements'), name);
  if (error && !data) return <Failed error={error} />;
  const close = () => setAsking(null);
  const add = data?.may_make ? (
    <Button icon="plus" look="primary" onPress={() => setMaking(true)}>
      {t('agreement.propose', 'Propose an agreement')}
    </Button>
  ) : null;
  return (
    <Content>
      <PageHeader title={t('section.agreements', 'Agreements')} acts={data?.items.length ? add : null}>
        {t(
          'agreement.text',
          'A contract between some of the parties. Only its parties know that it exists, and objectives, measures, initiatives and service levels can lie in its space.',
        )}
      </PageHeader>
      {!data ? (
        <Skeleton lines={8} />
      ) : data.items.length === 0 ? (
        <div className="card">
          <EmptyState
            title={t('agreement.none', 'No agreement yet')}
            picture={<Icon name="seal" size={40} />}
            acts={add}
          >
            {t(
              'agreement.noneText',
              'Three or four companies are often held together by agreements between two of them. Propose one, the other parties sign it, and what only you share then has a place of its own.',
            )}
          </EmptyState>
        </div>
      ) : (
        <ul className="agreements">
          {data.items.map((agreement) => (
            <AgreementCard key={agreement.id} agreement={agreement} slug={slug} onAsk={setAsking} />
          ))}
        </ul>
      )}
      {making && data ? <AgreementDialog slug={slug} parties={data.parties} onClose={() => setMaking(false)} /> : null}
      {asking?.what === 'sign' && <SignDialog agreement={asking.agreement} onClose={close} />}
      {asking?.what === 'decline' && <DeclineDialog agreement={asking.agreement} onClose={close} />}
      {asking?.what === 'withdraw' && <WithdrawDialog agreement={asking.agreement} onClose={close} />}
      {asking?.what === 'end' && <EndDialog agreement={asking.agreement} onClose={close} />}
    </Content>
  );
}
