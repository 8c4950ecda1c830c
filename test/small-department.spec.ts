import {
  CheckAccount,
  CloseUnits,
  ImportYear,
  Record,
  type Report,
  ReportAccount,
  figureAt,
  WhyFigure,
} from '@juesuan/application';
import { type TestApplication, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const QUERY = new ReportAccount({ unit: '500', year: 2023 }, 'standard');
const BY = { actor: 'head', administrator: true };

/** The rows of some tables that are not all zero, as an accountant would note them down: table, row, 万元. */
const noted = ({ json }: Report, tables: readonly string[]): string[] =>
  tables.flatMap((id) =>
    (json.tables[id]?.rows ?? [])
      .filter(({ values }) => values.some((value) => value !== '0.00'))
      .map(({ key, values }) => `${id} ${key} ${values.join(' ')}`),
  );

/** Drivers are a set: their order is no part of the account. */
const driversOf = ({ json }: Report): string[] =>
  json.items
    .flatMap(({ code, drivers }) =>
      drivers.map(({ kind, purpose, amount }) => `${code} ${kind} ${purpose ?? '—'} ${amount}`),
    )
    .sort();

const imported = async ({ execute, ask }: TestApplication): Promise<Report> => {
  await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
  return ask(QUERY);
};

const close = (unit: string, id: string): Record =>
  new Record(
    unit,
    2023,
    {
      type: 'CloseFiscalYear',
      data: {
        date: '2023-12-31',
        chainHead: null,
        dispositions:
          unit === '500001'
            ? [
                {
                  line: { fundSource: 'generalPublic', item: '2010607', kind: 'project', project: '系统运维' },
                  outcome: 'surplus',
                },
              ]
            : [],
      },
    },
    { ...BY, commandId: id },
  );

describe('a small department with every kind of money', () => {
  it('has opening and closing balances by source, a fund table and a state capital table', async () => {
    await withApplication(async (application) => {
      expect(noted(await imported(application), ['01', '04', '07', '08', '09'])).toEqual([
        '01 in.generalPublic 98.00',
        '01 in.governmentFund 50.00',
        '01 in.institutional 7.00',
        '01 in.total 155.00',
        '01 in.opening 1.00',
        '01 in.grandTotal 156.00',
        '01 out.201 54.60',
        '01 out.212 25.00',
        '01 out.223 3.00',
        '01 out.total 82.60',
        '01 out.closing 73.40',
        '01 out.grandTotal 156.00',
        '04 in.generalPublic 98.00',
        '04 in.governmentFund 50.00',
        '04 in.total 148.00',
        '04 in.opening 1.00',
        '04 in.opening.governmentFund 1.00',
        '04 in.grandTotal 149.00',
        '04 out.201 50.60 50.60 0.00 0.00',
        '04 out.212 25.00 0.00 25.00 0.00',
        '04 out.223 3.00 0.00 0.00 3.00',
        '04 out.total 78.60 50.60 25.00 3.00',
        '04 out.closing 70.40 47.40 26.00 -3.00',
        '04 out.grandTotal 149.00 98.00 51.00 0.00',
        '07 total 1.00 50.00 25.00 0.00 25.00 26.00',
        '07 212 1.00 50.00 25.00 0.00 25.00 26.00',
        '07 21208 1.00 50.00 25.00 0.00 25.00 26.00',
        '07 2120803 1.00 50.00 25.00 0.00 25.00 26.00',
        '08 total 3.00 0.00 3.00',
        '08 223 3.00 0.00 3.00',
        '08 22301 3.00 0.00 3.00',
        '08 2230105 3.00 0.00 3.00',
        '09 budget 0.15 0.00 0.00 0.00 0.00 0.15',
        '09 actual 0.10 0.00 0.00 0.00 0.00 0.10',
      ]);
    });
  });

  it('explains what is left by closing, and by nothing else once it is reopened', async () => {
    await withApplication(async (application) => {
      const { execute, ask } = application;
      const open = driversOf(await imported(application));
      expect(open).toEqual([
        '2010601 unspent — -57.40',
        '2010601 virement 人员调动 -2.00',
        '2010605 unspent — -22.00',
        '2010605 virement 人员调动 2.00',
        '2010607 cut 压减 -3.00',
        '2010607 recall 年末收回 -2.00',
        '2010607 supplement 系统运维 5.00',
        '2010607 unspent — -20.00',
      ]);
      for (const unit of ['500001', '500002']) await execute(close(unit, `close ${unit}`));
      expect(driversOf(await ask(QUERY))).toEqual(
        open.map((line) => line.replace(/(2010607) unspent/, '$1 surplus').replace('unspent', 'carryoverOut')).sort(),
      );
      const checks = await ask(new CheckAccount({ unit: '500', year: 2023 }));
      const answered = (id: string): unknown => checks.find((check) => check.id === id)?.outcome;
      expect(['D05', 'D06', 'D09', 'D10'].map(answered)).toEqual(['held', 'held', 'held', 'held']);
      const reopen = { type: 'ReopenFiscalYear', data: { date: '2023-12-31', reason: '补记一笔' } } as const;
      for (const unit of ['500001', '500002'])
        await execute(new Record(unit, 2023, reopen, { ...BY, commandId: `reopen ${unit}` }));
      expect(driversOf(await ask(QUERY))).toEqual(open);
    });
  });

  it('explains every item by entries that sum to its drivers', async () => {
    await withApplication(async (application) => {
      await imported(application);
      await application.execute(close('500002', 'close'));
      for (const item of ['2010601', '2010605', '2010607']) {
        const { parts, amount, sentence } = await application.ask(new WhyFigure(QUERY.key, { item }, 'standard'));
        expect(sentence).toContain('年初预算');
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
        for (const part of parts) {
          expect(part.entries.reduce((sum, { entry, sign }) => sum + sign * entry.amount, 0)).toBe(part.amount);
        }
      }
    });
  });

  it('names the factor where one of an item is asked about, with its own amount', async () => {
    await withApplication(async (application) => {
      await imported(application);
      const why = (address: string) => application.ask(new WhyFigure(QUERY.key, figureAt(address), 'standard'));
      const told = async (address: string) => {
        const { title, amount } = await why(address);
        return [title, amount];
      };
      expect(await told('item:2010607/variance')).toEqual(['2010607 决算数与年初预算数的差额', -200_000_00]);
      expect(await told('item:2010607/driver:supplement:系统运维')).toEqual([
        '2010607 差额中的追加：系统运维',
        50_000_00,
      ]);
      expect(await told('item:2010607/driver:unspent')).toEqual(['2010607 差额中的未支出', -200_000_00]);
    });
  });

  it('stands as of any day of the year, and before the first payment as a budget', async () => {
    await withApplication(async (application) => {
      await imported(application);
      const asOf = (date: string) => application.ask(new ReportAccount({ ...QUERY.key, asOf: date }, 'standard'));
      expect((await asOf('2023-01-24')).isBudget).toBe(true);
      const asked = (document: 'budget' | 'final') =>
        application.ask(new ReportAccount({ ...QUERY.key, document, asOf: '2023-02-28' }, 'standard'));
      expect([(await asked('budget')).isBudget, (await asked('final')).isBudget]).toEqual([true, false]);
      expect(noted(await asOf('2023-02-28'), ['05']).slice(0, 1)).toEqual(['05 total 40.50 40.50 0.00']);
      expect(noted(await asOf('2023-03-31'), ['05']).slice(0, 1)).toEqual(['05 total 52.50 40.50 12.00']);
      expect(noted(await asOf('2023-12-31'), ['05']).slice(0, 1)).toEqual(['05 total 50.60 40.60 10.00']);
    });
  });

  it('is a budget while nothing was paid, and final with empty tables once the year is closed', async () => {
    await withApplication(async ({ execute, ask }) => {
      const { '00-单位': units = [], '01-年初预算': budget = [] } = SMALL_YEAR;
      await execute(new ImportYear(folderOf({ '00-单位': units, '01-年初预算': budget }), 2023, 'officer'));
      const report = () => ask(new ReportAccount({ unit: '500002', year: 2023 }, 'standard'));
      expect((await report()).isBudget).toBe(true);
      const by = { actor: 'head', administrator: true, commandId: 'close' };
      await execute(new CloseUnits('500002', 2023, { date: '2023-12-31', dispositions: [] }, by));
      const { isBudget, tables } = await report();
      expect(isBudget).toBe(false);
      expect(tables.map(({ id }) => id)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09']);
    });
  });
});
