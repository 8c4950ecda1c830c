import { useQuery } from '@tanstack/react-query';
import { Badge, Flex, Segmented, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { type Check, checksQuery } from '../account';

const OUTCOMES = {
  failed: { name: '不成立', status: 'error', rank: 0 },
  notRun: { name: '未核对', status: 'default', rank: 1 },
  tail: { name: '尾数误差', status: 'processing', rank: 2 },
  held: { name: '成立', status: 'success', rank: 3 },
} as const;
type Outcome = keyof typeof OUTCOMES;

const outcomeOf = ({ outcome }: Check): Outcome => (outcome in OUTCOMES ? (outcome as Outcome) : 'notRun');

/** 勾稽核对: every check answers, those that failed first; each leads to the tables it speaks of. */
export function Checks() {
  const { data, error } = useQuery(checksQuery(usePlace()));
  const [only, setOnly] = useState<Outcome | 'all'>('all');
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton active />;
  const counted = (outcome: Outcome): number => data.filter((check) => outcomeOf(check) === outcome).length;
  const shown = data
    .filter((check) => only === 'all' || outcomeOf(check) === only)
    .toSorted((a, b) => OUTCOMES[outcomeOf(a)].rank - OUTCOMES[outcomeOf(b)].rank);
  const options = [
    { value: 'all' as const, label: `全部 ${data.length}` },
    ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({
      value,
      label: `${OUTCOMES[value].name} ${counted(value)}`,
    })),
  ];
  return (
    <Flex vertical gap={12}>
      <Segmented
        aria-label="核对结果"
        options={options}
        value={only}
        onChange={setOnly}
        style={{ alignSelf: 'start' }}
      />
      <Table<Check> size="small" rowKey="id" columns={COLUMNS} dataSource={shown} pagination={false} />
    </Flex>
  );
}

const COLUMNS: TableColumnsType<Check> = [
  { title: '编号', dataIndex: 'id', width: 72 },
  {
    title: '结果',
    key: 'outcome',
    width: 104,
    render: (_, check) => <Badge status={OUTCOMES[outcomeOf(check)].status} text={OUTCOMES[outcomeOf(check)].name} />,
  },
  { title: '说明', dataIndex: 'says' },
  { title: '去看', key: 'tables', width: 150, render: (_, check) => <Places says={check.says} /> },
];

/** The tables and rows a check's sentence names, as links to them. */
function Places({ says }: { says: string }) {
  const { search } = useLocation();
  const named = [...says.matchAll(/(Y?\d{2})表(?: (\d{3,7})(?!\d))?/g)].map(([, table = '', row]) => ({ table, row }));
  const places = [...new Map(named.map((place) => [`${place.table}表 ${place.row ?? ''}`.trim(), place]))];
  return (
    <Flex wrap gap={8}>
      {places.map(([label, { table, row }]) => (
        <Link key={label} to={{ search: `?${lookingAt(search, table, row)}` }}>
          {label}
        </Link>
      ))}
    </Flex>
  );
}

function lookingAt(search: string, table: string, row: string | undefined): string {
  const next = new URLSearchParams(search);
  next.delete('tab');
  next.delete('why');
  next.set('table', table);
  if (row === undefined) next.delete('at');
  else next.set('at', `table:${table}/${row}/0`);
  return next.toString();
}
