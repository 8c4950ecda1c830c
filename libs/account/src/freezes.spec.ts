import type { BudgetLine, BudgetYearEvent } from '@juesuan/execution';
import { lineKey } from '@juesuan/execution';
import { type Fen, parseWan } from '@juesuan/kernel';
import fc from 'fast-check';
import { frozen, line } from '../testing/events';
import { FACES, live } from '../testing/lives';
import { freezesOf } from './freezes';

const OFFICE = line('2080101');
const TRAINING = line('2080199', 'project', 'generalPublic', '培训');

const released = (on: BudgetLine, wan: string, freezeId: string): BudgetYearEvent => ({
  type: 'QuotaReleased',
  data: { line: on, amount: parseWan(wan), freezeId, date: '2023-07-01' },
});
const paidFrom = (on: BudgetLine, wan: string, fromFreeze: string, freezeId: string): BudgetYearEvent => ({
  type: 'PaymentMade',
  data: {
    line: on,
    amount: parseWan(wan),
    economicItem: '30213',
    voucher: '000001',
    date: '2023-08-01',
    summary: '合同款',
    freezeId,
    fromFreeze: parseWan(fromFreeze),
  },
});

const told = (...events: BudgetYearEvent[]) => freezesOf(events.map((event) => ({ event })));

describe('freezes', () => {
  it('say what was held, let go, spent, and is held still', () => {
    const [freeze] = told(
      frozen(TRAINING, '9', '合同-1'),
      released(TRAINING, '1', '合同-1'),
      paidFrom(TRAINING, '6', '5', '合同-1'),
    );
    expect(freeze).toMatchObject({ frozen: 9_000_000, released: 1_000_000, used: 5_000_000, left: 3_000_000 });
    expect(freeze?.steps.map(({ event }) => event.type)).toEqual(['QuotaFrozen', 'QuotaReleased', 'PaymentMade']);
  });

  it('begin anew where a number that was let go holds quota of another line', () => {
    const freezes = told(
      frozen(OFFICE, '2', '合同-1'),
      released(OFFICE, '2', '合同-1'),
      frozen(TRAINING, '3', '合同-1'),
      paidFrom(TRAINING, '1', '1', '合同-1'),
    );
    expect(freezes.map(({ line: on, left }) => [on, left])).toEqual([
      [OFFICE, 0],
      [TRAINING, 2_000_000],
    ]);
  });

  it('hold on every line what the write side holds, whatever happens', () => {
    const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });
    let held = 0;
    fc.assert(
      fc.property(throws, (thrown) => {
        const { events, year } = live('1', thrown);
        const left = new Map<string, Fen>();
        for (const freeze of told(...events)) {
          left.set(lineKey(freeze.line), (left.get(lineKey(freeze.line)) ?? 0) + freeze.left);
        }
        for (const [key, totals] of year.lines) {
          expect(left.get(key) ?? 0).toBe(totals.frozen);
          held += totals.frozen;
        }
      }),
      { numRuns: 100 },
    );
    expect(held).toBeGreaterThan(0);
  });
});
