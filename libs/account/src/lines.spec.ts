import { available, finalBudget, lineKey } from '@juesuan/execution';
import fc from 'fast-check';
import { accountOfEvents } from '../testing/account-of-events';
import * as say from '../testing/events';
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

describe('lines as an officer reads them', () => {
  const office = say.line('2080101');
  const software = say.line('2080102', 'project', 'generalPublic', '信息化');
  const linesOf = (...events: Parameters<typeof accountOfEvents>[0][string]) =>
    lineAccounts(accountOfEvents({ '301001': events }).account.balances);

  it('stand in the order of unit, item, source, kind and project, whenever they were given', () => {
    const given = [software, say.line('2080102', 'project', 'generalPublic', '平台'), office];
    for (const lines of [given, given.toReversed()])
      expect(linesOf(...lines.map((line) => say.budgeted(line, '1.00'))).map(({ line }) => line)).toEqual([
        office,
        software,
        say.line('2080102', 'project', 'generalPublic', '平台'),
      ]);
  });

  it('have nothing left once it was carried out, and are none of income', () => {
    const [line, ...others] = linesOf(
      say.received('generalPublic', '2080101', '5.00'),
      say.budgeted(office, '10.00'),
      say.carriedOut(office, '10.00'),
    );
    expect(line).toMatchObject({ final: 10_000_000, carriedOut: 10_000_000, available: 0 });
    expect(others).toEqual([]);
  });
});
