import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { usePlace, useSearch } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { PageHead } from '../../parts/page-head';
import { useHasRole } from '../../session/session';
import { EventDrawer } from './event-drawer';
import { Filters } from './filters';
import { journalQuery, useJournalAsked } from './journal';
import { JournalTable } from './journal-table';
import { useVerification } from './verification';

/** 审计: everything that was recorded, by whom and when, and whether it is still as it was. */
export default function AuditPage() {
  const place = usePlace();
  const asked = useJournalAsked(place);
  const change = useSearch();
  const [search] = useSearchParams();
  const mayVerify = useHasRole('supervisor', 'administrator');
  const verification = useVerification();
  const { data, error, isFetching } = useQuery(journalQuery(place, asked));
  return (
    <>
      <PageHead title="审计">{mayVerify && verification.button}</PageHead>
      {verification.answer}
      <Failure error={error} />
      <Filters asked={asked} />
      {data ? <JournalTable {...data} asked={asked} busy={isFetching} /> : !error && <Skeleton active />}
      <EventDrawer reference={search.get('event')} onClose={() => change({ event: undefined })} />
    </>
  );
}
