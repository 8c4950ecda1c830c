import fc from 'fast-check';
import * as say from '../testing/events';
import { FACES, live } from '../testing/lives';
import { accountOfEvents } from '../testing/account-of-events';
import { entriesOf } from './journal';
import { lineTimeline } from './line-timeline';
import { type LineAccount, lineAccounts } from './lines';

const KEYS = ['fundSource', 'item', 'kind', 'project'] as const;
const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });

it('ends with what the line has available, every step adding up to it', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const { events } = live('1', thrown);
      const entries = events.flatMap((event, revision) => entriesOf(event, { unit: '1', year: 2023, revision }));
      for (const { line, available, paid, final } of linesOf(events)) {
        const own = entries.filter((each) => KEYS.every((key) => each[key] === line[key]));
        const steps = lineTimeline(own);
        expect(steps.at(-1)?.available ?? 0).toBe(available);
        expect(steps.reduce((sum, { change }) => sum + change.paid, 0)).toBe(paid);
        expect(steps.reduce((sum, { change }) => sum + change.final, 0)).toBe(final);
        expect(steps.map(({ date }) => date)).toEqual(steps.map(({ date }) => date).sort());
      }
    }),
    { numRuns: 50 },
  );
});

const linesOf = (events: Parameters<typeof accountOfEvents>[0][string]): LineAccount[] =>
  lineAccounts(accountOfEvents({ '1': events }).account.balances);

it('takes an event that moves two parts of a line as one step, and steps of a day in the order they were recorded', () => {
  const line = say.line('2080101', 'project', 'generalPublic', '专项业务');
  const told = [
    say.budgeted(line, '10'),
    say.paid(line, '30201', '1'),
    say.frozen(line, '4', '合同一'),
    say.paidOutOfFreeze(line, '30201', '3', '合同一'),
  ];
  const entries = told.flatMap((event, revision) => entriesOf(event, { unit: '1', year: 2023, revision }));
  const steps = lineTimeline(entries.toReversed());
  expect(steps.map(({ revision, available }) => [revision, available / 1_000_000])).toEqual([
    [0, 10],
    [1, 9],
    [2, 5],
    [3, 5],
  ]);
  expect(steps.at(-1)?.change).toMatchObject({ frozen: -3_000_000, paid: 3_000_000, available: 0 });
});
