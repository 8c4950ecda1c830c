import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Figure, Rate } from '../../parts/figure';
import type { LineAccount, LineTotal } from './lines';
import type { Sorting } from './sorting';

/** A group's subtotal with its lines below it. */
export interface GroupRow extends LineTotal {
  readonly address: string;
  readonly name: string;
  readonly count: number;
  readonly children: readonly LineRow[];
}

export interface LineRow extends LineAccount {
  readonly address: string;
}

export type Row = GroupRow | LineRow;

export const isGroup = (row: Row): row is GroupRow => 'count' in row;

type FigureName = Exclude<keyof LineTotal, 'rate'>;

/** The figures of a line, in the order they follow from each other. */
export const FIGURES: readonly { readonly key: FigureName; readonly title: string; readonly width: number }[] = [
  { key: 'original', title: '年初预算', width: 98 },
  { key: 'changes', title: '变动', width: 88 },
  { key: 'final', title: '全年预算', width: 98 },
  { key: 'frozen', title: '冻结', width: 72 },
  { key: 'paid', title: '已付', width: 90 },
  { key: 'carriedOut', title: '结转和结余', width: 108 },
  { key: 'available', title: '可用', width: 88 },
];

/** Columns that can be put away; the rest name the line. */
export const CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'fundSource', label: '资金性质' },
  { value: 'kind', label: '支出类型' },
  { value: 'project', label: '项目' },
  ...FIGURES.map(({ key, title }) => ({ value: key, label: title })),
  { value: 'rate', label: '执行率' },
];

/** As many as stand side by side in a window of 1280; a line without a project says its kind in the project's place. */
export const USUAL_CHOICE: readonly string[] = CHOICES.map(({ value }) => value).filter(
  (value) => value !== 'carriedOut' && value !== 'kind',
);

interface Given {
  readonly chosen: readonly string[];
  readonly ofDepartment: boolean;
  readonly isGrouped: boolean;
  readonly word: (list: 'fundSources' | 'expenditureKinds', key: string) => string;
  /** The address that opens a line's life. */
  readonly to: (row: LineRow) => string;
  readonly sorting: Sorting | null;
}

export function lineColumns({ chosen, ofDepartment, isGrouped, word, to, sorting }: Given): TableColumnsType<Row> {
  const named: TableColumnsType<Row> = [
    {
      key: 'name',
      title: '科目',
      width: isGrouped ? 206 : 184,
      fixed: 'start',
      ellipsis: true,
      render: (_, row) => nameCell(row, to),
    },
    ...(ofDepartment
      ? [{ key: 'unit', title: '单位', width: 64, render: (_: unknown, row: Row) => (isGroup(row) ? '' : row.unit) }]
      : []),
    {
      key: 'fundSource',
      title: '资金性质',
      width: 84,
      ellipsis: true,
      render: (_, row) => (isGroup(row) ? '' : word('fundSources', row.line.fundSource)),
    },
    {
      key: 'kind',
      title: '支出类型',
      width: 78,
      render: (_, row) => (isGroup(row) ? '' : word('expenditureKinds', row.line.kind)),
    },
    {
      key: 'project',
      title: '项目',
      width: 112,
      ellipsis: true,
      render: (_, row) => (isGroup(row) ? '' : row.line.project || word('expenditureKinds', row.line.kind)),
    },
  ];
  const always = ['name', 'unit'];
  const isShown = ({ key }: { key?: React.Key }): boolean =>
    always.includes(String(key)) || chosen.includes(String(key));
  return [
    ...underOneName(named.filter(isShown)),
    ...figureColumns.filter(isShown).map((column) => sortedAs(column, sorting)),
  ];
}

const sortedAs = (column: TableColumnsType<Row>[number], sorting: Sorting | null): TableColumnsType<Row>[number] => ({
  ...column,
  sortOrder: sorting !== null && column.key === sorting.by ? sorting.order : null,
});

/** A group's name takes the place of all that names a line. */
const underOneName = (named: TableColumnsType<Row>): TableColumnsType<Row> =>
  named.map((column, index) => ({
    ...column,
    onCell: (row) => (isGroup(row) ? { colSpan: index === 0 ? named.length : 0 } : {}),
  }));

const figureColumns: TableColumnsType<Row> = [
  ...FIGURES.map(({ key, title, width }) => ({
    key,
    title,
    width,
    align: 'right' as const,
    sorter: (a: Row, b: Row) => a[key].fen - b[key].fen,
    render: (_: unknown, row: Row) => <Figure amount={row[key]} />,
  })),
  {
    key: 'rate',
    title: '执行率',
    width: 76,
    align: 'right' as const,
    sorter: (a, b) => Number(a.rate ?? -1) - Number(b.rate ?? -1),
    render: (_, row) => <Rate rate={row.rate} />,
  },
];

function nameCell(row: Row, to: Given['to']) {
  if (isGroup(row)) {
    return (
      <strong title={row.name}>
        {row.name}（{row.count} 条）
      </strong>
    );
  }
  const { line, itemName } = row;
  return (
    <Link to={to(row)} replace className="quiet" title={itemName}>
      {line.item} {itemName}
    </Link>
  );
}
