import { type BudgetLine, finalBudget, lineKey } from '@juesuan/execution';
import type { Fen } from '@juesuan/kernel';
import fc from 'fast-check';
import { accountOfEvents } from '../testing/account-of-events';
import { line, paid, received } from '../testing/events';
import { CLOSING, FACES, live } from '../testing/lives';
import { cellParts, tableOf } from './account';
import type { Entry, Measure } from './entry';
import { cell, type Statement } from './statement';
import { STATEMENTS } from './tables';

const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });
const RUNS = { numRuns: 120 };

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, each) => total + each, 0);
const entriesSum = (entries: readonly Entry[], ...measures: Measure[]): Fen =>
  sum(entries.filter(({ measure }) => measures.includes(measure)).map(({ amount }) => amount));

describe('the journal', () => {
  it('says of every line what the write side says, in whole 分', () => {
    fc.assert(
      fc.property(throws, (thrown) => {
        const { events, year } = live('1', thrown);
        const { entries } = accountOfEvents({ '1': events });
        expect(entries.filter(({ amount }) => !Number.isSafeInteger(amount) || amount === 0)).toEqual([]);
        for (const [key, totals] of year.lines) {
          const own = entries.filter((entry) => entry.kind !== '' && lineKey(entry as BudgetLine) === key);
          expect({
            final: entriesSum(
              own,
              'original',
              'originalCarryover',
              'supplement',
              'cut',
              'virementIn',
              'virementOut',
              'carryoverIn',
              'recall',
            ),
            paid: entriesSum(own, 'payment', 'refund', 'reclassification'),
            frozen: entriesSum(own, 'freeze'),
            carriedOut: entriesSum(own, 'carryoverOut'),
            surplus: entriesSum(own, 'surplus'),
          }).toEqual({
            final: finalBudget(totals),
            paid: totals.paid,
            frozen: totals.frozen,
            carriedOut: totals.carriedOut,
            surplus: totals.surplus,
          });
        }
        for (const [kind, ceiling] of year.threePublicBudget) {
          const set = entries.filter(({ economicItem }) => economicItem === kind);
          expect(entriesSum(set, 'threePublicBudget')).toBe(ceiling);
        }
      }),
      RUNS,
    );
  });

  it('moves a corrected payment without changing any sum', () => {
    fc.assert(
      fc.property(throws, (thrown) => {
        const { entries } = accountOfEvents({ '1': live('1', thrown).events });
        const corrections = entries.filter(({ measure }) => measure === 'reclassification');
        const byRevision = new Map<string, Fen>();
        for (const { revision, fundSource, amount } of corrections) {
          const key = `${revision} ${fundSource}`;
          byRevision.set(key, (byRevision.get(key) ?? 0) + amount);
        }
        expect([...byRevision.values()].filter((each) => each !== 0)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('an item’s drivers', () => {
  it('sum to actual − original exactly, over closing, reopening and closing again, in one unit and in two', () => {
    fc.assert(
      fc.property(throws, throws, (first, second) => {
        const years = { '1': live('1', first).events, '2': live('2', second).events };
        for (const { items } of [accountOfEvents({ '1': years['1'] }).account, accountOfEvents(years).account]) {
          for (const { code: item, drivers, actual, original } of items) {
            expect([item, sum(drivers.map(({ fen }) => fen))]).toEqual([item, actual - original]);
            const keys = drivers.map(({ kind, purpose }) => `${kind} ${purpose}`);
            expect(new Set(keys).size).toBe(keys.length);
          }
        }
      }),
      RUNS,
    );
  });

  it('of a closed year leave nothing unspent', () => {
    fc.assert(
      fc.property(throws, (thrown) => {
        const { events, year } = live('1', [...thrown, CLOSING]);
        expect(year.closed).toBe(true);
        const kinds = accountOfEvents({ '1': events }).account.items.flatMap(({ drivers }) =>
          drivers.map(({ kind }) => kind),
        );
        expect(kinds).not.toContain('unspent');
      }),
      RUNS,
    );
  });
});

describe('a cell of a department', () => {
  // Random years seldom transfer: one unit always paid the other something, which may be more or less than that received.
  const payment = paid(line('2080101', 'toAffiliated', 'institutional'), '30302', '3.00');
  const receipt = received('superior', '2080101', '2.00');

  it('is the sum of what its units recorded and what consolidation took off, in every table', () => {
    fc.assert(
      fc.property(throws, throws, (first, second) => {
        const years = { '1': [...live('1', first).events, payment], '2': [...live('2', second).events, receipt] };
        const { account } = accountOfEvents(years);
        for (const statement of STATEMENTS.values()) {
          const table = tableOf(account, statement.id);
          for (const { row, column } of account.balances.flatMap((balance) => statement.place(balance))) {
            const parts = cellParts(account, statement, row, column);
            expect(sum(parts.map(({ amount }) => amount))).toBe(cell(table, row, column));
          }
        }
        const kinds = cellParts(account, STATEMENTS.get('03') as Statement, 'total', 0).map(({ kind }) => kind);
        expect(kinds).toEqual(['recorded', 'elimination']);
      }),
      { numRuns: 30 },
    );
  });
});
