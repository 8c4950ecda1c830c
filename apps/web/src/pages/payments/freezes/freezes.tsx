import { useQuery } from '@tanstack/react-query';
import { Empty, Table, type TableColumnsType, Tag, Timeline } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { yearKey } from '../../../api/queries';
import { type Place, usePlace, useSearch } from '../../../frame/place';
import { useCodes } from '../../../parts/codes';
import { Failure } from '../../../parts/failure';
import { RecordButton } from '../../../parts/record-button';

export type Freeze = Schemas['FreezeStateDto'];

export const freezesQuery = ({ unit, year, knownAt }: Place) => ({
  queryKey: [...yearKey({ unit, year }), 'freezes', knownAt],
  queryFn: async () => {
    const params = { path: { unit, year }, query: { knownAt } };
    return (await api.GET('/api/units/{unit}/years/{year}/freezes', { params })).data ?? [];
  },
});

/** 冻结: quota held for contracts and purchases; each row opens what was paid from it and released. */
export function FreezeList({ mayRecord }: { mayRecord: boolean }) {
  const place = usePlace();
  const change = useSearch();
  const functional = useCodes('functional');
  const { data = [], error, isPending } = useQuery(freezesQuery(place));
  const release = ({ unit, freezeId }: Freeze): void => change({ form: 'release', of: unit, freeze: freezeId });
  return (
    <>
      <Failure error={error} />
      <Table<Freeze>
        size="small"
        rowKey={({ unit, freezeId }) => `${unit}|${freezeId}`}
        loading={isPending}
        columns={columnsFor({ mayRecord, release, functional })}
        dataSource={data}
        scroll={{ x: 1060 }}
        pagination={data.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        expandable={{
          columnTitle: '经过',
          columnWidth: 56,
          expandedRowRender: (freeze) => <Steps of={freeze} year={place.year} />,
        }}
        locale={{
          emptyText: <Empty description="没有冻结。签了合同或定了采购，用右上角的“冻结额度”留出要付的钱。" />,
        }}
      />
    </>
  );
}

const Steps = ({ of: { unit, steps }, year }: { of: Freeze; year: number }) => (
  <Timeline
    style={{ paddingTop: 12 }}
    items={steps.map(({ reference, date, title, words, actor }) => ({
      key: reference,
      content: (
        <>
          {date} <Link to={`/${unit}/${year}/audit?event=${encodeURIComponent(reference)}`}>{title}</Link> · {words} ·{' '}
          {actor}
        </>
      ),
    }))}
  />
);

interface Asked {
  readonly mayRecord: boolean;
  readonly release: (freeze: Freeze) => void;
  readonly functional: ReadonlyMap<string, string>;
}

const amount = (key: 'frozen' | 'used' | 'released' | 'left', title: string): TableColumnsType<Freeze>[number] => ({
  key,
  title,
  width: 106,
  align: 'right',
  render: (_, freeze) => <span className="figure">{freeze[key].yuan}</span>,
});

const columnsFor = ({ mayRecord, release, functional }: Asked): TableColumnsType<Freeze> => [
  {
    title: '合同或采购编号',
    key: 'freezeId',
    width: 150,
    render: (_, { freezeId, open }) => (
      <>
        {freezeId} {!open && <Tag>已了结</Tag>}
      </>
    ),
  },
  { title: '日期', dataIndex: 'date', width: 100 },
  {
    title: '指标',
    key: 'line',
    render: (_, { unit, line }) => [unit, line.item, functional.get(line.item), line.project].filter(Boolean).join(' '),
  },
  { title: '事由', dataIndex: 'purpose', width: 130 },
  amount('frozen', '冻结（元）'),
  amount('used', '已凭此支付'),
  amount('released', '已解冻'),
  amount('left', '仍冻结'),
  ...(mayRecord
    ? [
        {
          title: '办理',
          key: 'do',
          width: 72,
          render: (_: unknown, freeze: Freeze) =>
            freeze.open && (
              <RecordButton
                unit={freeze.unit}
                type="link"
                size="small"
                aria-label={`解冻 ${freeze.freezeId}`}
                onClick={() => release(freeze)}
              >
                解冻
              </RecordButton>
            ),
        },
      ]
    : []),
];
