import {
  CloseUnits,
  ImportYear,
  ListLines,
  ListUnits,
  LookAtClosing,
  LookAtYear,
  Record,
  ReopenUnits,
  ReportAccount,
  VerifyLog,
  YearHistory,
} from '@juesuan/application';
import { RuleViolation } from '@juesuan/kernel';
import { type TestApplication, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const BY = { actor: 'head', administrator: true };
const LINE = { fundSource: 'generalPublic', item: '2010607', kind: 'project', project: '系统运维' } as const;
const DAY = '2023-12-31';

const close = (id: string, dispositions: CloseUnits['end']['dispositions'] = [], unit = '500'): CloseUnits =>
  new CloseUnits(unit, 2023, { date: DAY, dispositions }, { ...BY, commandId: id });
const reopen = (id: string, by = BY): ReopenUnits =>
  new ReopenUnits('500', 2023, { date: DAY, reason: '补记一笔' }, { ...by, commandId: id });

const withYear = (work: (application: TestApplication) => Promise<void>): Promise<void> =>
  withApplication(async (application) => {
    await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
    await work(application);
  });

const closedUnits = async ({ ask }: TestApplication): Promise<string[]> =>
  (await ask(new ListUnits(2023))).filter(({ closed }) => closed).map(({ code }) => code);
const eventsIn = async ({ ask }: TestApplication): Promise<number> => (await ask(new YearHistory('500', 2023))).total;

/** A document under way, which keeps its unit from being closed. */
const draft = new Record(
  '500002',
  2023,
  {
    type: 'DraftAdjustment',
    data: {
      adjustmentId: 'T1',
      documentNumber: '测财〔2023〕8号',
      date: '2023-06-01',
      purpose: '追加',
      entries: [{ type: 'supplement', line: { ...LINE, item: '2010605', kind: 'basic', project: '' }, amount: 100 }],
    },
  } as never,
  { ...BY, commandId: 'draft' },
);

describe('closing a department', () => {
  it('closes every unit of it in one go, and reopening opens them all', async () => {
    await withYear(async (application) => {
      const position = expect.any(String) as unknown;
      expect(await application.execute(close('a'))).toEqual([
        { unit: '500001', name: '测试局本级', done: true, position },
        { unit: '500002', name: '测试中心', done: true, position },
        { unit: '500', name: '测试局', done: true, position },
      ]);
      expect(await closedUnits(application)).toEqual(['500', '500001', '500002']);
      expect((await application.ask(new VerifyLog())).damage).toBeNull();
      expect((await application.execute(reopen('b'))).map(({ done }) => done)).toEqual([true, true, true]);
      expect(await closedUnits(application)).toEqual([]);
    });
  });

  it('closes none where one is refused, and names the unit and its reason', async () => {
    await withYear(async (application) => {
      await application.execute(draft);
      const before = await eventsIn(application);
      await expect(application.execute(close('a'))).rejects.toThrow(/500002 测试中心.*T1 尚未办结/s);
      expect(await closedUnits(application)).toEqual([]);
      expect(await eventsIn(application)).toBe(before);
    });
  });

  it('leaves a unit that was closed before as it is, and tells so', async () => {
    await withYear(async (application) => {
      await application.execute(close('a', [], '500001'));
      const { openUnits, closedUnits: closed } = await application.ask(
        new ReportAccount({ unit: '500', year: 2023 }, 'standard'),
      );
      expect({ openUnits, closed }).toEqual({ openUnits: ['500', '500002'], closed: ['500001'] });
      const told = await application.execute(close('b'));
      expect(told.filter(({ done }) => !done).map(({ unit }) => unit)).toEqual(['500001']);
      await expect(application.execute(close('c'))).rejects.toThrow(/已关账/);
    });
  });

  it('is refused to be reopened by anybody but an administrator, in every unit', async () => {
    await withYear(async (application) => {
      await application.execute(close('a'));
      await expect(application.execute(reopen('b', { ...BY, administrator: false }))).rejects.toThrow(/管理员/);
      expect(await closedUnits(application)).toEqual(['500', '500001', '500002']);
    });
  });

  it('takes the dispositions of each unit', async () => {
    await withYear(async (application) => {
      await application.execute(close('a', [{ unit: '500001', line: LINE, outcome: 'surplus' }]));
      const { entries } = await application.ask(new YearHistory('500001', 2023, { types: ['CarryoverCarriedOut'] }));
      const surplus = entries.filter(({ event }) => 'outcome' in event.data && event.data.outcome === 'surplus');
      expect(surplus.map(({ event }) => 'line' in event.data && event.data.line)).toEqual([LINE]);
    });
  });

  it.each([
    ['without a unit, where there are several', null, /单位编码.*500001、500002/],
    ['of a unit that is not closed now', '500009', /500009 不在/],
    ['of a line that the unit does not have', '500002', /500002 测试中心.*系统运维.*没有记录/s],
  ])('refuses a disposition %s', async (_what, unit, says) => {
    await withYear(async (application) => {
      const closing = application.execute(close('a', [{ unit, line: LINE, outcome: 'surplus' }]));
      await expect(closing).rejects.toThrow(RuleViolation);
      await expect(closing).rejects.toThrow(says);
      expect(await closedUnits(application)).toEqual([]);
    });
  });

  it('tells what went where and which freezes it released, also after it was opened again', async () => {
    await withYear(async (application) => {
      const { execute, ask } = application;
      const never = { date: null, carryover: 0, surplus: 0, recall: 0, released: [] };
      expect(await ask(new LookAtClosing('500', 2023))).toEqual(never);
      const freeze = { freezeId: '合同-7', line: LINE, amount: 100_00, date: '2023-12-01', purpose: '合同' };
      const by = { ...BY, commandId: 'freeze' };
      await execute(new Record('500001', 2023, { type: 'FreezeQuota', data: freeze }, by));
      const { lines } = await ask(new ListLines({ unit: '500', year: 2023 }));
      const left = lines.reduce((sum, { available, frozen }) => sum + available + frozen, 0);
      await execute(close('a', [{ unit: '500001', line: LINE, outcome: 'surplus' }]));
      const told = {
        date: DAY,
        carryover: left - 200_000_00,
        surplus: 200_000_00,
        recall: 0,
        released: [{ unit: '500001', freezeId: '合同-7', line: LINE, amount: 100_00, date: DAY }],
      };
      expect(await ask(new LookAtClosing('500', 2023))).toEqual(told);
      await execute(reopen('b'));
      expect(await ask(new LookAtClosing('500', 2023))).toEqual(told);
    });
  });

  it('tells the day of the last closing where its units were closed on several', async () => {
    await withApplication(async ({ execute, ask }) => {
      for (const [unit, parentCode, unitType, date] of [
        ['500', null, 'department', null],
        ['500001', '500', 'institution', '2023-11-30'],
        ['500002', '500', 'institution', DAY],
      ] as const) {
        const data = { year: 2023, unitCode: unit, unitName: unit, parentCode, unitType };
        await execute(new Record(unit, 2023, { type: 'OpenFiscalYear', data }, { ...BY, commandId: `open-${unit}` }));
        const by = { ...BY, commandId: `close-${unit}` };
        if (date !== null) await execute(new CloseUnits(unit, 2023, { date, dispositions: [] }, by));
      }
      expect((await ask(new LookAtClosing('500', 2023))).date).toBe(DAY);
    });
  });

  it('closes a single unit as before', async () => {
    await withYear(async (application) => {
      await application.execute(close('a', [{ unit: null, line: LINE, outcome: 'surplus' }], '500001'));
      expect((await application.ask(new LookAtYear('500001', 2023))).closed).toBe(true);
      await expect(application.execute(close('b', [], '500001'))).rejects.toThrow(/^该单位本年度已关账/);
    });
  });
});
