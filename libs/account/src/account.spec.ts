import { accountOfEvents } from '../testing/account-of-events';
import * as say from '../testing/events';
import { FULL_YEAR } from '../testing/full-year';
import { type Account, accountOf, accountOfUnit, cellParts, tableOf } from './account';
import { STATEMENTS } from './tables';

const office = say.line('2080101');
const opened = say.opened('1', '本级', 'administrative');
const planned = say.budgeted(office, '10');
const paid = say.paid(office, '30101', '1');
const statement = (id: string) => STATEMENTS.get(id) ?? fail(id);
const fail = (id: string): never => {
  throw new RangeError(id);
};

describe('the document of an account', () => {
  const isBudget = (...events: Parameters<typeof accountOfEvents>[0][string]): boolean =>
    accountOfEvents({ '1': [opened, ...events] }).account.isBudget;

  it('is the budget until something is paid or the year is closed', () => {
    expect(isBudget(planned)).toBe(true);
    expect(isBudget(planned, paid)).toBe(false);
    expect(isBudget(planned, say.closed)).toBe(false);
  });

  it('is the budget while one unit is open, and on any day without payments', () => {
    const { account } = accountOfEvents({
      '1': [opened, planned, say.closed],
      '2': [say.opened('2', '中心', 'institution')],
    });
    expect(account.isBudget).toBe(true);
    const closed = accountOfEvents({ '1': [opened, planned, say.closed] }).account;
    expect(accountOf({ ...closed, asOf: '2023-06-30' }).isBudget).toBe(true);
  });

  it('is the one asked for', () => {
    const { account } = accountOfEvents({ '1': [opened, planned] });
    expect(accountOf({ ...account, document: 'final' }).isBudget).toBe(false);
    expect(accountOf({ ...accountOfEvents({ '1': [opened, paid] }).account, document: 'budget' }).isBudget).toBe(true);
  });
});

describe('one unit of a department’s account', () => {
  const department = accountOfEvents(FULL_YEAR).account;
  const [, bureau] = department.units;

  it('is the account of its own balances, of the same document', () => {
    const own = accountOfUnit(department, bureau ?? fail('900001'));
    expect([own.unit.code, own.year, own.isBudget]).toEqual(['900001', 2023, false]);
    expect(new Set(own.balances.map(({ unit }) => unit))).toEqual(new Set(['900001']));
    const alone = accountOfEvents({ '900001': FULL_YEAR['900001'] ?? [] }).account;
    expect([...own.finalTables]).toEqual([...alone.finalTables]);
    const budget = accountOf({ ...department, document: 'budget' });
    expect(accountOfUnit(budget, bureau ?? fail('900001')).isBudget).toBe(true);
  });
});

describe('the parts of a cell', () => {
  const { account } = accountOfEvents(FULL_YEAR);
  const told = (of: Account, id: string, row: string) =>
    cellParts(of, statement(id), row, 0).map(({ kind, amount, contributions }) => [kind, amount, contributions.length]);

  it('are what the units recorded and what consolidation took off', () => {
    expect(told(account, '02', '2080150')).toEqual([
      ['recorded', 20_000_000, 2],
      ['elimination', -12_000_000, 1],
    ]);
    expect(account.finalTables.get('02')?.byKey.get('2080150')?.[0]).toBe(8_000_000);
  });

  it('are one where nothing was taken off, and in a table that is not consolidated', () => {
    expect(told(account, '02', '2120803')).toEqual([['recorded', 29_000_000, 1]]);
    expect(told(account, '05', '2080101')).toEqual([['recorded', 112_600_000, 6]]);
  });
});

describe('an account', () => {
  it('has every table by its id, and no other', () => {
    const { account } = accountOfEvents(FULL_YEAR);
    expect(tableOf(account, 'Y04').id).toBe('Y04');
    expect(() => tableOf(account, '99')).toThrow('no table 99');
  });

  it('orders its balances by what they are, however they came', () => {
    const { account } = accountOfEvents(FULL_YEAR);
    const backwards = accountOf({ ...account, balances: account.balances.toReversed() });
    expect(backwards.balances).toEqual(account.balances);
    const keys = account.balances.map(({ unit, item, fundSource, kind, project, measure }) =>
      [unit, item, fundSource, kind, project, measure].join(' '),
    );
    expect(keys.slice(0, 3)).toEqual(keys.slice(0, 3).toSorted());
  });
});
