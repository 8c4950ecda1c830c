import fc from 'fast-check';
import { accountOfEvents } from '../testing/account-of-events';
import * as say from '../testing/events';
import { budgeted, line } from '../testing/events';
import { FACES, live } from '../testing/lives';
import { tableOf } from './account';
import { compareAccounts, type Moved, namesOf } from './changes';
import type { Entry } from './entry';
import { entriesOf } from './journal';
import { STATEMENTS } from './tables';

const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });
const revisionOf = (event: string): number => Number(event.split('@')[1]);

it('tells every difference between two moments of a year, and the events in between that made it', () => {
  let told = 0;
  fc.assert(
    fc.property(throws, fc.nat(), fc.nat(), (thrown, one, other) => {
      const { events } = live('1', thrown);
      const [first, second] = [1 + (one % events.length), 1 + (other % events.length)];
      const [before, after] = [first, second].map((end) => accountOfEvents({ '1': events.slice(0, end) }));
      if (!before || !after) throw new RangeError('two accounts');
      const [shorter, longer, sign] = first < second ? [before, after, 1] : [after, before, -1];
      const moved = longer.entries.slice(shorter.entries.length).map((entry) => ({ entry, sign }) as Moved);
      const { cells, items } = compareAccounts(before.account, after.account, moved);
      const between = (event: string): boolean =>
        revisionOf(event) >= Math.min(first, second) && revisionOf(event) < Math.max(first, second);

      const changed = new Map(cells.map((cell) => [`${cell.table} ${cell.row} ${cell.column}`, cell]));
      expect(changed.size).toBe(cells.length);
      for (const id of STATEMENTS.keys()) {
        const [was, is] = [tableOf(before.account, id), tableOf(after.account, id)];
        for (const row of new Set([...was.byKey.keys(), ...is.byKey.keys()])) {
          for (let column = 0; column < was.columns; column++) {
            const [from, to] = [was.byKey.get(row)?.[column] ?? 0, is.byKey.get(row)?.[column] ?? 0];
            const cell = changed.get(`${id} ${row} ${column}`);
            expect([id, row, column, cell?.before ?? from, cell?.after ?? from]).toEqual([id, row, column, from, to]);
          }
        }
      }
      for (const { events: of } of [...cells, ...items.flatMap(({ drivers }) => drivers)]) {
        expect(of.length).toBeGreaterThan(0);
        expect(of.every(between)).toBe(true);
        told += 1;
      }
      const known = new Map(after.account.items.map((item) => [item.code, item]));
      for (const { code, original, actual, drivers } of items) {
        const item = known.get(code);
        expect([original.after, actual.after]).toEqual([item?.original ?? 0, item?.actual ?? 0]);
        for (const { kind, purpose, after: fen } of item ? drivers : []) {
          const driver = item?.drivers.find((each) => each.kind === kind && each.purpose === purpose);
          expect([kind, purpose, driver?.fen ?? 0]).toEqual([kind, purpose, fen]);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(30);
});

it('a transfer that one unit plans moves the income of another in the department’s budget, and is told there', () => {
  const receipt = budgeted(line('2080101', 'basic', 'superior'), '40');
  const grant = budgeted(line('2080101', 'toAffiliated', 'institutional'), '40');
  const before = accountOfEvents({ '1': [...live('1', []).events], '2': [...live('2', []).events, receipt] });
  const after = accountOfEvents({ '1': [...live('1', []).events, grant], '2': [...live('2', []).events, receipt] });
  const [entry] = after.entries.filter(({ kind }) => kind === 'toAffiliated');
  const moved = entry ? [{ entry, sign: 1 } as Moved] : [];
  const { cells } = compareAccounts(before.account, after.account, moved);
  const income = cells.find(({ table, row }) => table === 'Y01' && row === 'in.superior');
  expect(income).toMatchObject({ before: 40_000_000, after: 0, events: [expect.stringMatching(/^1\.2023@/)] });
});

describe('two moments of a year', () => {
  const office = line('2080101');
  const pensions = line('2080501');
  const fund = line('2120803', 'project', 'governmentFund', '道路建设');
  const begun = [
    say.opened('1', '本级', 'administrative'),
    budgeted(office, '100'),
    budgeted(pensions, '50'),
    budgeted(fund, '30'),
    say.supplemented(pensions, '5', '示财预〔2023〕1号', '追加业务费'),
    say.reasoned('2080101', '人员减少'),
    say.disclosed('公务用车保有量', '2'),
  ];
  const since = [
    say.supplemented(pensions, '20', '示财预〔2023〕2号', '追加业务费'),
    say.supplemented(pensions, '3', '示财预〔2023〕3号', '追加宣传费'),
    say.cut(pensions, '1', '示财预〔2023〕4号', '压减'),
    say.paid(office, '30101', '60'),
    say.paid(fund, '31005', '7'),
    say.reasoned('2080101', '人员增加'),
    say.disclosed('公务接待人次', '9'),
    say.paid(line('2050301', 'project', 'generalPublic', '培训'), '30216', '2'),
    say.disclosed('公务用车保有量', '3'),
    say.transferredOut(office, '4', '示财预〔2023〕5号'),
    say.transferredIn(office, '4', '示财预〔2023〕5号'),
  ];
  const changesOf = (sign: 1 | -1 = 1) => {
    const [before, after] = [accountOfEvents({ '1': begun }), accountOfEvents({ '1': [...begun, ...since] })];
    const moved = after.entries.slice(before.entries.length).map((entry): Moved => ({ entry, sign }));
    const [one, other] = sign === 1 ? [before, after] : [after, before];
    return compareAccounts(one.account, other.account, moved);
  };
  const wan = (fen: number): number => fen / 1_000_000;

  it('differ in items, each driver with the events that made it, and none that comes to nothing', () => {
    const told = changesOf().items.map(({ code, original, actual, drivers }) => [
      code,
      [wan(original.before), wan(original.after), original.events],
      [wan(actual.before), wan(actual.after), actual.events],
      drivers.map((driver) => [driver.kind, driver.purpose, wan(driver.before), wan(driver.after), driver.events]),
    ]);
    expect(told).toEqual([
      ['2050301', [0, 0, []], [0, 2, ['1.2023@14']], [['unspent', null, 0, 2, ['1.2023@14']]]],
      [
        '2080101',
        [100, 100, []],
        [0, 60, ['1.2023@10']],
        [['unspent', null, -100, -40, ['1.2023@10', '1.2023@16', '1.2023@17']]],
      ],
      [
        '2080501',
        [50, 50, []],
        [0, 0, []],
        [
          ['supplement', '追加业务费', 5, 25, ['1.2023@7']],
          ['supplement', '追加宣传费', 0, 3, ['1.2023@8']],
          ['cut', '压减', 0, -1, ['1.2023@9']],
          ['unspent', null, -55, -77, ['1.2023@7', '1.2023@8', '1.2023@9']],
        ],
      ],
    ]);
  });

  it('differ in what was said, each with the event that says it now, or said it before', () => {
    expect(changesOf().facts).toMatchObject([
      {
        kind: 'reason',
        name: '2080101',
        before: { value: '人员减少' },
        after: { value: '人员增加' },
        events: ['1.2023@12'],
      },
      {
        kind: 'disclosure',
        name: '公务接待人次',
        before: null,
        after: { value: { value: '9' } },
        events: ['1.2023@13'],
      },
      {
        kind: 'disclosure',
        name: '公务用车保有量',
        before: { value: { value: '2' } },
        after: { value: { value: '3' } },
        events: ['1.2023@15'],
      },
    ]);
    const [, gone] = changesOf(-1).facts;
    expect(gone).toMatchObject({ name: '公务接待人次', after: null, events: ['1.2023@13'] });
  });

  it('differ in cells by row, and a cell names its own events only', () => {
    const cells = changesOf().cells.filter(({ table, column }) => table === '03' && column === 0);
    expect(cells.map(({ row, before, after, events }) => [row, wan(before), wan(after), events])).toEqual([
      ['205', 0, 2, ['1.2023@14']],
      ['20503', 0, 2, ['1.2023@14']],
      ['2050301', 0, 2, ['1.2023@14']],
      ['208', 0, 60, ['1.2023@10']],
      ['20801', 0, 60, ['1.2023@10']],
      ['2080101', 0, 60, ['1.2023@10']],
      ['212', 0, 7, ['1.2023@11']],
      ['21208', 0, 7, ['1.2023@11']],
      ['2120803', 0, 7, ['1.2023@11']],
      ['total', 0, 69, ['1.2023@10', '1.2023@11', '1.2023@14']],
    ]);
  });

  it('do not differ where nothing happened in between', () => {
    const { account } = accountOfEvents({ '1': begun });
    expect(compareAccounts(account, account, [])).toEqual({ cells: [], items: [], facts: [] });
  });
});

it('events are named once, by unit and in their order, not by their digits', () => {
  const at = (unit: string, revision: number): Entry[] =>
    entriesOf(budgeted(line('2080101'), '1'), { unit, year: 2023, revision });
  const entries = [...at('2', 3), ...at('1', 10), ...at('1', 9), ...at('1', 10)];
  expect(namesOf(entries)).toEqual(['1.2023@9', '1.2023@10', '2.2023@3']);
});
