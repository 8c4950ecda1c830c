import { FINAL_TABLES, type PrintedDocument, type PrintedHeading, type PrintedTable } from '@juesuan/account';
import type { ReadDocument } from '../text/read-document';

type Rows = ReadDocument['tables'][number];

const MONEY = /单位[：:]\s*(亿元|万元|元)/;
const OWNER = /^[^：:]*[：:]\s*(.+)$/;
/** 公开01表 收入支出决算总表 */
const NUMBERED = /^(\S*\d+\S*)\s+\S*表$/;
/** 某某局2023年度部门决算 */
const COVER = /^(.*?)\s*(20\d\d)年/;

/** What a document that was read says around its figures: the public tables are those under a line that names the unit of money. */
export function printedIn({ title, tables, contents }: ReadDocument): PrintedDocument {
  const shown = tables.filter(([, unitLine]) => unitLine?.some((cell) => MONEY.test(cell)));
  const numbers = (contents ?? []).flatMap((entry) => NUMBERED.exec(entry)?.[1] ?? []);
  const [, unitName = '', year] = COVER.exec(title) ?? [];
  const cover = {
    where: '封面',
    unitName: unitName || null,
    year: year === undefined ? null : Number(year),
    amountUnit: null,
  };
  return {
    headings: [cover, ...shown.map(headingOf)],
    tables: shown.map(tableOf),
    contents: numbers.length === 0 ? null : numbers,
  };
}

const headingOf = ([number, unitLine]: Rows): PrintedHeading => ({
  where: number?.join('') ?? '',
  unitName: OWNER.exec(unitLine?.[0] ?? '')?.[1] ?? null,
  year: null,
  amountUnit: unitLine?.map((cell) => MONEY.exec(cell)?.[1]).find((unit) => unit !== undefined) ?? null,
});

/** Below the header a row of one cell is a sentence: 注 or why the table is empty. */
function tableOf([number, , ...rows]: Rows, index: number): PrintedTable {
  const sentences = rows.flatMap((row) => (row.length === 1 ? row : [])).filter((text) => !text.startsWith('注'));
  return {
    id: FINAL_TABLES[index]?.id ?? '',
    printedNumber: number?.join('') ?? '',
    emptyNote: sentences.find((text) => /没有|无数据/.test(text)) ?? null,
    labels: new Map(rows.flatMap(([code, name]) => (/^\d{3,7}$/.test(code ?? '') && name ? [[code ?? '', name]] : []))),
  };
}
