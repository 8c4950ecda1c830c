import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { gbk, isGbk } from '../../testing/gbk';
import { readCsv } from './csv/read-csv';
import { ImportRefused } from './import-refused';
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

/** How a file comes to harm: bytes overwritten, and the end cut off. */
const harm = fc.record({
  bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    maxLength: 4,
  }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function harmed(file: Uint8Array, { bytes, kept }: { bytes: [number, number][]; kept: number }): Uint8Array {
  const damaged = Uint8Array.from(file);
  for (const [place, byte] of bytes) damaged[Math.floor(place * damaged.length)] = byte;
  return damaged.slice(0, Math.floor(kept * damaged.length));
}

/** Read or refused; a refusal names the file, is Chinese, and is no longer than a person reads. */
const throwsOnlyViolations = async (read: () => unknown): Promise<void> => {
  try {
    await read();
  } catch (error) {
    expect(error).toBeInstanceOf(RuleViolation);
    for (const { file, rule, value } of error instanceof ImportRefused ? error.errors.slice(0, 20) : []) {
      expect({ file, rule, value: value?.length ?? 0 }).toMatchObject({
        file: expect.stringMatching(/^a\./) as unknown,
        rule: expect.stringMatching(/[一-鿿]/) as unknown,
      });
      expect(rule.length + (value?.length ?? 0)).toBeLessThan(500);
    }
  }
};

describe('a damaged file is read or refused, and nothing else', () => {
  const text = '日期,凭证号,摘要\r\n2023-04-07,P1,"办公费，""一""\r\n二"\r\n2023-04-08,P2,水费\r\n'.repeat(3);

  it('as CSV', async () => {
    for (const file of [
      new TextEncoder().encode(`\uFEFF${text}`),
      gbk(text),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
    ]) {
      await fc.assert(
        fc.asyncProperty(harm, (damage) => throwsOnlyViolations(() => readCsv(harmed(file, damage), 'a.csv'))),
      );
    }
  });

  it('as workbook', async () => {
    const rows = [['日期', '凭证号'], ...Array.from({ length: 30 }, (_, index) => ['2023-04-07', `P${index}`])];
    const file = await writeXlsx({ sheets: [{ name: '04-支付', rows }] });
    await fc.assert(
      fc.asyncProperty(harm, (damage) => throwsOnlyViolations(() => readXlsx(harmed(file, damage), 'a.xlsx'))),
      { numRuns: 500 },
    );
  });

  it('as a workbook of before 2007', async () => {
    const file = readFileSync(join(__dirname, '../../testing/files/04-支付.xls'));
    await fc.assert(
      fc.asyncProperty(harm, (damage) => throwsOnlyViolations(() => readXlsx(harmed(file, damage), 'a.xls'))),
      { numRuns: 500 },
    );
  });

  it('with one cell as large as a book', async () => {
    const huge = '办公费'.repeat(2_000_000);
    await throwsOnlyViolations(() => readCsv(new TextEncoder().encode(`日期,摘要\n2023-04-07,${huge}\n`), 'a.csv'));
    await throwsOnlyViolations(() => readCsv(new TextEncoder().encode(`日期,摘要\n2023-04-07,"${huge}\n`), 'a.csv'));
    await throwsOnlyViolations(() => readCsv(new TextEncoder().encode(`${huge},摘要\n1,2\n`), 'a.csv'));
    const rows = [
      ['日期', '摘要'],
      ['2023-04-07', huge],
    ];
    const file = await writeXlsx({ sheets: [{ name: '04-支付', rows }] });
    await throwsOnlyViolations(() => readXlsx(file, 'a.xlsx'));
  });

  it('whatever bytes there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await throwsOnlyViolations(() => readCsv(bytes, 'a.csv'));
        await throwsOnlyViolations(() => readXlsx(bytes, 'a.xlsx'));
      }),
      { numRuns: 500 },
    );
  });
});
