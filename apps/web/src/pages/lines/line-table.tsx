import { Empty, Table } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useWords } from '../../api/queries';
import { Figure, Rate } from '../../parts/figure';
import { useRoomBelow } from '../../parts/room-below';
import { FIGURES, isGroup, lineColumns, type LineRow, type Row } from './columns';
import { lineAddress, type Lines } from './lines';
import { useSorting } from './sorting';

/** Up to here every row is in the page, for paper and for screen readers; beyond, only those in view. */
const MOST_AT_ONCE = 200;

interface Props {
  readonly answer: Lines;
  readonly chosen: readonly string[];
  readonly busy: boolean;
  readonly to: (row: LineRow) => string;
}

/** Lines, under their groups where there are any, and the total, which is the service's. */
export function LineTable({ answer, chosen, busy, to }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const height = useRoomBelow(place, 130);
  const word = useWords();
  const rows = useMemo(() => rowsOf(answer), [answer]);
  const ofDepartment = useMemo(() => new Set(answer.lines.map(({ unit }) => unit)).size > 1, [answer]);
  const { sorting, sort } = useSorting();
  const columns = lineColumns({ chosen, ofDepartment, isGrouped: answer.groups.length > 0, word, to, sorting });
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0);
  const [opened, setOpened] = useState<readonly React.Key[]>([]);
  return (
    <div ref={place}>
      <Table<Row>
        size="small"
        rowKey="address"
        columns={columns}
        dataSource={rows}
        loading={busy}
        pagination={false}
        virtual={answer.lines.length > MOST_AT_ONCE}
        scroll={{ x: width, y: height }}
        expandable={{ expandedRowKeys: opened, onExpandedRowsChange: (keys) => setOpened([...keys]) }}
        onChange={(_page, _filters, sorted) => sort(sorted)}
        rowClassName={(row) => (isGroup(row) ? 'group-row' : '')}
        locale={{
          emptyText: <Empty description="没有符合条件的指标。请放宽筛选，或先在“支付”页导入、在“调整”页追加。" />,
        }}
        summary={() =>
          totals(
            columns.map(({ key }) => String(key)),
            answer,
          )
        }
      />
    </div>
  );
}

function rowsOf({ lines, groups }: Lines): Row[] {
  const own = new Map<string | null, LineRow[]>();
  for (const line of lines) {
    const row = { ...line, address: lineAddress(line) };
    const there = own.get(line.group);
    if (there) there.push(row);
    else own.set(line.group, [row]);
  }
  if (groups.length === 0) return own.get(null) ?? [];
  return groups.map(({ key, name, count, total }) => ({
    ...total,
    address: `group:${key}`,
    name,
    count,
    children: own.get(key) ?? [],
  }));
}

/** An element, not a component: antd keeps only a bare Summary at the table's foot. */
function totals(columns: readonly string[], { total, lines }: Lines) {
  const figures = new Map(FIGURES.map(({ key }) => [key as string, total[key]]));
  return (
    <Table.Summary fixed>
      <Table.Summary.Row style={{ fontWeight: 600 }}>
        {columns.map((column, index) => {
          const amount = figures.get(column);
          return (
            <Table.Summary.Cell key={column} index={index} align={amount || column === 'rate' ? 'right' : 'left'}>
              {index === 0 && `合计（${lines.length} 条）`}
              {amount && <Figure amount={amount} />}
              {column === 'rate' && <Rate rate={total.rate} />}
            </Table.Summary.Cell>
          );
        })}
      </Table.Summary.Row>
    </Table.Summary>
  );
}
