import { STANDARD_SETTINGS, type WatchSettings } from '@juesuan/execution';
import type { Balance } from '@juesuan/account';
import { watched } from '../../testing/watched';
import { alertsOf } from '.';

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
const alerts = (asOf: string, paid: Parameters<typeof given>[0]) => alertsOf(watched({ asOf, balances: given(paid) }));
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
    key: 'other-items:1|甲',
    facts: { paid: 100_01, others: 20_01 },
  });
  expect(alert?.balances.map(({ economicItem }) => economicItem)).toEqual(['30299']);
});

describe('三公', () => {
  const unit = (paid: number, budget?: number): Balance[] => [
    { ...line, kind: 'basic', project: '', id: 1, measure: 'original', economicItem: '', amount: 1_000_00 },
    { ...line, kind: 'basic', project: '', id: 2, measure: 'payment', economicItem: '30217', amount: paid },
    ...(budget === undefined
      ? []
      : [
          {
            ...line,
            fundSource: '',
            item: '',
            kind: '',
            project: '',
            id: 3,
            measure: 'threePublicBudget',
            economicItem: 'reception',
            amount: budget,
          } as const,
        ]),
  ];
  const of = (balances: Balance[]) =>
    alertsOf(watched({ asOf: '2023-01-01', balances })).map(({ key, level }) => `${key} ${level}`);

  it('is looked at where it was paid above its budget, or without any', () => {
    expect(of(unit(100_00, 100_00))).toEqual([]);
    expect(of(unit(100_01, 100_00))).toEqual(['three-public:1|reception refuse']);
    expect(of(unit(100_00))).toEqual(['three-public-unbudgeted:1 warn']);
    expect(of(unit(0))).toEqual([]);
  });
});

it('a rule that is turned off finds nothing, and limits are the office’s own', () => {
  const balances = given([['30201', 700_00]]);
  const asked = (settings: Partial<WatchSettings>) =>
    alertsOf(watched({ asOf: '2023-12-31', balances, settings: { ...STANDARD_SETTINGS, ...settings } })).map(
      ({ key, level }) => `${key} ${level}`,
    );
  expect(asked({})).toEqual(['behind-time:1 reply']);
  expect(asked({ limits: { ...STANDARD_SETTINGS.limits, lagReply: 30 } })).toEqual(['behind-time:1 warn']);
  expect(asked({ off: ['behind-time'] })).toEqual([]);
});

it('names the unit, the item and the project in its sentence', () => {
  const names = { unit: () => '市人社局', item: () => '一般行政管理事务' };
  const [late] = alertsOf(watched({ asOf: '2023-12-31', balances: given([]), names }));
  expect(late?.message).toBe(
    '市人社局（1）全年预算数0.10万元，已支付0.00万元，执行率0.00%，落后于序时进度100.00%，请加快执行或说明原因。',
  );
  const [full] = alertsOf(watched({ asOf: '2023-12-30', balances: given([['30201', 950_00]]), names }));
  expect(full?.message).toContain('市人社局（1）的项目“甲”（一般行政管理事务，2080102）全年预算数0.10万元');
});
