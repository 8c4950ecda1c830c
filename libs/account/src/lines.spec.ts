import { available, finalBudget, lineKey } from '@juesuan/execution';
import fc from 'fast-check';
import { accountOfEvents } from '../testing/account-of-events';
import { FACES, live } from '../testing/lives';
import { lineAccounts } from './lines';

const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });

it('has of every line what the write side decides on', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const { events, year } = live('1', thrown);
      const lines = lineAccounts(accountOfEvents({ '1': events }).account.balances);
      const shown = new Map(lines.map((each) => [lineKey(each.line), each]));
      for (const [key, totals] of year.lines) {
        expect(shown.get(key) ?? { final: 0, paid: 0, frozen: 0, available: 0 }).toMatchObject({
          final: finalBudget(totals),
          paid: totals.paid,
          frozen: totals.frozen,
          available: available(totals),
        });
      }
      expect([...shown.keys()].filter((key) => !year.lines.has(key))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
