import { FISCAL_FUNDS } from '@juesuan/classification';
import type { BudgetYearEvent } from '@juesuan/execution';
import type { Fen } from '@juesuan/kernel';
import fc from 'fast-check';
import { accountOfEvents } from '../testing/account-of-events';
import * as say from '../testing/events';
import { FACES, live } from '../testing/lives';
import { type Account, balancesUnder } from './account';
import { cell, contributions, printed, type Table } from './statement';
import { STATEMENTS } from './tables';

const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });
const RUNS = { numRuns: 120 };

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, each) => total + each, 0);
/** What does not hold between and inside the tables of an account; empty when all does. */
function untrue(account: Account): string[] {
  const at = (table: string, row: string, column = 0): Fen => cell(tables.get(table)!, row, column);
  const tables = new Map<string, Table>([...account.finalTables, ...account.budgetTables]);
  const faults: string[] = [];
  const same = (what: string, left: Fen, right: Fen): void =>
    void (left === right || faults.push(`${what}: ${left} ≠ ${right}`));
  const rowsOf = (id: string, keys: (key: string) => boolean, column = 0): Fen =>
    sum(
      tables
        .get(id)!
        .rows.filter(({ key }) => keys(key))
        .map(({ amounts }) => amounts[column]!),
    );
  const isSource = (key: string): boolean => /^in\.(?!total|opening|useOfSurplus|grandTotal)/.test(key);
  const isClass = (key: string): boolean => /^out\.\d/.test(key);

  for (const id of ['01', 'Y01']) {
    same(`${id} sources`, rowsOf(id, isSource), at(id, 'in.total'));
    same(`${id} classes`, rowsOf(id, isClass), at(id, 'out.total'));
    same(`${id} 总计`, at(id, 'in.grandTotal'), at(id, 'out.grandTotal'));
  }
  const coming = at('01', 'in.total') + at('01', 'in.opening') + at('01', 'in.useOfSurplus');
  same('01 in', coming, at('01', 'in.grandTotal'));
  same(
    '01 out',
    at('01', 'out.total') + at('01', 'out.distribution') + at('01', 'out.closing'),
    at('01', 'out.grandTotal'),
  );
  same('02 = 01', at('02', 'total'), at('01', 'in.total'));
  same('03 = 01', at('03', 'total'), at('01', 'out.total'));
  for (const { key, amounts } of tables.get('03')!.rows) {
    if (key.length === 3) same(`03 ${key} = 01`, amounts[0]!, at('01', `out.${key}`));
  }
  for (const id of ['02', '03', '05', '07', '08', 'Y02', 'Y03', 'Y05', 'Y07', 'Y08']) nested(tables.get(id)!, same);
  for (const row of ['total', ...tables.get('02')!.rows.map(({ key }) => key)]) {
    same(`02 ${row}`, at('02', row), sum([1, 2, 3, 4, 5, 6].map((column) => at('02', row, column))));
  }
  for (const { key, amounts } of tables.get('03')!.rows) same(`03 ${key}`, amounts[0]!, sum(amounts.slice(1)));

  same('04 总计', at('04', 'in.grandTotal'), at('04', 'out.grandTotal'));
  same('04 in', at('04', 'in.total') + at('04', 'in.opening'), at('04', 'in.grandTotal'));
  FISCAL_FUNDS.forEach((fund, index) => {
    const column = index + 1;
    const arrived = at('04', `in.${fund}`) + at('04', `in.opening.${fund}`);
    same(`04 ${fund} closing`, arrived - at('04', 'out.total', column), at('04', 'out.closing', column));
    same(`04 ${fund} 总计`, arrived, at('04', 'out.grandTotal', column));
    same(`04 ${fund} classes`, rowsOf('04', isClass, column), at('04', 'out.total', column));
    same(`01 ${fund}`, at('01', `in.${fund}`), at('04', `in.${fund}`));
  });
  for (const row of ['out.total', 'out.closing', 'out.grandTotal']) {
    same(`04 ${row}`, at('04', row), sum([1, 2, 3].map((column) => at('04', row, column))));
  }
  same('05 = 04', at('05', 'total'), at('04', 'out.total', 1));
  same('08 = 04', at('08', 'total'), at('04', 'out.total', 3));
  same('07 = 04 spending', at('07', 'total', 2), at('04', 'out.total', 2));
  same('07 = 04 closing', at('07', 'total', 5), at('04', 'out.closing', 2));
  same('07 itself', at('07', 'total') + at('07', 'total', 1) - at('07', 'total', 2), at('07', 'total', 5));
  same('05 = basic + project', at('05', 'total'), at('05', 'total', 1) + at('05', 'total', 2));
  same('06 = 05', at('06', 'personnel') + at('06', 'publicUse'), at('05', 'total', 1));
  same(
    '06 classes',
    rowsOf('06', (key) => key.length === 3),
    at('05', 'total', 1),
  );
  same(
    '06 items',
    rowsOf('06', (key) => key.length === 5),
    at('05', 'total', 1),
  );
  for (const row of ['budget', 'actual']) {
    same(`09 ${row}`, at('09', row), at('09', row, 1) + at('09', row, 2) + at('09', row, 5));
    same(`09 ${row} 车`, at('09', row, 2), at('09', row, 3) + at('09', row, 4));
  }
  same('Y02 = Y01', at('Y02', 'total'), at('Y01', 'in.grandTotal'));
  same('Y03 = Y01', at('Y03', 'total'), at('Y01', 'out.total'));
  same('Y04 总计', at('Y04', 'in.grandTotal'), at('Y04', 'out.grandTotal'));
  same('Y05 = Y04', at('Y05', 'total'), at('Y04', 'out.total', 1));
  same('Y06 = Y05', at('Y06', 'total'), at('Y05', 'total', 1));
  same('Y06 人员 + 公用', at('Y06', 'total'), at('Y06', 'total', 1) + at('Y06', 'total', 2));
  same('items', sum(account.items.map(({ actual }) => actual)), at('05', 'total'));
  return faults;
}

/** Parents are the sums of their children, in every column. */
function nested(table: Table, same: (what: string, left: Fen, right: Fen) => void): void {
  const parentOf = (key: string): string => (key.length === 3 ? 'total' : key.slice(0, -2));
  const children = table.rows.filter(({ key }) => key !== 'total');
  for (const { key, amounts } of table.rows.filter(({ key }) => key.length < 7)) {
    const own = children.filter((child) => parentOf(child.key) === key);
    amounts.forEach((amount, column) =>
      same(`${table.id} ${key}`, amount, sum(own.map((child) => child.amounts[column]!))),
    );
  }
}

describe('the tables', () => {
  it('agree with each other and within themselves, in one unit and consolidated', () => {
    fc.assert(
      fc.property(throws, throws, (first, second) => {
        const years = { '1': live('1', first).events, '2': live('2', second).events };
        expect(untrue(accountOfEvents({ '1': years['1'] }).account)).toEqual([]);
        expect(untrue(accountOfEvents(years).account)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('know of every cell the balances it sums', () => {
    fc.assert(
      fc.property(throws, throws, (first, second) => {
        const { account } = accountOfEvents({ '1': live('1', first).events, '2': live('2', second).events });
        for (const [id, table] of [...account.finalTables, ...account.budgetTables]) {
          const statement = STATEMENTS.get(id)!;
          for (const { key, amounts } of table.rows) {
            amounts.forEach((amount, column) => {
              const from = contributions(statement, balancesUnder(account, id), key, column);
              expect(sum(from.map(({ balance, sign }) => sign * balance.amount))).toBe(amount);
            });
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('do not change when a payment is made in parts', () => {
    fc.assert(
      fc.property(throws, fc.integer({ min: 2, max: 5 }), (thrown, parts) => {
        const { events } = live('1', thrown);
        const whole = accountOfEvents({ '1': events }).account;
        const split = accountOfEvents({ '1': events.flatMap((event) => inParts(event, parts)) }).account;
        expect(rows(split)).toEqual(rows(whole));
        expect(figures(split)).toEqual(figures(whole));
      }),
      RUNS,
    );
  });

  it('do not depend on the order in which balances come', () => {
    fc.assert(
      fc.property(throws, (thrown) => {
        const { events } = live('1', thrown);
        const [opening, ...rest] = events;
        const backwards = accountOfEvents({ '1': [opening!, ...rest.reverse()] }).account;
        const forwards = accountOfEvents({ '1': live('1', thrown).events }).account;
        expect(rows(backwards)).toEqual(rows(forwards));
        expect(figures(backwards)).toEqual(figures(forwards));
      }),
      RUNS,
    );
  });
});

function inParts(event: BudgetYearEvent, parts: number): BudgetYearEvent[] {
  if (event.type !== 'PaymentMade' || event.data.amount < parts) return [event];
  const { data } = event;
  const small = Math.floor(data.amount / parts);
  const amounts = [...new Array<Fen>(parts - 1).fill(small), data.amount - small * (parts - 1)];
  return amounts.map((amount, index) => {
    const held = index === 0 && data.fromFreeze !== undefined ? {} : { fromFreeze: 0 };
    return { type: 'PaymentMade', data: { ...data, amount, voucher: `${data.voucher}-${index}`, ...held } };
  });
}

const rows = ({ finalTables, budgetTables }: Account) =>
  [...finalTables, ...budgetTables].map(([id, table]) => [id, table.rows]);

const figures = ({ items }: Account) =>
  items.map(({ code: item, original, actual, drivers }) => ({
    item,
    original,
    actual,
    drivers: drivers.map(({ kind, purpose, fen }) => `${kind} ${purpose} ${fen}`).sort(),
  }));

describe('figures an accountant knows where to look for', () => {
  const office = say.line('2080101');
  const unit = say.opened('301001', '市人社局本级', 'administrative');
  const tableOf = (id: string, ...events: BudgetYearEvent[]): Table => {
    const { finalTables, budgetTables } = accountOfEvents({ '301001': [unit, ...events] }).account;
    return (finalTables.get(id) ?? budgetTables.get(id))!;
  };

  it('财政专户管理资金 is 事业收入 in the final account, a source of its own in the budget', () => {
    const table = tableOf(
      '01',
      say.received('fiscalAccount', '2080101', '12'),
      say.received('institutional', '2080101', '3'),
    );
    expect([printed(table, 'in.institutional'), printed(table, 'in.total')]).toEqual(['15.00', '15.00']);
    const budget = tableOf('Y01', say.budgeted(say.line('2080101', 'basic', 'fiscalAccount'), '12'));
    expect([printed(budget, 'in.fiscalAccount'), printed(budget, 'in.institutional')]).toEqual(['12.00', '0.00']);
  });

  it('年末结转和结余 is money, not quota: opening + income − expenditure', () => {
    const events = [
      say.openedWith('generalPublic', '2080101', '5'),
      say.received('generalPublic', '2080101', '100'),
      say.budgeted(office, '120'),
      say.paid(office, '30101', '90', 'V1'),
      say.refunded(office, '30101', '10', 'V1'),
    ];
    expect(printed(tableOf('01', ...events), 'out.closing')).toBe('25.00');
    expect(printed(tableOf('04', ...events), 'out.closing', 1)).toBe('25.00');
  });

  it('“三公” counts basic and project spending of 财政拨款, and no other money', () => {
    const events = [
      say.threePublicBudget('reception', '3'),
      say.paid(office, '30217', '1'),
      say.paid(say.line('2080101', 'project', 'governmentFund', '甲'), '30217', '0.5'),
      say.paid(say.line('2080101', 'operating', 'operating'), '30217', '9'),
      say.paid(office, '30913', '7'),
      say.paid(office, '31013', '8'),
    ];
    expect(
      tableOf('09', ...events).rows.map(({ key, amounts }) => [key, ...amounts.map((fen) => fen / 1_000_000)]),
    ).toEqual([
      ['actual', 16.5, 0, 15, 15, 0, 1.5],
      ['budget', 3, 0, 0, 0, 0, 3],
    ]);
  });

  it('rows that come to nothing are absent; the profile says which are printed all the same', () => {
    const table = tableOf('05', say.paid(office, '30101', '10', 'V1'), say.refunded(office, '30101', '10', 'V1'));
    expect(table.rows).toEqual([]);
    expect([cell(table, '2080101'), printed(table, 'total')]).toEqual([0, '0.00']);
  });

  it('a department’s own transfers stand in tables 01 to 03 of its units only', () => {
    const transfer = say.line('2080101', 'toAffiliated', 'institutional');
    const { account } = accountOfEvents({
      '301': [say.opened('301', '市人社局', 'department')],
      '301001': [unit, say.budgeted(transfer, '40'), say.paid(transfer, '30101', '40')],
      '301002': [say.opened('301002', '中心', 'institution'), say.received('superior', '2080101', '40')],
    });
    const [overview, income, expenditure] = ['01', '02', '03'].map((id) => account.finalTables.get(id)!);
    expect(printed(overview!, 'in.superior')).toBe('0.00');
    expect([income!.rows, expenditure!.rows]).toEqual([[], []]);
  });

  it('and so do transfers that its units have budgeted, in Y01 to Y03', () => {
    const grant = say.line('2080101', 'toAffiliated', 'institutional');
    const { account } = accountOfEvents({
      '301': [say.opened('301', '市人社局', 'department')],
      '301001': [unit, say.budgeted(grant, '40')],
      '301002': [
        say.opened('301002', '中心', 'institution'),
        say.budgeted(say.line('2080150', 'basic', 'superior'), '40'),
        say.budgeted(say.line('2080150', 'basic', 'superior'), '2'),
      ],
    });
    const at = (id: string, row: string, column = 0): string => printed(account.budgetTables.get(id)!, row, column);
    expect(
      ['in.institutional', 'in.superior', 'in.grandTotal', 'out.208', 'out.grandTotal'].map((row) => at('Y01', row)),
    ).toEqual(['40.00', '2.00', '42.00', '42.00', '42.00']);
    expect([at('Y02', '2080150', 6), at('Y02', '2080101'), at('Y02', 'total')]).toEqual(['2.00', '40.00', '42.00']);
    expect([at('Y03', '2080150', 1), at('Y03', '2080101', 5), at('Y03', 'total')]).toEqual(['42.00', '0.00', '42.00']);
  });
});
