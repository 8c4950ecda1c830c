import { type CellError, requireColumns, type SourceRow, type SourceTable } from '@juesuan/documents';
import { sumFen } from '@juesuan/kernel';
import { fingerprint } from '../recording/fingerprint';
import { type ImportFile, IMPORT_FILES, importFileOf, OPTIONAL_COLUMNS } from './columns';
import { grouped } from './grouped';
import { noticesOf } from './notices';
import { type Plan, type Planned, RANK, REPLACING } from './plan';
import { READERS } from './readers';
import { RowReader } from './row';

/** What every row of every table asks for, or everything that is wrong with the cells; nothing is decided yet. */
export function plan(tables: readonly SourceTable[], year: number): Plan & { readonly notices: string[] } {
  const errors: CellError[] = [];
  const notices: string[] = [];
  const planned: Planned[] = [];
  for (const table of tables) {
    const file = importFileOf(table.name);
    if (file === null) continue;
    const optional = OPTIONAL_COLUMNS[file] ?? [];
    const present = optional.filter((column) => table.headers.includes(column));
    const columns = requireColumns(table, [...IMPORT_FILES[file].columns, ...present]);
    errors.push(...columns.errors);
    notices.push(...columns.warnings);
    if (columns.errors.length > 0) continue;
    for (const row of rowsOf(table, file, year, errors)) planned.push(row);
  }
  errors.push(...unbalancedVirements(planned), ...repeatedFacts(planned), ...anotherYear(planned, year));
  return { planned, errors, notices: [...notices, ...noticesOf(planned)] };
}

function rowsOf(table: SourceTable, file: ImportFile, year: number, errors: CellError[]): Planned[] {
  return table.rows.flatMap((row) => {
    const reader = new RowReader(table, row);
    if (isTotal(row, file)) {
      errors.push(reader.fault(null, '像是合计行', '合计由系统计算，请删去这一行'));
      return [];
    }
    const read = READERS[file](reader, year);
    for (const error of reader.errors) errors.push(error);
    return [{ ...read, reader, fingerprint: fingerprint(read.command) }];
  });
}

/** Exports end with a sum; in 05–07, whose first column names any figure, a name may be anything. */
const isTotal = ({ cells }: SourceRow, file: ImportFile): boolean =>
  !/^0[567]/.test(file) && Object.values(cells).some((cell) => /^[合小总]\s*计$/.test(cell));

/** Half a virement is refused: the 调剂转出 and 调剂转入 rows of one 文号 sum to zero. */
function unbalancedVirements(planned: readonly Planned[]): CellError[] {
  const halves = planned.flatMap(({ reader, command: { type, data } }) => {
    if (type !== 'TransferBudgetOut' && type !== 'TransferBudgetIn') return [];
    return [
      { reader, documentNumber: data.documentNumber, moved: type === 'TransferBudgetIn' ? data.amount : -data.amount },
    ];
  });
  const documents = [...grouped(halves, ({ documentNumber }) => documentNumber).values()];
  const unbalanced = documents.filter((of) => sumFen(of.map(({ moved }) => moved)) !== 0);
  const rule = '同一文号的调剂转出合计与调剂转入合计不相等';
  return unbalanced
    .flatMap((of) => of.slice(-1))
    .map(({ reader }) => reader.fault('文号', rule, '转出和转入须在一次导入中给齐：请补上另一半，或核对金额和文号'));
}

/** Where not one of several days lies in the year, the year is wrong and not every row. */
function anotherYear(planned: readonly Planned[], year: number): CellError[] {
  const dated = planned.filter(({ date, rank }) => date !== '' && rank !== RANK.facts);
  const years = new Map([...grouped(dated, ({ date }) => date.slice(0, 4))].map(([of, rows]) => [of, rows.length]));
  if (dated.length < 2 || years.has(String(year))) return [];
  const said = [...years].map(([of, days]) => `${of} 年的 ${days} 个`).join('、');
  return [
    {
      file: [...grouped(dated, ({ reader }) => reader.table.file).keys()].join('、'),
      row: null,
      column: '日期',
      value: null,
      rule: `没有一个日期在 ${year} 年，有${said}`,
      advice: '请核对选定的财政年度和文件',
    },
  ];
}

/** A fact is said once per import: which of two values holds must not depend on the order of rows. */
function repeatedFacts(planned: readonly Planned[]): CellError[] {
  const facts = grouped(
    planned.filter(({ command }) => REPLACING.has(command.type)),
    ({ unit, key }) => `${unit}|${key}`,
  );
  return [...facts.values()].flatMap(([first, ...others]) =>
    others.map(({ reader, command }) => {
      const what = command.type === 'OpenFiscalYear' ? '单位' : '指标';
      return reader.fault(null, `与第 ${first?.reader.row.number} 行重复`, `同一${what}只保留一行`);
    }),
  );
}
