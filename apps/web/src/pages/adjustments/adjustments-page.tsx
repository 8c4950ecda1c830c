import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { vocabularyQuery } from '../../api/queries';
import { useOwnUnits } from '../../frame/may-record';
import { usePlace, useSearch } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { PageHead } from '../../parts/page-head';
import { RecordButton } from '../../parts/record-button';
import { adjustmentsQuery, documentAddress } from './adjustments';
import { DocumentDrawer } from './document-drawer';
import { DocumentTable } from './document-table';
import { DraftDrawer } from './draft-drawer';

/** 调整: documents that change quota, from draft to execution. */
export default function AdjustmentsPage() {
  const place = usePlace();
  const change = useSearch();
  const [search] = useSearchParams();
  const mayDraft = useOwnUnits().length > 0;
  const { data, error } = useQuery(adjustmentsQuery(place));
  const { data: words } = useQuery(vocabularyQuery);
  const state = search.get('state') ?? '';
  const close = useCallback(() => change({ form: undefined, of: undefined, doc: undefined }), [change]);
  const named = (address: string | null) => data?.find((each) => documentAddress(each) === address);
  const shown = named(search.get('doc'));
  const reversed = named(search.get('of'));
  const countOf = (key: string): number => (data ?? []).filter(({ status }) => status === key).length;
  const states = (words?.adjustmentStates ?? []).map(({ key, name }) => ({
    value: key,
    label: `${name} ${countOf(key)}`,
  }));
  return (
    <>
      <PageHead title="调整">
        {mayDraft && (
          <RecordButton type="primary" icon={<PlusOutlined />} onClick={() => change({ form: 'draft', of: undefined })}>
            起草调整单
          </RecordButton>
        )}
      </PageHead>
      <Failure error={error} />
      <Segmented
        aria-label="状态"
        style={{ marginBottom: 12 }}
        value={state}
        options={[{ value: '', label: `全部 ${data?.length ?? 0}` }, ...states]}
        onChange={(chosen) => change({ state: chosen === '' ? undefined : chosen })}
      />
      {data ? (
        <DocumentTable
          documents={data.filter(({ status }) => state === '' || status === state)}
          open={(each) => change({ doc: documentAddress(each) })}
        />
      ) : (
        !error && <Skeleton active />
      )}
      {shown && <DocumentDrawer key={documentAddress(shown)} document={shown} onClose={close} />}
      {mayDraft && search.get('form') === 'draft' && (search.get('of') === null || reversed) && (
        <DraftDrawer key={search.get('of') ?? ''} reverses={reversed ?? null} onClose={close} />
      )}
    </>
  );
}
