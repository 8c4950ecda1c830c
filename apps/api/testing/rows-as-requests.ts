import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPENDITURE_KINDS, FUND_SOURCES, THREE_PUBLIC_KINDS, UNIT_TYPES, wordFor } from '@juesuan/classification';
import { readCsv } from '@juesuan/documents';

/** One request that says what one row of an import file says. */
export interface RowRequest {
  readonly what: string;
  readonly body: object;
  /** Business date, empty for what holds from the start; and what comes first within a day. */
  readonly date: string;
  readonly rank: number;
}

type Cells = Readonly<Record<string, string>>;
const of = (cells: Cells, column: string): string => cells[column] ?? '';

const lineOf = (cells: Cells) => ({
  fundSource: wordFor(FUND_SOURCES, of(cells, '资金性质')),
  item: of(cells, '功能分类科目'),
  kind: wordFor(EXPENDITURE_KINDS, of(cells, '支出类型')),
  project: of(cells, '项目名称'),
});
const economic = (cells: Cells) =>
  of(cells, '经济分类科目') === '' ? {} : { economicItem: of(cells, '经济分类科目') };
const amount = (cells: Cells): string => of(cells, '金额(元)');

const CHANGES: Readonly<Record<string, readonly [path: string, rank: number, extra?: object]>> = {
  追加: ['supplements', 2],
  上年结转: ['carryovers', 2, { carryover: 'book' }],
  调剂转入: ['virements/in', 2],
  追减: ['cuts', 5],
  调剂转出: ['virements/out', 5],
  收回: ['recalls', 5],
};

const voucher = (cells: Cells) => ({
  voucher: of(cells, '凭证号'),
  date: of(cells, '日期'),
  amount: amount(cells),
  summary: of(cells, '摘要'),
});

type Row = (
  cells: Cells,
  top: string,
) => { unit: string; method?: string; path: string; body: object; date?: string; rank: number };

const ROWS: Readonly<Record<string, Row>> = {
  '00-单位': (cells) => ({
    unit: of(cells, '单位编码'),
    path: 'open',
    rank: 0,
    body: {
      unitName: of(cells, '单位名称'),
      unitType: wordFor(UNIT_TYPES, of(cells, '单位类型')),
      ...(of(cells, '上级单位编码') === '' ? {} : { parentCode: of(cells, '上级单位编码') }),
    },
  }),
  '01-年初预算': (cells) => ({
    unit: of(cells, '单位编码'),
    path: 'original-budget',
    rank: 2,
    body: {
      line: lineOf(cells),
      amount: amount(cells),
      origin: of(cells, '指标来源') === '上年结转' ? 'carryover' : 'current',
      ...economic(cells),
    },
  }),
  '02-年中调整': (cells) => {
    const [path = '', rank = 0, extra = {}] = CHANGES[of(cells, '调整类型')] ?? [];
    const document = { documentNumber: of(cells, '文号'), date: of(cells, '日期'), purpose: of(cells, '事由') };
    const body = { ...document, line: lineOf(cells), amount: amount(cells), ...extra };
    return { unit: of(cells, '单位编码'), path, rank, date: document.date, body };
  },
  '03-收入': (cells) => ({
    unit: of(cells, '单位编码'),
    path: 'income',
    rank: 2,
    date: of(cells, '日期'),
    body: {
      ...voucher(cells),
      fundSource: wordFor(FUND_SOURCES, of(cells, '收入来源')),
      item: of(cells, '功能分类科目'),
    },
  }),
  '04-支付': (cells) => {
    const original = encodeURIComponent(of(cells, '原凭证号'));
    const paths: Readonly<Record<string, string>> = {
      支付: 'payments',
      退回: `payments/${original}/refunds`,
      更正: `payments/${original}/reclassifications`,
    };
    const body = { ...voucher(cells), line: lineOf(cells), ...economic(cells) };
    return {
      unit: of(cells, '单位编码'),
      path: paths[of(cells, '类型')] ?? '',
      rank: 4,
      date: of(cells, '日期'),
      body,
    };
  },
  '05-上年决算': (cells, top) => ({
    unit: top,
    method: 'PUT',
    path: `prior-year/account/${encodeURIComponent(of(cells, '指标'))}`,
    rank: 6,
    body: { amount: `${of(cells, '金额(万元)')}万元` },
  }),
  '06-其他事项': (cells, top) => ({
    unit: top,
    method: 'PUT',
    path: `disclosures/${encodeURIComponent(of(cells, '指标'))}`,
    rank: 6,
    body: { value: of(cells, '数值'), unit: of(cells, '单位'), note: of(cells, '说明') },
  }),
  '07-差异原因': (cells, top) => ({
    unit: top,
    method: 'PUT',
    path: `reasons/${of(cells, '功能分类科目')}`,
    rank: 6,
    body: { reason: of(cells, '原因') },
  }),
  '09-三公预算': (cells) => ({
    unit: of(cells, '单位编码'),
    method: 'PUT',
    path: `three-public-budget/${wordFor(THREE_PUBLIC_KINDS, of(cells, '类别'))}`,
    rank: 1,
    body: { amount: of(cells, '全年预算数(元)') },
  }),
};

/** Every row of a case's files as a request, in the order in which an office lives through them (CASES.md). */
export function rowsAsRequests(folder: string, year: number, top: string): RowRequest[] {
  const requests = Object.entries(ROWS).flatMap(([file, request]) =>
    readCsv(readFileSync(join(folder, `${file}.csv`)), file).rows.map(({ cells }) => {
      const { unit, method = 'POST', path, body, date = '', rank } = request(cells, top);
      return { what: `${method} /api/units/${unit}/years/${year}/${path}`, body, date, rank };
    }),
  );
  return requests.sort((a, b) => (a.date === b.date ? a.rank - b.rank : a.date < b.date ? -1 : 1));
}
