import type { Fact, FactValues } from '@juesuan/account';
import type { AlertLevel } from '@juesuan/execution';
import { type Alert, knownAlerts } from '.';

const key = 'behind-time:301001';
const raisedAt = (level: AlertLevel): Alert[] => [
  { unit: '301001', rule: 'behind-time', key, level, message: '慢。', facts: {}, balances: [] },
];
type Day = readonly [date: string, level: AlertLevel];
const facts = <Kind extends 'alertAnswer' | 'alertSettlement'>(days: readonly Day[], words: object) =>
  new Map(
    days.map(([date, level], index) => {
      const value = { key, level, message: '慢。', date, ...words } as FactValues[Kind];
      return [`${key} ${date}`, { value, event: `301001.2023@${index}` } satisfies Fact<FactValues[Kind]>];
    }),
  );
const answers = (...days: Day[]) => facts<'alertAnswer'>(days, { text: '已在办' });
const settlements = (...days: Day[]) => facts<'alertSettlement'>(days, { comment: '同意' });
const life = (
  asOf: string,
  raised: readonly Alert[],
  answered: ReturnType<typeof answers>,
  settled = settlements(),
): unknown[] =>
  knownAlerts('301001', raised, { answers: answered, settlements: settled }, asOf).map(
    ({ status, again, standing, answer }) => [status, again, standing, answer?.value.date ?? null],
  );

it('an alert is raised until it is answered, and answered until it is settled', () => {
  expect(life('2023-06-30', raisedAt('warn'), answers())).toEqual([['raised', false, true, null]]);
  const answered = answers(['2023-06-30', 'warn']);
  expect(life('2023-06-30', raisedAt('warn'), answered)).toEqual([['answered', false, true, '2023-06-30']]);
  const settled = settlements(['2023-07-03', 'warn']);
  expect(life('2023-07-03', raisedAt('warn'), answered, settled)).toEqual([['settled', false, true, '2023-06-30']]);
});

it('is raised again once it is graver than what was answered or settled', () => {
  const answered = answers(['2023-06-30', 'warn']);
  const settled = settlements(['2023-07-03', 'warn']);
  expect(life('2023-09-30', raisedAt('reply'), answered)).toEqual([['raised', true, true, '2023-06-30']]);
  expect(life('2023-09-30', raisedAt('reply'), answered, settled)).toEqual([['raised', true, true, '2023-06-30']]);
  expect(life('2023-09-30', raisedAt('record'), answered, settled)).toEqual([['settled', false, true, '2023-06-30']]);
});

it('an earlier day does not know what was said later, and knows what was said by then', () => {
  const answered = answers(['2023-06-30', 'warn'], ['2023-09-30', 'reply']);
  expect(life('2023-06-29', raisedAt('reply'), answered)).toEqual([['raised', false, true, null]]);
  expect(life('2023-07-31', raisedAt('warn'), answered)).toEqual([['answered', false, true, '2023-06-30']]);
  expect(life('2023-09-30', raisedAt('reply'), answered)).toEqual([['answered', false, true, '2023-09-30']]);
});

it('one that was answered and that the figures raise no more stays to be seen', () => {
  expect(life('2023-10-31', [], answers(['2023-06-30', 'reply']))).toEqual([['answered', false, false, '2023-06-30']]);
  expect(life('2023-10-31', [], answers())).toEqual([]);
});
