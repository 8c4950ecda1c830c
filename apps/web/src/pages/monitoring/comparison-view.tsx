import { useQuery } from '@tanstack/react-query';
import { Card, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { addressOf, type Place, usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { Figure } from '../../parts/figure';
import { type BudgetComparison, outturnQuery } from './monitoring';

/** 预算与实际: original, final and actual side by side, as IPSAS 24 wants them shown. */
export function ComparisonView() {
  const place = usePlace();
  const { data, error } = useQuery(outturnQuery(place));
  if (!data) return error ? <Failure error={error} /> : <Skeleton active />;
  return (
    <Card size="small" title={`预算与实际对照（IPSAS 24），截至 ${data.asOf}`}>
      <Table<BudgetComparison>
        size="small"
        rowKey="key"
        columns={columns(place)}
        dataSource={[...data.rows]}
        pagination={false}
        scroll={{ x: 900 }}
        summary={() => totals(data.total)}
        locale={{ emptyText: '还没有预算和支出。' }}
      />
    </Card>
  );
}

const FIGURES = [
  ['original', '年初预算', 112],
  ['changes', '预算变动', 112],
  ['final', '全年预算', 112],
  ['actual', '实际支出', 112],
  ['left', '全年预算减实际', 156],
  ['variance', '实际减年初预算', 156],
] as const;

const columns = (place: Place): TableColumnsType<BudgetComparison> => [
  {
    key: 'name',
    title: '功能分类',
    render: (_, { key, name }) => <Link to={addressOf(place, 'lines', { item: key })}>{`${key} ${name}`}</Link>,
  },
  ...FIGURES.map(([key, title, width]) => ({
    key,
    title,
    width,
    align: 'right' as const,
    sorter: (a: BudgetComparison, b: BudgetComparison) => a[key].fen - b[key].fen,
    render: (_: unknown, row: BudgetComparison) => <Figure amount={row[key]} />,
  })),
];

/** An element, not a component: antd keeps only a bare Summary at the table's foot. */
const totals = (total: BudgetComparison) => (
  <Table.Summary>
    <Table.Summary.Row style={{ fontWeight: 600 }}>
      <Table.Summary.Cell index={0}>{total.name}</Table.Summary.Cell>
      {FIGURES.map(([key], index) => (
        <Table.Summary.Cell key={key} index={index + 1} align="right">
          <Figure amount={total[key]} />
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  </Table.Summary>
);
