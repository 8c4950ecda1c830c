import { Input, Table, type TableColumnsType, Typography } from 'antd';
import type { Schemas } from '../../../api/client';
import { columnOf, headersOf, type Sheet, type SheetRecord } from './sheet';

type Cell = Schemas['CellErrorDto'];

interface Props {
  readonly cells: readonly Cell[];
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly onCorrected: (sheet: Sheet, line: number, column: number, text: string) => void;
}

/** What may not be imported, in the grid of the file it stands in; cells of a CSV can be corrected right there. */
export function RefusedCells({ cells, sheets, onCorrected }: Props) {
  const files = [...new Set(cells.map(({ file }) => file))];
  return files.map((file) => {
    const own = cells.filter((cell) => cell.file === file);
    const sheet = sheets.get(file);
    const placed = sheet ? own.filter((cell) => isPlaced(sheet, cell)) : [];
    const others = own.filter((cell) => !placed.includes(cell));
    return (
      <section key={file} aria-label={file} style={{ marginBottom: 20 }}>
        <Typography.Title level={2} style={{ fontSize: 16 }}>
          {file}：{own.length} 处
        </Typography.Title>
        {sheet && placed.length > 0 && <Grid sheet={sheet} cells={placed} onCorrected={onCorrected} />}
        {others.length > 0 && <List cells={others} />}
      </section>
    );
  });
}

const isPlaced = (sheet: Sheet, { row, column }: Cell): boolean =>
  row !== null &&
  column !== null &&
  columnOf(sheet, column) >= 0 &&
  sheet.records.some(({ line, cells }) => line === row && cells.length > columnOf(sheet, column));

interface GridProps extends Pick<Props, 'onCorrected'> {
  readonly sheet: Sheet;
  readonly cells: readonly Cell[];
}

/** The columns, those in which something is wrong before the others: a wide file would hide them beyond its edge. */
const wrongFirst = (sheet: Sheet, cells: readonly Cell[]) =>
  headersOf(sheet)
    .map((header, index) => ({
      header,
      index,
      own: cells.filter(({ column }) => column !== null && columnOf(sheet, column) === index),
    }))
    .toSorted((a, b) => Number(b.own.length > 0) - Number(a.own.length > 0));

/** The file's own columns, and of its rows those with something wrong. */
function Grid({ sheet, cells, onCorrected }: GridProps) {
  const wrong = new Set(cells.map(({ row }) => row));
  const columns: TableColumnsType<SheetRecord> = [
    { title: '行', dataIndex: 'line', key: 'line', width: 60, fixed: 'left' },
    ...wrongFirst(sheet, cells).map(({ header, index, own }): TableColumnsType<SheetRecord>[number] => ({
      title: header,
      key: `${index}`,
      width: own.length > 0 ? 260 : 120,
      render: (_, { line, cells: texts }) => {
        const errors = own.filter(({ row }) => row === line);
        const text = texts[index] ?? '';
        if (errors.length === 0) return text;
        const label = `第 ${line} 行 ${header}`;
        return <Wrong {...{ label, text, errors }} onChange={(next) => onCorrected(sheet, line, index, next)} />;
      },
    })),
  ];
  return (
    <Table<SheetRecord>
      size="small"
      bordered
      rowKey="line"
      columns={columns}
      dataSource={sheet.records.filter(({ line }) => wrong.has(line))}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
    />
  );
}

interface WrongProps {
  readonly label: string;
  readonly text: string;
  readonly errors: readonly Cell[];
  readonly onChange: (text: string) => void;
}

function Wrong({ label, text, errors, onChange }: WrongProps) {
  return (
    <>
      <Input aria-label={label} status="error" value={text} onChange={({ target }) => onChange(target.value)} />
      {errors.map(({ rule, advice }) => (
        <div key={rule} style={{ whiteSpace: 'normal' }}>
          <Typography.Text type="danger">{rule}</Typography.Text>
          <br />
          <Typography.Text type="secondary">{advice}</Typography.Text>
        </div>
      ))}
    </>
  );
}

/** What stands in no cell that could be corrected here: a whole row or file, or a workbook. */
function List({ cells }: { cells: readonly Cell[] }) {
  return (
    <Table<Cell & { index: number }>
      size="small"
      rowKey="index"
      dataSource={cells.map((cell, index) => ({ ...cell, index }))}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      columns={[
        { title: '行', dataIndex: 'row', key: 'row', width: 60 },
        { title: '栏', dataIndex: 'column', key: 'column', width: 120 },
        { title: '值', dataIndex: 'value', key: 'value', width: 160 },
        { title: '违反的规则', dataIndex: 'rule', key: 'rule' },
        { title: '怎样改', dataIndex: 'advice', key: 'advice' },
      ]}
    />
  );
}
