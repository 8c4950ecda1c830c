import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Table, type TableColumnsType, Tag } from 'antd';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useWords, yearKey } from '../../../api/queries';
import { type Place, usePlace, useSearch } from '../../../frame/place';
import { useCodes } from '../../../parts/codes';
import { Failure } from '../../../parts/failure';
import { signed } from '../../../parts/figure';
import { Folded } from '../../../parts/folded';
import { RecordButton } from '../../../parts/record-button';
import { listAsked, PAGE_SIZE, type PaymentsAsked, paymentsAsked } from '../payments';
import { PaymentFilters } from '../payment-filters';

type Income = Schemas['EventDto'];

const incomeQuery = (place: Place, asked: PaymentsAsked, page: number) => ({
  queryKey: [...yearKey(place), 'income', listAsked(place, asked, page)],
  queryFn: async () => {
    const params = { path: place, query: listAsked(place, asked, page) };
    return (await api.GET('/api/units/{unit}/years/{year}/income', { params })).data;
  },
  placeholderData: (before: Schemas['JournalDto'] | undefined) => before,
});

/** 收入: what was received and what was taken back, a page at a time. */
export function IncomeList({ mayRecord }: { mayRecord: boolean }) {
  const place = usePlace();
  const change = useSearch();
  const [search] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const { data, error, isPending } = useQuery(incomeQuery(place, paymentsAsked(search), page));
  const reverse = ({ unit, document }: Income): void =>
    change({ form: 'reversal', of: unit, voucher: document ?? undefined });
  return (
    <>
      <PaymentFilters />
      <Failure error={error} />
      <Table<Income>
        size="small"
        rowKey="reference"
        loading={isPending}
        columns={columnsFor({ mayRecord, reverse, functional: useCodes('functional'), word: useWords() })}
        dataSource={data?.events ?? []}
        scroll={{ x: 900 }}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          showSizeChanger: false,
          showTotal: (all) => `共 ${all} 笔`,
          onChange: (next) => change({ page: next === 1 ? undefined : String(next) }),
        }}
        locale={{ emptyText: <Empty description="没有收入。经办人用右上角的“登记收入”或“导入”开始。" /> }}
      />
    </>
  );
}

interface Asked {
  readonly mayRecord: boolean;
  readonly reverse: (income: Income) => void;
  readonly functional: ReadonlyMap<string, string>;
  readonly word: ReturnType<typeof useWords>;
}

const columnsFor = ({ mayRecord, reverse, functional, word }: Asked): TableColumnsType<Income> => [
  { title: '日期', dataIndex: 'date', width: 100 },
  { title: '凭证号', key: 'document', width: 150, render: (_, income) => <Voucher of={income} /> },
  { title: '单位', dataIndex: 'unit', width: 80 },
  {
    title: '金额（元）',
    key: 'amount',
    width: 140,
    align: 'right',
    render: (_, { amount, type }) => <span className="figure">{signed(amount, type === 'IncomeReversed')}</span>,
  },
  {
    title: '收入来源',
    dataIndex: 'fundSource',
    width: 180,
    render: (source: string | null) => source && word('fundSources', source),
  },
  {
    title: '科目',
    dataIndex: 'item',
    render: (item: string | null) => item && `${item} ${functional.get(item) ?? ''}`,
  },
  { title: '摘要', dataIndex: 'purpose', width: 160, render: (text: string | null) => <Folded text={text} /> },
  { title: '经办人', dataIndex: 'actor', width: 100 },
  ...(mayRecord
    ? [
        {
          title: '办理',
          key: 'do',
          width: 72,
          render: (_: unknown, income: Income) =>
            income.type === 'IncomeReceived' && (
              <RecordButton
                unit={income.unit}
                type="link"
                size="small"
                aria-label={`冲销 ${income.document ?? ''}`}
                onClick={() => reverse(income)}
              >
                冲销
              </RecordButton>
            ),
        },
      ]
    : []),
];

const Voucher = ({ of: { document, type, title, originalVoucher } }: { of: Income }) => (
  <Flex vertical align="start">
    {document}
    {type === 'IncomeReversed' && (
      <Tag>
        {title} {originalVoucher}
      </Tag>
    )}
  </Flex>
);
