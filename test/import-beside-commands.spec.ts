import { ImportYear, LookAtYear, Rebuild, Record, VerifyLog } from '@juesuan/application';
import { WrongExpectedRevision } from '@juesuan/event-store';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const ROUNDS = 25;
const LINE = { fundSource: 'generalPublic', item: '2010601', kind: 'basic', project: '' } as const;
const HEADER = SMALL_YEAR['04-支付']?.[0] ?? '';

/** Every payment takes 3 万元 of the 58 万元 that are left: some are refused. */
const row = (round: number): string =>
  `2023-09-01,I${round},支付,,500001,2010601,一般公共预算财政拨款,基本支出,,30101,30000.00,工资`;
const payment = (round: number): Record =>
  new Record(
    '500001',
    2023,
    {
      type: 'MakePayment',
      data: {
        line: LINE,
        economicItem: '30101',
        amount: 3_000_000,
        voucher: `C${round}`,
        date: '2023-09-01',
        summary: '',
      },
    },
    { actor: 'officer', administrator: false, commandId: `pay ${round}` },
  );

const refused = (outcome: PromiseSettledResult<unknown>): boolean => outcome.status === 'rejected';

describe('an import beside commands on the same unit-year, in one process', () => {
  it('loses nothing, doubles nothing and overspends nothing', async () => {
    await withApplication(async ({ execute, ask }) => {
      await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      let [revision, stood] = [(await ask(new LookAtYear('500001', 2023))).revision, 0];
      for (let round = 0; round < ROUNDS; round++) {
        const folder = folderOf({ '04-支付': [HEADER, row(round)] });
        const outcomes = await Promise.allSettled([
          execute(new ImportYear(folder, 2023, 'officer')),
          execute(payment(round)),
        ]);
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected' && outcome.reason instanceof WrongExpectedRevision) throw outcome.reason;
        }
        stood += outcomes.filter((outcome) => !refused(outcome)).length;
        revision += outcomes.filter((outcome) => !refused(outcome)).length;
        expect((await ask(new LookAtYear('500001', 2023))).revision).toBe(revision);
      }
      expect(stood).toBe(19);
      expect((await ask(new VerifyLog())).damage).toBeNull();
      expect((await execute(new Rebuild())).differences).toEqual([]);
    });
  });
});
