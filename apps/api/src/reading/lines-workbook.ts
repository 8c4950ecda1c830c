import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';
import { type ListColumn, type ListRow, writeList } from '@juesuan/documents';
import type { LineAccountDto, LinesDto, LineTotalDto } from './lines.dto';

const COLUMNS: readonly ListColumn[] = [
  { label: '单位', width: 10 },
  { label: '科目编码', width: 10 },
  { label: '科目名称', width: 26 },
  { label: '资金性质', width: 22 },
  { label: '支出类型', width: 10 },
  { label: '项目', width: 30 },
  { label: '年初预算', width: 14 },
  { label: '变动', width: 14 },
  { label: '全年预算', width: 14 },
  { label: '冻结', width: 12 },
  { label: '已付', width: 14 },
  { label: '转下年和结余', width: 14 },
  { label: '可用', width: 14 },
  { label: '执行率%', width: 9 },
];

/** The lines as a page shows them: groups above their lines, the total at the end. */
export function linesWorkbook(title: string, { lines, groups, total }: LinesDto): Promise<Uint8Array> {
  const rowsOf = new Map(groups.map(({ key }): [string, ListRow[]] => [key, []]));
  for (const line of lines) if (line.group !== null) rowsOf.get(line.group)?.push(row(line));
  const grouped = groups.flatMap(({ key, name, count, total: sum }): ListRow[] => [
    subtotal(`${name}（${count} 条）`, sum),
    ...(rowsOf.get(key) ?? []),
  ]);
  const rows = groups.length === 0 ? lines.map(row) : grouped;
  return writeList({
    name: '指标',
    title,
    money: '金额单位：万元',
    columns: COLUMNS,
    rows: [...rows, subtotal('合计', total)],
  });
}

const row = (account: LineAccountDto): ListRow => {
  const { item, fundSource, kind, project } = account.line;
  const words = [account.unit, item, account.itemName, FUND_SOURCES[fundSource], EXPENDITURE_KINDS[kind], project];
  return { bold: false, cells: [...words.map((text) => ({ text })), ...figures(account)] };
};

const subtotal = (name: string, total: LineTotalDto): ListRow => ({
  bold: true,
  cells: [{ text: name }, ...Array.from({ length: 5 }, () => ({ text: '' })), ...figures(total)],
});

const figures = ({ original, changes, final, frozen, paid, carriedOut, available, rate }: LineTotalDto) => [
  ...[original, changes, final, frozen, paid, carriedOut, available].map(({ wan }) => ({ wan })),
  { text: rate ?? '', alignRight: true },
];
