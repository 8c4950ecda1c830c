import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty, Table } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { unitsQuery, useWords } from '../../api/queries';
import { usePlace, useSearch } from '../../frame/place';
import { useCodes } from '../../parts/codes';
import { Failure } from '../../parts/failure';
import { useRoomBelow } from '../../parts/room-below';
import { paymentColumns } from './payment-columns';
import { PAGE_SIZE, type Payment, paymentsAsked, paymentsQuery } from './payments';

/** Payments, refunds and corrections, a page at a time; the next page is fetched before it is asked for. */
export function PaymentTable({ mayRecord }: { mayRecord: boolean }) {
  const place = usePlace();
  const change = useSearch();
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const page = Number(search.get('page') ?? 1);
  const asked = useMemo(() => paymentsAsked(search), [search]);
  const { data, error, isFetching } = useQuery(paymentsQuery(place, asked, page));
  const total = data?.total ?? 0;
  useEffect(() => {
    if (page * PAGE_SIZE < total) void queries.prefetchQuery(paymentsQuery(place, asked, page + 1));
  }, [queries, place, asked, page, total]);
  const { data: units = [] } = useQuery(unitsQuery(place.year));
  const ofDepartment = units.some(({ parent }) => parent === place.unit);
  const columns = paymentColumns({
    ofDepartment,
    mayRecord,
    functional: useCodes('functional'),
    economic: useCodes('economic'),
    word: useWords(),
    open: (form, { unit, document }) => change({ form, of: unit, voucher: document ?? undefined }),
  });
  const around = useRef<HTMLDivElement>(null);
  const height = useRoomBelow(around, 130);
  return (
    <div ref={around}>
      <Failure error={error} />
      <Table<Payment>
        size="small"
        rowKey="reference"
        columns={columns}
        dataSource={data?.events ?? []}
        loading={isFetching && data === undefined}
        scroll={{ x: columns.reduce((sum, { width }) => sum + Number(width), 0), y: height }}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total,
          showSizeChanger: false,
          showQuickJumper: true,
          showTotal: (all) => `共 ${all} 笔`,
          onChange: (next) => change({ page: next === 1 ? undefined : String(next) }),
        }}
        locale={{ emptyText: <Empty description={emptySentence(Object.keys(asked).length > 0, mayRecord)} /> }}
      />
    </div>
  );
}

function emptySentence(isFiltered: boolean, mayRecord: boolean): string {
  if (isFiltered) return '没有符合条件的支付，请放宽查找条件。';
  return mayRecord ? '还没有支付。请用右上角的“记录支付”或“导入”。' : '还没有支付。';
}
