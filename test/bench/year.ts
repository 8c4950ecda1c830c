import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FUND = '一般公共预算财政拨款';
const ITEMS = ['2080101', '2080501', '2080505', '2101101', '2210201'];
const ECONOMIC = ['30101', '30102', '30103', '30108', '30201', '30207', '30211', '30228', '30299', '30302'];

export interface Paid {
  readonly date: string;
  readonly item: string;
  readonly economicItem: string;
}

/** A unit's nth payment of 100 元: every unit pays on every item and in every month. */
export function nthPayment(nth: number): Paid {
  const month = String(1 + (nth % 12)).padStart(2, '0');
  const item = ITEMS[nth % ITEMS.length] ?? '';
  return { date: `2023-${month}-15`, item, economicItem: ECONOMIC[nth % ECONOMIC.length] ?? '' };
}

/** Writes the import files of a made-up unit's year with so many payments of 100 元 and answers their folder. */
export const writeYear = (folder: string, payments: number, unit = '900001'): string =>
  writeUnits(folder, [`${unit},测试单位,,行政单位`], [unit], payments);

/** The same of a department: its payments are spread evenly over so many units. */
export function writeDepartment(folder: string, department: string, units: number, payments: number): string {
  const codes = Array.from({ length: units }, (_, index) => `${department}${String(index + 1).padStart(3, '0')}`);
  const rows = codes.map((code, index) => `${code},测试单位${index + 1},${department},行政单位`);
  return writeUnits(folder, [`${department},测试部门,,部门`, ...rows], codes, payments);
}

function writeUnits(folder: string, rows: readonly string[], units: readonly string[], payments: number): string {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const each = Math.ceil(payments / units.length);
  write('00-单位.csv', ['单位编码,单位名称,上级单位编码,单位类型', ...rows]);
  write('01-年初预算.csv', [
    '单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,指标来源,金额(元)',
    ...units.flatMap((unit) => ITEMS.map((item) => `${unit},${item},${FUND},基本支出,,,本年预算,${each * 100}.00`)),
  ]);
  write('04-支付.csv', [
    '日期,凭证号,类型,原凭证号,单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,金额(元),摘要',
    ...Array.from({ length: payments }, (_, index) => {
      const unit = units[index % units.length] ?? '';
      const { date, item, economicItem } = nthPayment(Math.floor(index / units.length));
      return `${date},V${index},支付,,${unit},${item},${FUND},基本支出,,${economicItem},100.00,日常支出`;
    }),
  ]);
  return folder;
}
