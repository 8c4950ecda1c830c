import { IMPORT_FILES, importFileOf, ImportYear, OPTIONAL_COLUMNS } from '@juesuan/application';
import type { SourceTable } from '@juesuan/documents';
import { RuleViolation } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say } from './printing';
import { inSession, type StoreOptions, wholeYear, withStore } from './session';

/** `juesuan record 年中调整 --year 2023 文号=… 日期=…`: one row of an import file, typed instead of imported. */
export function addRecord(program: Command): void {
  withStore(program.command('record'))
    .description('记录一项：与导入文件的一行相同，以 栏=值 给出')
    .argument(
      '<file>',
      `哪种文件的一行：${Object.values(IMPORT_FILES)
        .map(({ title }) => title)
        .join('、')}`,
    )
    .argument('<cells...>', '栏=值，如 文号=株财预〔2023〕9号')
    .requiredOption('--year <year>', '财政年度', wholeYear)
    .action((file: string, cells: string[], options: StoreOptions & { year: number }) =>
      inSession(options, async (session) => {
        const { recorded } = await session.execute(new ImportYear([oneRow(file, cells)], options.year, session.actor));
        say(recorded === 0 ? '此前已记录过完全相同的一项，没有重复记录。' : `已记录 ${recorded} 项。`);
      }),
    );
}

function oneRow(name: string, pairs: readonly string[]): SourceTable {
  const file = importFileOf(name);
  if (file === null) {
    const known = Object.values(IMPORT_FILES).map(({ title }) => title);
    throw new RuleViolation('file-unknown', `没有“${name}”这种文件，可用：${known.join('、')}。`);
  }
  const { columns, title } = IMPORT_FILES[file];
  const allowed: readonly string[] = [...columns, ...(OPTIONAL_COLUMNS[file] ?? [])];
  const cells: Record<string, string> = Object.fromEntries(columns.map((column) => [column, '']));
  for (const pair of pairs) {
    const [column = '', ...value] = pair.split('=');
    if (value.length === 0 || !allowed.includes(column)) {
      const text = `“${pair}”应写作 栏=值，栏可以是：${allowed.join('、')}；值中有空格时整个加引号。`;
      throw new RuleViolation('column-unknown', text, { column });
    }
    cells[column] = value.join('=').trim();
  }
  return { file: `手工录入：${title}`, name: title, headers: Object.keys(cells), rows: [{ number: 1, cells }] };
}
