import fc from 'fast-check';
import { ImportYear, ReportAccount } from '@juesuan/application';
import { withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const accountOf = (files: Files): Promise<unknown> =>
  withApplication(async ({ execute, ask }) => {
    await execute(new ImportYear(folderOf(files), 2023, 'test'));
    const { json } = await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
    return withoutEvents(json);
  });

/** Events are numbered in the order they were decided, so they alone may differ. */
const withoutEvents = (json: object): unknown =>
  JSON.parse(JSON.stringify(json, (key, value: unknown) => (key === 'events' ? undefined : value)));

/** Every file's rows in any order, but for 04, whose order within a day is the order of the vouchers. */
const shuffled: fc.Arbitrary<Files> = fc
  .tuple(...Object.entries(SMALL_YEAR).map(([name, [header = '', ...rows]]) => shuffle(name, header, rows)))
  .map((files) => Object.fromEntries(files));

function shuffle(name: string, header: string, rows: string[]): fc.Arbitrary<[string, string[]]> {
  if (name === '04-支付') return fc.constant([name, [header, ...rows]]);
  const length = { minLength: rows.length, maxLength: rows.length };
  return fc.shuffledSubarray(rows, length).map((some) => [name, [header, ...some]]);
}

it('gives the same account whatever the order of files and rows', async () => {
  const expected = await accountOf(SMALL_YEAR);
  await fc.assert(
    fc.asyncProperty(shuffled, async (files) => {
      expect(await accountOf(files)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

it('records nothing when the same rows come in another order', async () => {
  await withApplication(async ({ execute }) => {
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
    await fc.assert(
      fc.asyncProperty(shuffled, async (files) => {
        expect(await execute(new ImportYear(folderOf(files), 2023, 'test'))).toMatchObject({ recorded: 0 });
      }),
      { numRuns: 15 },
    );
  });
});
