import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { gbk, isGbk } from '../../testing/gbk';
import { readCsv } from './csv/read-csv';
import type { SourceTable } from './table';
import { spoiled } from './text';
import { readXlsx } from './xlsx/read-xlsx';

const cell = fc
  .string({ unit: fc.constantFrom(...'支付金额￥（）〔〕1234567890.-,;"\n\t aZ#'), maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => spoiled(text) === null);
const width = fc.integer({ min: 1, max: 5 });
const grid = width.chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 20 }),
);

const quoted = (text: string): string => (/["\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const headersFor = (rows: readonly string[][]): string[] => (rows[0] ?? ['']).map((_, index) => `列${index}`);
const csvOf = (rows: readonly string[][], end: string): string =>
  [headersFor(rows), ...rows].map((row) => row.map(quoted).join(',') + end).join('');
const filled = (rows: readonly string[][]): string[][] => rows.filter((row) => row.some((text) => text !== ''));
const valuesOf = ({ rows }: SourceTable): string[][] => rows.map(({ cells }) => Object.values(cells));

describe('whatever is written as CSV reads back the same', () => {
  it('in UTF-8 and GBK, with any line end', () => {
    fc.assert(
      fc.property(grid, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = csvOf(rows, end);
        expect(isGbk(text)).toBe(true);
        expect(valuesOf(readCsv(new TextEncoder().encode(text), 'a.csv'))).toEqual(filled(rows));
        expect(valuesOf(readCsv(gbk(text), 'a.csv'))).toEqual(filled(rows));
      }),
    );
  });

  it('and every row says the line it begins on', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const lines = csvOf(rows, '\n').split('\n');
        for (const { number, cells } of readCsv(new TextEncoder().encode(csvOf(rows, '\n')), 'a.csv').rows) {
          const first = quoted(Object.values(cells)[0] ?? '').split('\n')[0] ?? '';
          expect(lines[number - 1]?.startsWith(first)).toBe(true);
        }
      }),
    );
  });
});

describe('whatever is written as a workbook reads back the same', () => {
  it('with strings shared or inline', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom('shared' as const, 'inline' as const), async (rows, stringMode) => {
        const sheets = [{ name: '04-支付', rows: [headersFor(rows), ...rows] }];
        const [table] = await readXlsx(await writeXlsx({ sheets, stringMode }), 'a.xlsx');
        expect(table && valuesOf(table)).toEqual(filled(rows));
      }),
      { numRuns: 50 },
    );
  });
});
