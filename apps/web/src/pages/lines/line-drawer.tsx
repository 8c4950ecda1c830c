import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Empty, Spin, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useWords } from '../../api/queries';
import { usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { Figure } from '../../parts/figure';
import { recorded } from '../../parts/instant';
import { FIGURES } from './columns';
import { type LineAt, lineAddress, STEPS, timelineQuery } from './lines';

type Step = Schemas['TimelineStepDto'];
type Timeline = Schemas['TimelineDto'];

/** A line's life: what happened to it, by business day, and what was available after each. */
export function LineDrawer({ at, onClose }: { at: LineAt | null; onClose: () => void }) {
  return (
    <Drawer open={at !== null} onClose={onClose} size={1080} title="指标经过" destroyOnHidden>
      {at !== null && <Life key={lineAddress(at)} at={at} />}
    </Drawer>
  );
}

function Life({ at }: { at: LineAt }) {
  const place = usePlace();
  const [page, setPage] = useState(1);
  const { data, error, isPending, isFetching } = useQuery(timelineQuery(place, at, page));
  if (error) return <Failure error={error} />;
  if (isPending || !data) return <Spin />;
  return (
    <>
      <Head account={data.account} />
      <Table<Step>
        size="small"
        rowKey={({ event }) => event.reference}
        columns={columns(at.unit, place.year)}
        dataSource={data.steps}
        scroll={{ x: 980 }}
        loading={isFetching}
        pagination={{
          current: page,
          pageSize: STEPS,
          total: data.total,
          hideOnSinglePage: true,
          showSizeChanger: false,
          showTotal: (all) => `共 ${all} 项`,
          onChange: setPage,
        }}
        locale={{ emptyText: <Empty description="截至这一天，这条指标还没有记录。" /> }}
      />
    </>
  );
}

function Head({ account }: { account: Timeline['account'] }) {
  const word = useWords();
  const { line, itemName, unit, rate } = account;
  const named = [
    { key: 'item', label: '科目', children: `${line.item} ${itemName}`, span: 2 },
    { key: 'unit', label: '单位', children: unit },
    { key: 'fund', label: '资金性质', children: word('fundSources', line.fundSource) },
    { key: 'kind', label: '支出类型', children: word('expenditureKinds', line.kind) },
    { key: 'project', label: '项目', children: line.project === '' ? '—' : line.project },
    ...FIGURES.map(({ key, title }) => ({ key, label: title, children: <Figure amount={account[key]} /> })),
    { key: 'rate', label: '执行率', children: rate === null ? '—' : `${rate}%` },
  ];
  return <Descriptions size="small" bordered column={4} items={named} style={{ marginBottom: 16 }} />;
}

const figure = (key: 'quota' | 'frozen' | 'paid' | 'available', title: string): TableColumnsType<Step>[number] => ({
  key,
  title,
  width: 108,
  align: 'right',
  render: (_, step) => (step[key].fen === 0 && key !== 'available' ? '' : <Figure amount={step[key]} />),
});

const columns = (unit: string, year: number): TableColumnsType<Step> => [
  { key: 'date', title: '日期', width: 100, render: (_, { event }) => event.date },
  {
    key: 'title',
    title: '事项',
    width: 92,
    render: (_, { event }) => (
      <Link to={`/${unit}/${year}/audit?event=${encodeURIComponent(event.reference)}`}>{event.title}</Link>
    ),
  },
  { key: 'document', title: '文号/凭证号', width: 150, ellipsis: true, render: (_, { event }) => event.document ?? '' },
  { key: 'purpose', title: '事由', ellipsis: true, render: (_, { event }) => event.purpose ?? '' },
  figure('quota', '预算增减'),
  figure('frozen', '冻结'),
  figure('paid', '支付'),
  figure('available', '此后可用'),
  {
    key: 'who',
    title: '记录',
    width: 150,
    render: (_, { event }) => (
      <span title={recorded(event.recordedAt)}>
        {event.actor} <small>{recorded(event.recordedAt).slice(0, 10)}</small>
      </span>
    ),
  },
];
