import { useQuery } from '@tanstack/react-query';
import { Card, Col, Flex, Row, Skeleton, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { Figure } from '../../parts/figure';
import { type Composition, type Indicator, outturnQuery } from './monitoring';

/** 预算可信度: PEFA's PI-1, PI-2.1 and PI-2.2 with the years they rest on, and the composition behind this year's. */
export function CredibilityView() {
  const { data, error } = useQuery(outturnQuery(usePlace()));
  if (!data) return error ? <Failure error={error} /> : <Skeleton active />;
  return (
    <Flex vertical gap={12}>
      <Card size="small" title="预算可信度（PEFA）">
        <Table<Indicator>
          size="small"
          rowKey="id"
          columns={INDICATOR_COLUMNS}
          dataSource={[...data.indicators]}
          pagination={false}
        />
      </Card>
      <Row gutter={[12, 12]}>
        <Col xs={24} xl={12}>
          <CompositionCard title="支出结构：功能分类（不含预备费和债务付息）" of={data.byFunction} />
        </Col>
        <Col xs={24} xl={12}>
          <CompositionCard title="支出结构：经济分类（不含预备费）" of={data.byEconomicClass} />
        </Col>
      </Row>
    </Flex>
  );
}

const INDICATOR_COLUMNS: TableColumnsType<Indicator> = [
  { key: 'id', title: '指标', width: 84, dataIndex: 'id' },
  { key: 'title', title: '含义', width: 240, dataIndex: 'title' },
  { key: 'years', title: '各年', render: (_, { years }) => <Years of={years} /> },
  {
    key: 'score',
    title: '等级',
    render: (_, { score, notScored }) =>
      score === null ? notScored : <Tag style={{ color: '#1d4f91', background: '#e6eef8' }}>{score}</Tag>,
  },
];

const Years = ({ of }: { of: Indicator['years'] }) => (
  <ul className="plain-list">
    {of.map(({ year, percent, reason }) => (
      <li key={year}>
        <span>
          {year}年 {percent === null ? reason : <span className="figure">{percent}%</span>}
        </span>
      </li>
    ))}
  </ul>
);

function CompositionCard({ title, of: { percent, reason, rows } }: { title: string; of: Composition }) {
  return (
    <Card size="small" title={title} style={{ height: '100%' }}>
      {percent === null ? (
        <Typography.Text type="secondary">{reason}</Typography.Text>
      ) : (
        <>
          <Typography.Paragraph>偏离 {percent}%</Typography.Paragraph>
          <Table<Composition['rows'][number]>
            size="small"
            rowKey="key"
            columns={ROW_COLUMNS}
            dataSource={[...rows]}
            pagination={false}
          />
        </>
      )}
    </Card>
  );
}

const ROW_COLUMNS: TableColumnsType<Composition['rows'][number]> = [
  { key: 'name', title: '类', render: (_, { key, name }) => `${key} ${name}` },
  ...(
    [
      ['original', '年初预算'],
      ['adjusted', '调整后预算'],
      ['actual', '实际支出'],
    ] as const
  ).map(([key, title]) => ({
    key,
    title,
    width: 104,
    align: 'right' as const,
    render: (_: unknown, row: Composition['rows'][number]) => <Figure amount={row[key]} />,
  })),
];
