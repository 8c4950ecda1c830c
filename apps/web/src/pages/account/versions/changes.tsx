import { Card, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { usePlace } from '../../../frame/place';
import { Figure } from '../../../parts/figure';
import type { Comparison } from './versions';

type CellChange = Comparison['cells'][number];

/** What changed, from the sentences people read to the cells behind them, each with the events that did it. */
export function Changes({ of: { cells, sentences, facts } }: { of: Comparison }) {
  if (cells.length + sentences.length + facts.length === 0)
    return <Empty description="这两个时点之间，公开的表和文字没有变动。" />;
  return (
    <Flex vertical gap={16}>
      <Words title="文字" changes={sentences.map((one) => ({ ...one, name: one.heading }))} />
      <Words title="其他数据" changes={facts.map((one) => ({ ...one, key: `${one.kind}/${one.name}` }))} />
      {cells.length > 0 && (
        <Card size="small" title={`表中的数（${cells.length}）`}>
          <Table<CellChange>
            size="small"
            rowKey={({ table, row, column }) => `${table}/${row}/${column}`}
            columns={columns}
            dataSource={[...cells]}
            scroll={{ x: 900 }}
            pagination={cells.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          />
        </Card>
      )}
    </Flex>
  );
}

interface Said {
  readonly key: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly events: readonly string[];
}

function Words({ title, changes }: { title: string; changes: readonly Said[] }) {
  if (changes.length === 0) return null;
  return (
    <Card size="small" title={`${title}（${changes.length}）`} role="region" aria-label={`变动的${title}`}>
      <Flex vertical gap={12} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {changes.map(({ key, name, before, after, events }) => (
          <li key={key}>
            <Typography.Text type="secondary">{name}</Typography.Text>
            {before !== null && <Told word="原为" text={before} />}
            {after !== null && <Told word="现为" text={after} />}
            <Events references={events} />
          </li>
        ))}
      </Flex>
    </Card>
  );
}

const Told = ({ word, text }: { word: string; text: string }) => (
  <Flex gap={8} align="start">
    <Tag style={{ flex: 'none' }}>{word}</Tag>
    <span>{text}</span>
  </Flex>
);

const SHOWN = 8;

/** The events that changed it; of many the first few. */
function Events({ references }: { references: readonly string[] }) {
  const { year } = usePlace();
  if (references.length === 0) return null;
  return (
    <Flex gap={8} wrap>
      {references.slice(0, SHOWN).map((reference) => (
        <Link key={reference} to={`/${reference.split('.')[0]}/${year}/audit?event=${encodeURIComponent(reference)}`}>
          {reference}
        </Link>
      ))}
      {references.length > SHOWN && <Typography.Text type="secondary">等 {references.length} 项</Typography.Text>}
    </Flex>
  );
}

const columns: TableColumnsType<CellChange> = [
  { title: '表', dataIndex: 'tableTitle', width: 200 },
  { title: '行', dataIndex: 'rowLabel', width: 200 },
  { title: '列', dataIndex: 'columnLabel', width: 140 },
  {
    title: '原为（万元）',
    key: 'before',
    width: 110,
    align: 'right',
    render: (_, { before }) => <Figure amount={before} />,
  },
  {
    title: '现为（万元）',
    key: 'after',
    width: 110,
    align: 'right',
    render: (_, { after }) => <Figure amount={after} />,
  },
  {
    title: '变动（万元）',
    key: 'difference',
    width: 110,
    align: 'right',
    render: (_, { difference }) => <Figure amount={difference} />,
  },
  { title: '由哪些记录', key: 'events', render: (_, { events }) => <Events references={events} /> },
];
