import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { gbk } from '../../testing/gbk';
import { readCsv } from './csv/read-csv';
import { ImportRefused } from './import-refused';
import { readXlsx } from './xlsx/read-xlsx';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

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

/** A number in one of the zip's headers that says something else: a size, a place, how it is packed, how many there are. */
const lie = fc.record({
  header: fc.nat(),
  field: fc.constantFrom(8, 10, 12, 16, 18, 20, 22, 24, 26, 28, 30, 42),
  says: fc.oneof(fc.constantFrom(0, 1, 0xff, 0xffff, 0x7fffffff, 0xffffffff), fc.nat(0xffffffff)),
  bytes: fc.constantFrom(2, 4),
});
type Lie = typeof lie extends fc.Arbitrary<infer L> ? L : never;

const SIGNATURES = [0x04034b50, 0x02014b50, 0x06054b50];

function lying(file: Uint8Array, lies: readonly Lie[]): Uint8Array {
  const bytes = Buffer.from(file);
  const headers = [...bytes.keys()].filter(
    (at) => at + 4 <= bytes.length && SIGNATURES.includes(bytes.readUInt32LE(at)),
  );
  for (const { header, field, says, bytes: width } of lies) {
    const at = (headers[header % headers.length] ?? 0) + field;
    if (at + width <= bytes.length) bytes.writeUIntLE(says % 2 ** (8 * width), at, width);
  }
  return bytes;
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

describe('what is wrong is read or refused, and nothing else', () => {
  const text = '日期,凭证号,摘要\r\n2023-04-07,P1,"办公费，""一""\r\n二"\r\n2023-04-08,P2,水费\r\n'.repeat(3);

  it(`${3 * RUNS} damaged CSV files, of each encoding as many`, async () => {
    for (const file of [
      new TextEncoder().encode(`\uFEFF${text}`),
      gbk(text),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
    ]) {
      await fc.assert(
        fc.asyncProperty(harm, (damage) => throwsOnlyViolations(() => readCsv(harmed(file, damage), 'a.csv'))),
        { numRuns: RUNS },
      );
    }
  });

  it(`${RUNS} damaged workbooks`, async () => {
    const rows = [['日期', '凭证号'], ...Array.from({ length: 30 }, (_, index) => ['2023-04-07', `P${index}`])];
    const file = await writeXlsx({ sheets: [{ name: '04-支付', rows }] });
    await fc.assert(
      fc.asyncProperty(harm, (damage) => throwsOnlyViolations(() => readXlsx(harmed(file, damage), 'a.xlsx'))),
      { numRuns: RUNS },
    );
  });

  it(`${RUNS} damaged workbooks of before 2007`, async () => {
    const file = readFileSync(join(__dirname, '../../testing/files/04-支付.xls'));
    await fc.assert(
      fc.asyncProperty(harm, (damage) => throwsOnlyViolations(() => readXlsx(harmed(file, damage), 'a.xls'))),
      { numRuns: RUNS },
    );
  });

  it(`${RUNS} workbooks that lie about the sizes and places of their parts, as zip bombs do`, async () => {
    const rows = [
      ['日期', '凭证号'],
      ['2023-04-07', '一'.repeat(100_000)],
    ];
    const file = await writeXlsx({ sheets: [{ name: '04-支付', rows }] });
    await fc.assert(
      fc.asyncProperty(fc.array(lie, { minLength: 1, maxLength: 3 }), (lies) =>
        throwsOnlyViolations(() => readXlsx(lying(file, lies), 'a.xlsx')),
      ),
      { numRuns: RUNS },
    );
  });

  it('a cell as large as a book', async () => {
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

  it(`${RUNS} times bytes that were never a file`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await throwsOnlyViolations(() => readCsv(bytes, 'a.csv'));
        await throwsOnlyViolations(() => readXlsx(bytes, 'a.xlsx'));
      }),
      { numRuns: RUNS },
    );
  });
});
