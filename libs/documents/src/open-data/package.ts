import { createHash } from 'node:crypto';
import { type Account, transfersIn } from '@juesuan/account';
import { EXPENDITURE_KINDS } from '@juesuan/classification';
import { type NameOf, type PrintedTable } from '@juesuan/disclosure';
import { formatWan } from '@juesuan/kernel';
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import { SPENDING_COLUMNS, spendingCells, spendingOf } from './spending';

const TABLE_COLUMNS = ['table', 'title', 'row', 'label', 'column', 'amount_wan'];
// Excel takes a CSV without a byte order mark for GBK.
const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  strToU8(
    stringify(
      rows.map((row) => row.map(asText)),
      { bom: true, record_delimiter: 'windows' },
    ),
  );

const FORMULA = /^[=+\-@\t＝＋－＠](?!\d+(?:\.\d+)?$)/;

/** A name that a spreadsheet would compute when it opens the file is marked as text, as people do; amounts stay numbers. */
const asText = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** What goes into the zip beside the data. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Open data of an account: its lines and tables as CSV, described by a Fiscal Data Package, and the published files, in one zip. */
export function writeOpenData(
  { account, nameOf }: { account: Account; nameOf: NameOf },
  tables: readonly PrintedTable[],
  attached: readonly Attached[],
): Uint8Array {
  const spending = [[...SPENDING_COLUMNS], ...spendingOf(account, nameOf).map(spendingCells)];
  const cells = tables.flatMap(({ id, title, columns, rows }) =>
    rows.flatMap(({ key, label, values }) =>
      values.map((value, column) => [id, title, key, label, columns[column] ?? '', value]),
    ),
  );
  const resources = [
    resourceOf('spending', spendingTold(account), SPENDING_COLUMNS, csv(spending)),
    resourceOf('tables', TABLES_TOLD, TABLE_COLUMNS, csv([TABLE_COLUMNS, ...cells])),
  ];
  const described = resources.map(({ descriptor }) => descriptor);
  return zipSync(
    {
      ...Object.fromEntries(attached.map(({ name, bytes }) => [name, isPacked(name) ? [bytes, { level: 0 }] : bytes])),
      ...Object.fromEntries(resources.map(({ descriptor, bytes }) => [descriptor.path, bytes])),
      'datapackage.json': strToU8(`${JSON.stringify(descriptorOf(account, described), null, 2)}\n`),
    },
    // A fixed time: the same account gives the same bytes. Trying harder takes twice as long for a hundredth.
    { level: 3, mtime: new Date(Date.UTC(account.year, 11, 31)) },
  );
}

/** Files that are archives themselves do not get smaller. */
const isPacked = (name: string): boolean => /\.(?:docx|xlsx)$/.test(name);

/** Fiscal Data Package 1.0: which column is money, and what each other column says about it. */
const descriptorOf = ({ unit, year }: Account, resources: readonly object[]) => ({
  name: `budget-${unit.code.toLowerCase()}-${year}`,
  title: `${unit.name}${year}年度预算执行数据`,
  profile: 'fiscal-data-package',
  countryCode: 'CN',
  granularity: 'aggregated',
  fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` },
  resources,
  model: {
    measures: { amount: { source: 'amount', resource: 'spending', currency: 'CNY', factor: 1 } },
    dimensions: DIMENSIONS,
  },
});

const TYPES: Readonly<Record<string, string>> = { amount: 'number', amount_wan: 'number', fiscal_year: 'integer' };

/** What the columns are called on the page. */
const TITLES: Readonly<Record<string, string>> = {
  unit: '单位编码',
  unit_name: '单位名称',
  fiscal_year: '财政年度',
  functional_code: '功能分类科目编码',
  functional_name: '功能分类科目',
  economic_code: '经济分类科目编码',
  economic_name: '经济分类科目',
  fund_code: '资金性质代号',
  fund_name: '资金性质',
  kind_code: '支出类型代号',
  kind_name: '支出类型',
  project: '项目名称',
  phase: '阶段：approved 年初预算，adjusted 全年预算数，executed 决算数',
  amount: '金额（元）',
  table: '表号',
  title: '表名',
  row: '行的代号或科目编码',
  label: '行名',
  column: '栏名',
  amount_wan: '金额（万元）',
};

const TABLES_TOLD = '公开表的各个单元格；部门的收支总表、收入表和支出表已抵销单位之间的往来。';

/** Lines are units' own: what consolidation took off the document's tables is still in them, and has to be said. */
function spendingTold(account: Account): string {
  const [document, phase, table] = account.isBudget
    ? (['budget', 'approved', 'Y03'] as const)
    : (['final', 'executed', '03'] as const);
  const transfers = transfersIn(document, account.eliminated).map(
    ({ kind, amount }) => `${EXPENDITURE_KINDS[kind]} ${formatWan(amount)} 万元`,
  );
  const difference =
    transfers.length === 0
      ? ''
      : `阶段为 ${phase} 的各行合计，减去单位之间的${transfers.join('、')}，即 ${table} 表的合计。`;
  return `各单位各条指标的金额，单位之间的往来没有抵销。${difference}`;
}

/** A CSV and what a reader must know of it; its hash tells whether it is the one that was described. */
const resourceOf = (resource: string, description: string, columns: readonly string[], bytes: Uint8Array) => ({
  bytes,
  descriptor: {
    profile: 'tabular-data-resource',
    name: resource,
    description,
    path: `data/${resource}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    schema: { fields: columns.map((name) => ({ name, title: TITLES[name] ?? name, type: TYPES[name] ?? 'string' })) },
  },
});

const coded = (code: string, label: string) => ({
  attributes: {
    code: { source: code, resource: 'spending' },
    label: { source: label, resource: 'spending', labelfor: 'code' },
  },
  primaryKey: 'code',
});

const DIMENSIONS = {
  date: {
    dimensionType: 'datetime',
    attributes: { year: { source: 'fiscal_year', resource: 'spending' } },
    primaryKey: 'year',
  },
  administrator: {
    dimensionType: 'classification',
    classificationType: 'administrative',
    ...coded('unit', 'unit_name'),
  },
  functional: {
    dimensionType: 'classification',
    classificationType: 'functional',
    ...coded('functional_code', 'functional_name'),
  },
  economic: {
    dimensionType: 'classification',
    classificationType: 'economic',
    ...coded('economic_code', 'economic_name'),
  },
  fund: { dimensionType: 'fact', ...coded('fund_code', 'fund_name') },
  kind: { dimensionType: 'other', ...coded('kind_code', 'kind_name') },
  project: {
    dimensionType: 'activity',
    attributes: { project: { source: 'project', resource: 'spending' } },
    primaryKey: 'project',
  },
  phase: {
    dimensionType: 'other',
    attributes: { phase: { source: 'phase', resource: 'spending' } },
    primaryKey: 'phase',
  },
};
