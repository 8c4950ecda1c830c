import { IMPORT_FILES, importFileOf, ImportYear, OPTIONAL_COLUMNS } from '@juesuan/application';
import { type SourceRow, type SourceTable, visible } from '@juesuan/documents';
import { RuleViolation } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say } from './printing';
import { inSession, type StoreOptions, wholeYear, withStore } from './session';

/** `juesuan record 年中调整 --year 2023 文号=… 日期=… + 文号=…`: rows of an import file, typed instead of imported. */
export function addRecord(program: Command): void {
  withStore(program.command('record'))
    .description('记录一项：与导入文件的一行相同，以 栏=值 给出；须一起记录的几行（如调剂的转出和转入）之间用 + 隔开')
    .argument(
      '<file>',
      `哪种文件的一行：${Object.values(IMPORT_FILES)
        .map(({ title }) => title)
        .join('、')}`,
    )
    .argument('<cells...>', '栏=值，如 文号=株财预〔2023〕9号；两行之间写一个 +')
    .requiredOption('--year <year>', '财政年度', wholeYear)
    .action((file: string, cells: string[], options: StoreOptions & { year: number }) =>
      inSession(
        options,
        async (session) => {
          const typed = tableOf(file, rowsOf(cells));
          const { recorded, notices } = await session.execute(new ImportYear([typed], options.year, session.actor));
          for (const notice of notices) say(`提示：${notice}`);
          say(recorded === 0 ? '此前已记录过完全相同的一项，没有重复记录。' : `已记录 ${recorded} 项。`);
        },
        'begins',
      ),
    );
}

const NEXT_ROW = '+';

/** The cells row by row. */
function rowsOf(cells: readonly string[]): string[][] {
  const rows: string[][] = [[]];
  for (const cell of cells) {
    if (cell === NEXT_ROW) rows.push([]);
    else rows.at(-1)?.push(cell);
  }
  if (rows.every((row) => row.length > 0)) return rows;
  throw new RuleViolation('row-empty', '+ 的前后都应有一行：栏=值 栏=值 + 栏=值 栏=值。');
}

function tableOf(name: string, typed: readonly string[][]): SourceTable {
  const file = importFileOf(name);
  if (file === null) {
    const known = Object.values(IMPORT_FILES).map(({ title }) => title);
    throw new RuleViolation('file-unknown', `没有“${name}”这种文件，可用：${known.join('、')}。`);
  }
  const { columns, title } = IMPORT_FILES[file];
  const optional = OPTIONAL_COLUMNS[file] ?? [];
  const rows = typed.map((pairs, index) => ({ number: index + 1, cells: cellsOf(pairs, columns, optional) }));
  assertBothHalves(rows);
  const given = optional.filter((column) => rows.some(({ cells }) => column in cells));
  return { file: `手工录入：${title}`, name: title, headers: [...columns, ...given], rows };
}

function cellsOf(
  pairs: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): SourceRow['cells'] {
  const allowed = [...columns, ...optional];
  const cells: Record<string, string> = Object.fromEntries(columns.map((column) => [column, '']));
  for (const pair of pairs) {
    const [column = '', ...value] = pair.split('=');
    if (value.length === 0 || !allowed.includes(column)) {
      const text = `“${pair}”应写作 栏=值，栏可以是：${allowed.join('、')}；值中有空格时整个加引号。`;
      throw new RuleViolation('column-unknown', text, { column });
    }
    cells[column] = visible(value.join('=')).trim();
  }
  return cells;
}

/** Half a virement cannot be recorded; where only one row was typed, the other was not thought of. */
function assertBothHalves([row, ...others]: SourceTable['rows']): void {
  if (others.length > 0 || !row?.cells['调整类型']?.startsWith('调剂')) return;
  const text =
    '调剂须转出和转入两行一起记录，金额相等、文号相同。请在一条命令里写全，两行之间用 + 隔开：' +
    '文号=… 调整类型=调剂转出 … + 文号=… 调整类型=调剂转入 …。';
  throw new RuleViolation('half-a-virement', text);
}
