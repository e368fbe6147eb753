import { useInfiniteQuery } from '@tanstack/react-query';
import { base } from '@/api/client';
import { organisationRecordQuery } from '@/api/queries';
import { Button, ButtonAnchor } from '@/components/Button';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { Failed } from '@/shell/Trouble';
import { RecordDays } from './RecordDays';

/** For administrators: what was done to the organisation and its people, with the file that proves it. */
export function OrganisationRecord() {
  const record = useInfiniteQuery(organisationRecordQuery);
  if (record.isError) return <Failed error={record.error} />;
  return (
    <div className="stack">
      <p className="soft">
        {t('organisationRecord.text', 'What administrators did to your organisation and its people. Nobody can change it afterwards, and no other organisation sees it.')}
      </p>
      <div>
        <ButtonAnchor size="s" icon="download" href={`${base}/organisation/record/export`} download="organisation-record.jsonl">
          {t('spaces.export', 'Take it away')}
        </ButtonAnchor>
      </div>
      {record.isPending && <Skeleton lines={6} />}
      <RecordDays items={record.data?.pages.flatMap((page) => page.items) ?? []} />
      {record.hasNextPage && (
        <div className="more">
          <Button onPress={() => record.fetchNextPage()} isPending={record.isFetchingNextPage}>
            {t('list.more', 'Show more')}
          </Button>
        </div>
      )}
    </div>
  );
}
