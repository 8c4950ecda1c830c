import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Empty, Flex, List, Spin, Table, type TableColumnsType, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, type Schemas } from '../api/client';
import { useWords, yearKey } from '../api/queries';
import { type Place, printedAs, usePlace, useSearch } from '../frame/place';
import { Failure } from './failure';
import { Figure } from './figure';

type Why = Schemas['WhyDto'];
type Part = Schemas['PartDto'];
type Entry = Schemas['EntryDto'];

const whyQuery = (place: Place, source: string) =>
  queryOptions({
    queryKey: [...yearKey(place), 'why', source, printedAs(place)],
    queryFn: async () => {
      const query = { source, ...printedAs(place) };
      return (await api.GET('/api/units/{unit}/years/{year}/account/why', { params: { path: place, query } })).data;
    },
  });

interface Props {
  /** The figure's address (`table:05/2080101/0`, or a sentence's `source`); null: shut. */
  readonly source: string | null;
  readonly onClose: () => void;
  /** What the page itself knows about the figure. */
  readonly children?: ReactNode;
}

/** Why a figure is what it is: its parts, and the entries behind each down to document and voucher. */
export function WhyDrawer({ source, onClose, children }: Props) {
  return (
    <Drawer open={source !== null} onClose={onClose} size={960} title="这个数从哪里来" destroyOnHidden>
      {source !== null && <Reasons source={source}>{children}</Reasons>}
    </Drawer>
  );
}

function Reasons({ source, children }: { source: string; children: ReactNode }) {
  const place = usePlace();
  const { data, error } = useQuery(whyQuery(place, source));
  if (error) return <Failure error={error} />;
  if (!data) return <Spin />;
  return (
    <Flex vertical gap={16} style={{ marginBottom: 16 }}>
      <Head why={data} />
      {children}
      {data.amount === null ? (
        <Composed why={data} />
      ) : data.parts.every(({ total }) => total === 0) ? (
        <Empty description="这个数没有记录：到这一天还没有与它有关的事项。" />
      ) : (
        data.parts.map((part, index) => <PartEntries key={index} part={part} year={place.year} />)
      )}
    </Flex>
  );
}

function Head({ why: { title, amount, printed, sentence } }: { why: Why }) {
  return (
    <div>
      <Typography.Text strong>{title}</Typography.Text>
      <div style={{ fontSize: 22 }}>
        {amount === null ? (
          (printed ?? '没有记录')
        ) : (
          <>
            <Figure amount={amount} /> <span style={{ fontSize: 14 }}>万元</span>
            <Typography.Text type="secondary" style={{ fontSize: 14, marginInlineStart: 12 }}>
              {amount.yuan} 元
            </Typography.Text>
          </>
        )}
      </div>
      {sentence !== null && <Typography.Paragraph style={{ margin: '8px 0 0' }}>{sentence}</Typography.Paragraph>}
    </div>
  );
}

/** What a figure of a sentence is computed from, each leading further; or the event that recorded it as a fact. */
function Composed({ why: { from, event } }: { why: Why }) {
  const change = useSearch();
  const { year } = usePlace();
  const lead = (source: string): void => change({ at: source, why: '1' });
  if (from.length === 0) return event === null ? null : <EventLink event={event} year={year} />;
  return (
    <List
      size="small"
      header="由下列数字算得"
      dataSource={from}
      renderItem={({ source, title, printed, event: recorded }) => (
        <List.Item extra={recorded === null ? undefined : <EventLink event={recorded} year={year} />}>
          <span>{title}</span>
          <Button type="link" onClick={() => lead(source)}>
            {printed ?? '没有记录'}
          </Button>
        </List.Item>
      )}
    />
  );
}

const EventLink = ({ event, year }: { event: string; year: number }) => (
  <Link to={`/${event.split('.')[0]}/${year}/audit?event=${encodeURIComponent(event)}`}>记录于 {event}</Link>
);

function PartEntries({ part: { kind, purpose, amount, total, entries }, year }: { part: Part; year: number }) {
  const word = useWords();
  const name = kind === null ? '记录' : word('driverKinds', kind);
  return (
    <section aria-label={name}>
      <Flex justify="space-between" style={{ marginBottom: 4 }}>
        <span>
          <Typography.Text strong>{name}</Typography.Text>
          {purpose !== null && ` · ${purpose}`}
          <Typography.Text type="secondary"> 共 {total} 笔</Typography.Text>
          {total > entries.length && `，列出前 ${entries.length} 笔`}
        </span>
        <span>
          <Figure amount={amount} /> 万元
        </span>
      </Flex>
      <Table<Entry>
        size="small"
        rowKey={(entry) => `${entry.event}/${entry.item}/${entry.amount.fen}/${entry.economicItem}`}
        columns={columnsOf(year)}
        dataSource={entries}
        pagination={entries.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
    </section>
  );
}

/** Units of a department keep their own journals: an event is looked up in its unit's. */
const columnsOf = (year: number): TableColumnsType<Entry> => [
  { title: '日期', dataIndex: 'date', width: 104 },
  {
    title: '事项',
    dataIndex: 'title',
    width: 120,
    render: (title: string, { unit, event }) => (
      <Link to={`/${unit}/${year}/audit?event=${encodeURIComponent(event)}`}>{title}</Link>
    ),
  },
  { title: '文号/凭证号', dataIndex: 'reference', width: 140 },
  {
    title: '科目',
    key: 'item',
    width: 130,
    render: (_, { item, economicItem }) => [item, economicItem].filter(Boolean).join(' / '),
  },
  {
    title: '项目、事由',
    key: 'purpose',
    render: (_, { project, purpose }) => [project, purpose].filter(Boolean).join(' · '),
  },
  { title: '事件', dataIndex: 'event', width: 140 },
  {
    title: '金额（元）',
    key: 'amount',
    width: 130,
    align: 'right',
    render: (_, { amount }) => <span className="figure">{amount.yuan}</span>,
  },
];
