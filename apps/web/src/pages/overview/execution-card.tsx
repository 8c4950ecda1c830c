import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { Figure } from '../../parts/figure';
import { type By, type ExecutionRow, executionQuery } from './overview';

interface Props {
  readonly title: string;
  readonly by: By;
  /** Only rows that are behind time. */
  readonly behindOnly?: boolean;
  /** The page behind a row. */
  readonly to: (row: ExecutionRow) => string;
}

/** Execution of each group as a bar beside the time gone by; a bar opens the lines behind it. */
export function ExecutionCard({ title, by, behindOnly = false, to }: Props) {
  const { data, error, isPending } = useQuery(executionQuery(usePlace(), by));
  const rows = (data?.rows ?? []).filter(({ lag }) => !behindOnly || lag !== 'none');
  return (
    <Card size="small" title={title} style={{ height: '100%' }}>
      <Failure error={error} />
      <Table<ExecutionRow>
        size="small"
        rowKey="key"
        loading={isPending}
        dataSource={rows}
        columns={columns(data?.timeProgress ?? '0', to)}
        // On a phone it is moved in its card, so that the page is not wider than the window and names keep their room.
        scroll={{ x: 440 }}
        pagination={rows.length > 12 ? { pageSize: 12, showSizeChanger: false, size: 'small' } : false}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={behindOnly ? '没有落后于序时进度的科目。' : '还没有指标。请先导入或下达年初预算。'}
            />
          ),
        }}
      />
    </Card>
  );
}

const columns = (timeProgress: string, to: (row: ExecutionRow) => string): TableColumnsType<ExecutionRow> => [
  {
    key: 'name',
    title: '名称',
    ellipsis: true,
    render: (_, row) => (
      <Link to={to(row)} title={row.name}>
        {row.name}
      </Link>
    ),
  },
  {
    key: 'rate',
    title: '执行率',
    width: 160,
    render: (_, row) => <Bar row={row} timeProgress={timeProgress} to={to(row)} />,
  },
  { key: 'paid', title: '已付', width: 84, align: 'right', render: (_, { paid }) => <Figure amount={paid} /> },
  {
    key: 'available',
    title: '可用',
    width: 84,
    align: 'right',
    render: (_, { available }) => <Figure amount={available} />,
  },
];

/** Red is kept for what needs a written reply. */
const COLORS = { none: '#8fb0d9', warn: '#d6a243', reply: '#c0392b' } as const;
/** In words that hold whatever limits the department has set. */
const SAYS = { none: '', warn: '，比序时进度慢，已到预警线', reply: '，比序时进度慢，已到须书面说明的线' } as const;

function Bar({ row, timeProgress, to }: { row: ExecutionRow; timeProgress: string; to: string }) {
  const length = Math.max(0, Math.min(100, Number(row.rate ?? 0)));
  const says = `${row.name} 执行率 ${row.rate ?? '—'}%，序时进度 ${timeProgress}%${SAYS[row.lag]}`;
  return (
    <Link to={to} aria-label={says} title={says} className={`bar bar-${row.lag}`}>
      <span className="bar-track">
        <span className="bar-fill" style={{ width: `${length}%`, background: COLORS[row.lag] }} />
        <span className="bar-time" style={{ insetInlineStart: `${timeProgress}%` }} />
      </span>
      <span className="figure bar-rate">{row.rate ?? '—'}%</span>
    </Link>
  );
}
