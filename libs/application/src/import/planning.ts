import { FUND_SOURCES, type FundSource } from '@juesuan/classification';
import { type CellError, requireColumns, type SourceRow, type SourceTable } from '@juesuan/documents';
import { fundMovedAcross, lineKey } from '@juesuan/execution';
import { sumFen } from '@juesuan/kernel';
import { fingerprintOf } from '../recording/asked';
import { type ImportFile, IMPORT_FILES, importFileOf, OPTIONAL_COLUMNS } from './columns';
import { grouped } from './grouped';
import { noticesOf } from './notices';
import { equalVouchers, type Plan, type Planned, RANK, REPLACING } from './plan';
import { READERS } from './readers';
import { RowReader } from './row';

/** What every row of every table asks for, or everything that is wrong with the cells; nothing is decided yet. */
export function plan(tables: readonly SourceTable[], year: number): Plan {
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
    if (table.hidden) notices.push(`${table.file} 是隐藏的工作表，已照样读入；不该导入的请从工作簿中删去。`);
    if (columns.errors.length > 0) continue;
    for (const row of rowsOf(table, file, year, errors)) planned.push(row);
  }
  errors.push(...unbalancedVirements(planned), ...repeatedFacts(planned), ...anotherYear(planned, year));
  const doubled = equalVouchers(planned).reduce((rows, { length }) => rows + length - 1, 0);
  return { planned, errors, doubled, notices: [...notices, ...noticesOf(planned)] };
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
    return [{ ...read, reader, fingerprint: fingerprintOf(read.command) }];
  });
}

/** Exports end with a sum; in 05–07, whose first column names any figure, a name may be anything. */
const isTotal = ({ cells }: SourceRow, file: ImportFile): boolean =>
  !/^0[567]/.test(file) && Object.values(cells).some((cell) => /^[合小总]\s*计$/.test(cell));

/**
 * Half a virement is refused: the 调剂转出 and 调剂转入 rows of one 文号 sum to zero, and within every 资金性质 too. So is one
 * whose lines are one.
 */
function unbalancedVirements(planned: readonly Planned[]): CellError[] {
  const halves = planned.flatMap(({ reader, unit, command: { type, data } }) =>
    type === 'TransferBudgetOut' || type === 'TransferBudgetIn'
      ? [{ ...data, on: `${unit}|${lineKey(data.line)}`, reader, type }]
      : [],
  );
  return [...grouped(halves, ({ documentNumber }) => documentNumber).values()].flatMap((document) => {
    const [outs, ins] = (['TransferBudgetOut', 'TransferBudgetIn'] as const).map((half) =>
      document.filter(({ type }) => type === half),
    ) as [typeof document, typeof document];
    const last = document.slice(-1);
    const [out, into] = [outs, ins].map((half) => sumFen(half.map(({ amount }) => amount)));
    if (out !== into) return last.map(({ reader }) => reader.fault('文号', UNEQUAL, GIVE_BOTH));
    const lines = new Set(document.map(({ on }) => on));
    if (lines.size === 1) return last.map(({ reader }) => reader.fault('调整类型', ONTO_ITSELF, GIVE_OTHER));
    const fund = fundMovedAcross(outs, ins);
    if (fund === null) return [];
    return last.map(({ reader }) => reader.fault('资金性质', acrossFunds(fund), GIVE_APART));
  });
}

const ONTO_ITSELF = '同一文号的转出与转入是同一指标，没有调剂任何金额';
const GIVE_OTHER = '请核对转出和转入的单位、科目、资金性质、支出类型和项目名称';
const UNEQUAL = '同一文号的调剂转出合计与调剂转入合计不相等';
const GIVE_BOTH = '转出和转入须在一次导入中给齐：请补上另一半，或核对金额和文号';
const acrossFunds = (fund: FundSource): string =>
  `调剂不能改变资金性质：同一文号的${FUND_SOURCES[fund]}转出合计与转入合计不相等`;
const GIVE_APART = '请核对资金性质；一种资金增加、另一种资金减少的，请以追加和追减分别记录';

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
