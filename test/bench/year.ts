import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FUND = '一般公共预算财政拨款';
const ITEMS = ['2080101', '2080501', '2080505', '2101101', '2210201'];
const ECONOMIC = ['30101', '30102', '30103', '30108', '30201', '30207', '30211', '30228', '30299', '30302'];

/** Writes the import files of a made-up unit's year with so many payments of 100 元 and answers their folder. */
export function writeYear(folder: string, payments: number, unit = '900001'): string {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  write('00-单位.csv', ['单位编码,单位名称,上级单位编码,单位类型', `${unit},测试单位,,行政单位`]);
  write('01-年初预算.csv', [
    '单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,指标来源,金额(元)',
    ...ITEMS.map((item) => `${unit},${item},${FUND},基本支出,,,本年预算,${payments * 100}.00`),
  ]);
  write('04-支付.csv', [
    '日期,凭证号,类型,原凭证号,单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,金额(元),摘要',
    ...Array.from({ length: payments }, (_, index) => {
      const month = String(1 + (index % 12)).padStart(2, '0');
      const item = ITEMS[index % ITEMS.length] ?? '';
      const economic = ECONOMIC[index % ECONOMIC.length] ?? '';
      return `2023-${month}-15,V${index},支付,,${unit},${item},${FUND},基本支出,,${economic},100.00,日常支出`;
    }),
  ]);
  return folder;
}
