import { useQuery } from '@tanstack/react-query';
import { Card, Segmented, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { Figure } from '../../parts/figure';
import { MonthsChart } from './months-chart';
import { type ExecutionMonth, executionQuery } from './overview';

const HEIGHT = 260;

/** Execution against time, month by month: bars and the target curve, or the same as a table. */
export function MonthsCard() {
  const { data, error } = useQuery(executionQuery(usePlace(), 'month'));
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const waiting = <Skeleton active style={{ height: HEIGHT }} />;
  const choice = (
    <Segmented
      size="small"
      className="no-print"
      aria-label="显示方式"
      value={view}
      onChange={setView}
      options={[
        { value: 'chart', label: '图' },
        { value: 'table', label: '表' },
      ]}
    />
  );
  return (
    <Card size="small" title="逐月执行与目标" extra={choice} style={{ height: '100%' }}>
      <Failure error={error} />
      {data && view === 'chart' && <MonthsChart months={data.months} height={HEIGHT} />}
      {data && view === 'table' && <MonthsTable months={data.months} />}
      {!data && !error && waiting}
    </Card>
  );
}

const MonthsTable = ({ months }: { months: readonly ExecutionMonth[] }) => (
  <Table<ExecutionMonth> size="small" rowKey="month" columns={columns} dataSource={[...months]} pagination={false} />
);

const columns: TableColumnsType<ExecutionMonth> = [
  { key: 'month', title: '月份', render: (_, { month }) => `${month}月` },
  { key: 'paid', title: '当月支付', align: 'right', render: (_, { paid }) => <Figure amount={paid} /> },
  {
    key: 'cumulative',
    title: '累计支付',
    align: 'right',
    render: (_, { cumulative }) => <Figure amount={cumulative} />,
  },
  { key: 'final', title: '全年预算', align: 'right', render: (_, { final }) => <Figure amount={final} /> },
  {
    key: 'rate',
    title: '执行率',
    align: 'right',
    render: (_, { rate }) => <span className="figure">{rate ?? '—'}%</span>,
  },
  {
    key: 'target',
    title: '目标',
    align: 'right',
    render: (_, { target }) => <span className="figure">{target}%</span>,
  },
];
