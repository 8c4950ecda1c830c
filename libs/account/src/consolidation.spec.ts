import type { ExpenditureKind, FundSource } from '@juesuan/classification';
import { parseWan } from '@juesuan/kernel';
import fc from 'fast-check';
import { eliminations, transfersIn } from './consolidation';
import type { Balance, Measure } from './entry';

let id = 0;
const balance = (unit: string, measure: Measure, amount: number, more: Partial<Balance> = {}): Balance => ({
  unit,
  year: 2023,
  measure,
  fundSource: '',
  item: '2080101',
  kind: '',
  project: '',
  economicItem: '',
  purpose: '',
  id: (id += 1),
  amount,
  ...more,
});
const pays = (unit: string, wan: string, item = '2080101', kind: ExpenditureKind = 'toAffiliated') =>
  balance(unit, 'payment', parseWan(wan), { kind, item, fundSource: 'institutional' });
const receives = (unit: string, wan: string, item = '2080101', fundSource: FundSource = 'superior') =>
  balance(unit, 'income', parseWan(wan), { item, fundSource });

const told = (balances: readonly Balance[]) =>
  balances.map(({ unit, measure, item, amount }) => [unit, measure, item, amount / 1_000_000]);

describe('transfers inside a department', () => {
  it('对附属单位补助 and 上级补助 of the same money are taken off both sides', () => {
    expect(told(eliminations([pays('本级', '100'), receives('中心', '100')]))).toEqual([
      ['本级', 'payment', '2080101', -100],
      ['中心', 'income', '2080101', -100],
    ]);
  });

  it('上缴上级 and 附属单位上缴 likewise; the two kinds do not mix', () => {
    const up = [pays('中心', '30', '2080101', 'toSuperior'), receives('本级', '30', '2080101', 'affiliated')];
    expect(told(eliminations(up))).toEqual([
      ['中心', 'payment', '2080101', -30],
      ['本级', 'income', '2080101', -30],
    ]);
    expect(eliminations([pays('中心', '30', '2080101', 'toSuperior'), receives('本级', '30')])).toEqual([]);
  });

  it('what only one side books went to or came from outside', () => {
    expect(eliminations([pays('本级', '100')])).toEqual([]);
    expect(eliminations([receives('中心', '100')])).toEqual([]);
    expect(told(eliminations([pays('本级', '100'), receives('中心', '60')]))).toEqual([
      ['本级', 'payment', '2080101', -60],
      ['中心', 'income', '2080101', -60],
    ]);
  });

  it('the same functional item is matched first, then codes in order', () => {
    const all = [
      pays('本级', '50', '2080102'),
      pays('本级', '50', '2080101'),
      receives('中心', '30', '2080199'),
      receives('中心', '50', '2080102'),
    ];
    expect(told(eliminations(all))).toEqual([
      ['本级', 'payment', '2080101', -30],
      ['本级', 'payment', '2080102', -50],
      ['中心', 'income', '2080102', -50],
      ['中心', 'income', '2080199', -30],
    ]);
  });

  it('a unit does not transfer to itself', () => {
    expect(eliminations([pays('本级', '100'), receives('本级', '100')])).toEqual([]);
    const withOutsider = [pays('本级', '100'), receives('本级', '80'), receives('中心', '10')];
    expect(told(eliminations(withOutsider))).toEqual([
      ['本级', 'payment', '2080101', -10],
      ['中心', 'income', '2080101', -10],
    ]);
  });

  it('a unit may stand between two others', () => {
    const chain = [pays('甲', '10'), pays('乙', '10'), receives('乙', '10'), receives('丙', '10')];
    expect(eliminations(chain).map(({ amount }) => amount / 1_000_000)).toEqual([-10, -10, -10, -10]);
  });

  it('counts what was paid after refunds and corrections', () => {
    const refund = balance('本级', 'refund', -parseWan('40'), { kind: 'toAffiliated', fundSource: 'institutional' });
    const sums = eliminations([pays('本级', '100'), refund, receives('中心', '100')]).map(({ amount }) => amount);
    expect(sums).toEqual([-parseWan('60'), -parseWan('60')]);
  });

  it('are told by kind, with what both sides lose', () => {
    const books = [
      ...[pays('本级', '100'), receives('中心', '60'), receives('站', '15', '2080102')],
      ...[pays('中心', '30', '2080101', 'toSuperior'), receives('本级', '30', '2080101', 'affiliated')],
    ];
    expect(transfersIn('final', eliminations(books))).toEqual([
      { kind: 'toAffiliated', fundSource: 'superior', amount: parseWan('75') },
      { kind: 'toSuperior', fundSource: 'affiliated', amount: parseWan('30') },
    ]);
    expect(transfersIn('final', [])).toEqual([]);
    expect(transfersIn('budget', eliminations(books))).toEqual([]);
  });

  it('leaves ordinary spending and income alone', () => {
    const ordinary = [pays('本级', '100', '2080101', 'basic'), receives('中心', '100', '2080101', 'generalPublic')];
    expect(eliminations(ordinary)).toEqual([]);
  });
});

describe('transfers inside a department that its units have budgeted', () => {
  const budgets = (unit: string, wan: string, more: Partial<Balance>) =>
    balance(unit, 'original', parseWan(wan), { fundSource: 'institutional', kind: 'basic', ...more });
  const sides = (balances: readonly Balance[]) =>
    balances.map(({ unit, fundSource, kind, amount }) => [unit, fundSource, kind, amount / 1_000_000]);

  it('one plans 对附属单位补助, another 上级补助收入: the spending of one and the income of the other are taken off', () => {
    const plans = [budgets('本级', '100', { kind: 'toAffiliated' }), budgets('中心', '60', { fundSource: 'superior' })];
    expect(sides(eliminations(plans))).toEqual([
      ['本级', '', 'toAffiliated', -60],
      ['中心', 'superior', '', -60],
    ]);
    expect(transfersIn('budget', eliminations(plans))).toEqual([
      { kind: 'toAffiliated', fundSource: 'superior', amount: parseWan('60') },
    ]);
    expect(transfersIn('final', eliminations(plans))).toEqual([]);
  });

  it('上年结转 is spent this year, but was received before', () => {
    const carried = (unit: string, more: Partial<Balance>) => ({
      ...budgets(unit, '100', more),
      measure: 'originalCarryover' as const,
    });
    const granted = [carried('本级', { kind: 'toAffiliated' }), budgets('中心', '40', { fundSource: 'superior' })];
    expect(sides(eliminations(granted))).toEqual([
      ['本级', '', 'toAffiliated', -40],
      ['中心', 'superior', '', -40],
    ]);
    const old = [budgets('本级', '100', { kind: 'toAffiliated' }), carried('中心', { fundSource: 'superior' })];
    expect(eliminations(old)).toEqual([]);
  });

  it('what is planned is not matched with what was paid', () => {
    expect(eliminations([budgets('本级', '100', { kind: 'toAffiliated' }), receives('中心', '100')])).toEqual([]);
    expect(eliminations([pays('本级', '100'), budgets('中心', '100', { fundSource: 'superior' })])).toEqual([]);
  });
});

describe('whatever units book', () => {
  const units = fc.constantFrom('甲', '乙', '丙', '丁');
  const items = fc.constantFrom('2080101', '2080102', '2050302');
  const one = fc.record({
    unit: units,
    item: items,
    amount: fc.integer({ min: 1, max: 100 }),
    side: fc.boolean(),
    refund: fc.boolean(),
  });
  const books = fc.array(one, { maxLength: 14 }).map((shares) =>
    shares.flatMap(({ unit, item, amount, side, refund }) => {
      if (!side) return [balance(unit, 'income', amount, { item, fundSource: 'superior' })];
      const more = { item, kind: 'toAffiliated', fundSource: 'institutional' } as const;
      const paid = balance(unit, 'payment', amount, more);
      return refund ? [paid, balance(unit, 'refund', -Math.floor(amount / 2), more)] : [paid];
    }),
  );
  const isPaid = ({ measure }: Balance): boolean => measure !== 'income';
  const sum = (balances: readonly Balance[]): number => balances.reduce((total, { amount }) => total + amount, 0);
  const groups = (balances: readonly Balance[]) => [
    ...new Set(balances.map((each) => `${each.unit}|${each.item}|${isPaid(each)}`)),
  ];

  it('what is taken off spending is taken off income', () => {
    fc.assert(
      fc.property(books, (balances) => {
        const off = eliminations(balances);
        expect(sum(off.filter(isPaid))).toBe(sum(off.filter((each) => !isPaid(each))));
      }),
    );
  });

  it('no unit’s item is left below zero, and every part leads to the balance it is of', () => {
    fc.assert(
      fc.property(books, (balances) => {
        const off = eliminations(balances);
        const after = [...balances, ...off];
        for (const key of groups(after)) {
          expect(
            sum(after.filter((each) => `${each.unit}|${each.item}|${isPaid(each)}` === key)),
          ).toBeGreaterThanOrEqual(0);
        }
        for (const part of off) {
          const origin = balances.find((each) => each.id === part.id);
          expect(origin).toEqual({ ...part, amount: origin?.amount });
          expect(part.amount).toBeLessThan(0);
          expect(-part.amount).toBeLessThanOrEqual(origin?.amount ?? 0);
        }
      }),
    );
  });

  it('as much is internal as can have gone between different units (max-flow, min-cut)', () => {
    fc.assert(
      fc.property(books, (balances) => {
        const paid = balances.filter(isPaid);
        const received = balances.filter((each) => !isPaid(each));
        const without = (unit: string): number =>
          sum(paid.filter((each) => each.unit !== unit)) + sum(received.filter((each) => each.unit !== unit));
        const most = Math.min(sum(paid), sum(received), ...['甲', '乙', '丙', '丁'].map(without));
        expect(sum(eliminations(balances).filter(isPaid)) + Math.max(0, most)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('a single unit has none, and the order of balances does not matter', () => {
    fc.assert(
      fc.property(books, (balances) => {
        expect(eliminations(balances.map((each) => ({ ...each, unit: '甲' })))).toEqual([]);
        expect(told(eliminations([...balances].reverse())).sort()).toEqual(told(eliminations(balances)).sort());
      }),
    );
  });
});
