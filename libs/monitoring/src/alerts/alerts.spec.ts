import type { Balance } from '@juesuan/account';
import { ALERT_LIMITS, alertsOf } from '.';

const line = { unit: '1', year: 2023, fundSource: 'generalPublic', item: '2080102', purpose: '' } as const;
const given = (paid: readonly (readonly [economicItem: string, amount: number])[]): Balance[] => {
  const project = { ...line, kind: 'project', project: '甲' } as const;
  return [
    { ...project, id: 1, measure: 'original', economicItem: '', amount: 1_000_00 },
    ...paid.map(
      ([economicItem, amount], id) => ({ ...project, id: id + 2, measure: 'payment', economicItem, amount }) as const,
    ),
  ];
};
const alerts = (asOf: string, paid: Parameters<typeof given>[0]) =>
  alertsOf({ year: 2023, asOf, balances: given(paid), limits: ALERT_LIMITS });
const found = (...asked: Parameters<typeof alerts>) => alerts(...asked).map(({ key, level }) => `${key} ${level}`);

it.each([
  ['2023-12-31', 900_00, []],
  ['2023-12-31', 899_94, ['behind-time:1 warn']],
  ['2023-12-31', 800_00, ['behind-time:1 warn']],
  ['2023-12-31', 799_94, ['behind-time:1 reply']],
])(
  'at %s with %i 分 of 1000 元 paid, a unit is behind time only past the limit, by the rates as printed',
  (asOf, paid, expected) => {
    expect(found(asOf, [['30201', paid]])).toEqual(expected);
  },
);

it.each([
  ['2023-12-30', 900_00, []],
  ['2023-12-30', 900_01, ['nearly-used-up:1|2080102|generalPublic|project|甲 warn']],
  ['2023-12-31', 900_01, []],
])('at %s with %i 分 of 1000 元 paid, a line is nearly used up only with time left', (asOf, paid, expected) => {
  expect(found(asOf, [['30201', paid]])).toEqual(expected);
});

it('“其他” items of a project are looked at above a fifth of what it paid, and the balances behind are theirs', () => {
  const fifth = [
    ['30201', 80_00],
    ['30299', 20_00],
  ] as const;
  const more = [
    ['30201', 80_00],
    ['30299', 20_01],
  ] as const;
  expect(found('2023-01-01', fifth)).toEqual([]);
  const [alert] = alerts('2023-01-01', more);
  expect(alert).toMatchObject({
    key: 'other-items:1|2080102|generalPublic|甲',
    facts: { paid: 100_01, others: 20_01 },
  });
  expect(alert?.balances.map(({ economicItem }) => economicItem)).toEqual(['30299']);
});
