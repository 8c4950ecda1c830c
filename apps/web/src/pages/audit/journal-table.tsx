import { Empty, Table, type TableColumnsType } from 'antd';
import { useSearch } from '../../frame/place';
import { Figure } from '../../parts/figure';
import { recorded } from '../../parts/instant';
import { type Event, type JournalAsked, PAGE_SIZE } from './journal';

interface Props {
  readonly events: readonly Event[];
  readonly total: number;
  readonly asked: JournalAsked;
  readonly busy: boolean;
}

/** What was recorded, the newest first. */
export function JournalTable({ events, total, asked, busy }: Props) {
  const change = useSearch();
  return (
    <Table<Event>
      size="small"
      rowKey="reference"
      columns={columns((reference) => change({ event: reference }))}
      dataSource={[...events]}
      loading={busy}
      scroll={{ x: 1040 }}
      locale={{ emptyText: <Empty description="没有符合条件的记录。请放宽筛选。" /> }}
      pagination={{
        current: asked.offset / PAGE_SIZE + 1,
        pageSize: PAGE_SIZE,
        total,
        showSizeChanger: false,
        showTotal: (count) => `共 ${count} 项`,
        onChange: (page) => change({ page: page === 1 ? undefined : String(page) }),
      }}
    />
  );
}

const columns = (open: (reference: string) => void): TableColumnsType<Event> => [
  {
    key: 'title',
    title: '事项',
    width: 120,
    render: (_, { title, reference, words }) => (
      <button type="button" className="figure-link link" title={words} onClick={() => open(reference)}>
        {title}
      </button>
    ),
  },
  { key: 'date', title: '业务日期', width: 104, render: (_, { date }) => date ?? '' },
  { key: 'unit', title: '单位', width: 76, render: (_, { unit }) => unit },
  { key: 'line', title: '科目', width: 84, render: (_, { line }) => line?.item ?? '' },
  {
    key: 'amount',
    title: '金额（万元）',
    width: 110,
    align: 'right',
    render: (_, { amount }) => amount && <Figure amount={amount} />,
  },
  { key: 'document', title: '文号/凭证号', width: 150, ellipsis: true, render: (_, { document }) => document ?? '' },
  { key: 'purpose', title: '事由', ellipsis: true, render: (_, { purpose }) => purpose ?? '' },
  { key: 'actor', title: '经办人', width: 100, ellipsis: true, render: (_, { actor }) => actor },
  { key: 'recordedAt', title: '记录时间', width: 136, render: (_, { recordedAt }) => recorded(recordedAt) },
];
