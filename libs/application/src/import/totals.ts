import { formatWan, formatYuan, sumFen } from '@juesuan/kernel';
import { IMPORT_FILES, importFileOf } from './columns';
import { grouped } from './grouped';
import { type Planned, RANK } from './plan';

/**
 * What the amounts in 元 of every file come to, kind by kind, in 元 and in 万元: the officer compares them with her own sums, and a
 * file of 万元 under a header of 元 shows. Every row counts, also one that was recorded before. Refused where a sum is past what is exact.
 */
export function totalsOf(planned: readonly Planned[]): string[] {
  const inYuan = planned.filter(({ rank, command }) => rank !== RANK.facts && 'amount' in command.data);
  const files = [...grouped(inYuan, titleOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return files.map(
    ([title, rows]) => `${title} ${rows.length} 行：${[...grouped(rows, kindOf)].map(sumOf).join('；')}`,
  );
}

function titleOf({ reader }: Planned): string {
  const file = importFileOf(reader.table.name);
  return file === null ? reader.table.name : `${file}-${IMPORT_FILES[file].title}`;
}

const KIND_COLUMNS = ['调整类型', '类型', '类别'] as const;

const kindOf = ({ reader }: Planned): string =>
  KIND_COLUMNS.map((column) => reader.text(column)).find((kind) => kind !== '') ?? '登记';

function sumOf([kind, rows]: readonly [string, readonly Planned[]]): string {
  const sum = sumFen(rows.map(({ command: { data } }) => ('amount' in data ? data.amount : 0)));
  return `${kind} ${formatYuan(sum)} 元（${formatWan(sum)} 万元）`;
}
