import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';

/** Rows of the tables that have no code. */
const FIXED_ROWS: Readonly<Record<string, string>> = {
  total: '合计',
  'in.generalPublic': `${FUND_SOURCES.generalPublic}收入`,
  'in.governmentFund': `${FUND_SOURCES.governmentFund}收入`,
  'in.stateCapital': `${FUND_SOURCES.stateCapital}收入`,
  'in.superior': FUND_SOURCES.superior,
  'in.institutional': FUND_SOURCES.institutional,
  'in.operating': FUND_SOURCES.operating,
  'in.affiliated': FUND_SOURCES.affiliated,
  'in.other': FUND_SOURCES.other,
  'in.total': '本年收入合计',
  'in.useOfSurplus': '使用非财政拨款结余',
  'in.opening': '年初结转和结余',
  'in.opening.generalPublic': `年初${FUND_SOURCES.generalPublic}`,
  'in.opening.governmentFund': `年初${FUND_SOURCES.governmentFund}`,
  'in.opening.stateCapital': `年初${FUND_SOURCES.stateCapital}`,
  'in.grandTotal': '收入总计',
  'out.total': '本年支出合计',
  'out.distribution': '结余分配',
  'out.closing': '年末结转和结余',
  'out.grandTotal': '支出总计',
  personnel: '人员经费合计',
  publicUse: '公用经费合计',
  budget: '全年预算数',
  actual: '决算数',
};

const KINDS = Object.values(EXPENDITURE_KINDS);
const BASIC_PROJECT = [EXPENDITURE_KINDS.basic, EXPENDITURE_KINDS.project];

/** Columns as the tables print them (DOMAIN.md §3); a table with one column of amounts needs no name for it. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  '02': ['合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
  '03': ['合计', ...KINDS],
  '04': ['合计', FUND_SOURCES.generalPublic, FUND_SOURCES.governmentFund, FUND_SOURCES.stateCapital],
  '05': ['小计', ...BASIC_PROJECT],
  '07': ['年初结转和结余', '本年收入', '本年支出小计', ...BASIC_PROJECT, '年末结转和结余'],
  '08': ['合计', ...BASIC_PROJECT],
  Y05: ['合计', ...BASIC_PROJECT],
  Y07: ['合计', ...BASIC_PROJECT],
  Y08: ['合计', ...BASIC_PROJECT],
  '09': ['合计', '因公出国（境）费', '公务用车小计', '公务用车购置费', '公务用车运行维护费', '公务接待费'],
};

export type NameOf = (book: 'functional' | 'economic', code: string) => string | null;

/** A row as sentences call it: its code and name, or the name of a fixed row. */
export function rowLabel(table: string, key: string, nameOf: NameOf): string {
  const fixed = FIXED_ROWS[key];
  if (fixed !== undefined) return fixed;
  const code = key.replace(/^out\./, '');
  const name = nameOf(table === '06' ? 'economic' : 'functional', code);
  return name === null ? code : `${code} ${name}`;
}

/** A table's first column is the whole of its row unless it is one of several parts (table 07). */
const WHOLE = new Set(['合计', '小计']);

/** The suffix that names a cell's column; the row's whole needs none. */
export function columnLabel(table: string, column: number): string {
  const name = COLUMNS[table]?.[column];
  return name === undefined || WHOLE.has(name) ? '' : `·${name}`;
}
