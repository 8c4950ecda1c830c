import { parseWan } from '@juesuan/kernel';
import { accountOfEvents } from '../testing/account-of-events';
import * as say from '../testing/events';
import { directionOf, DRIVER_KINDS, type Item } from './items';

const office = say.line('2080101');
const software = say.line('2080102', 'project', 'generalPublic', '信息化');
const unit = say.opened('301001', '市人社局本级', 'administrative');

const itemsOf = (...events: Parameters<typeof accountOfEvents>[0][string]): readonly Item[] =>
  accountOfEvents({ '301001': [unit, ...events] }).account.items;

/** Drivers in 万元, as a reader checks them. They are a set; here by kind, then purpose. */
const told = ({ drivers }: Item) =>
  [...drivers]
    .sort(
      (a, b) =>
        DRIVER_KINDS.indexOf(a.kind) - DRIVER_KINDS.indexOf(b.kind) || (`${a.purpose}` < `${b.purpose}` ? -1 : 1),
    )
    .map(({ kind, purpose, fen }) => [kind, purpose, fen / 1_000_000]);
const only = (items: readonly Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0]!;
};

it('items stand in the order of their codes, whenever they were given', () => {
  const given = [software, say.line('2080101'), say.line('2210201')];
  for (const lines of [given, given.toReversed()])
    expect(itemsOf(...lines.map((line) => say.budgeted(line, '1.00'))).map(({ code }) => code)).toEqual([
      '2080101',
      '2080102',
      '2210201',
    ]);
});

describe('an item’s variance', () => {
  it('comes from what happened in the year', () => {
    const item = only(
      itemsOf(
        say.budgeted(office, '100'),
        say.budgeted(office, '5', 'carryover'),
        say.supplemented(office, '30', '文1', '人员经费'),
        say.cut(office, '8', '文2', '压减一般性支出'),
        say.broughtIn(office, '4', '文3'),
        say.recalled(office, '1', '文4', '收回存量资金'),
        say.paid(office, '30201', '120'),
        say.carriedOut(office, '6'),
      ),
    );
    expect([item.original, item.actual].map((fen) => fen / 1_000_000)).toEqual([105, 120]);
    expect(told(item)).toEqual([
      ['supplement', '人员经费', 30],
      ['cut', '压减一般性支出', -8],
      ['carryoverIn', '上年结转', 4],
      ['recall', '收回存量资金', -1],
      ['carryoverOut', null, -6],
      ['unspent', null, -4],
    ]);
    expect(directionOf(item)).toBe('above');
  });

  it('names a supplement or carry-over by the project where the line has one, a cut or recall by its 事由', () => {
    const item = only(
      itemsOf(
        say.supplemented(software, '30', '文1', '随便'),
        say.broughtIn(software, '4', '文3'),
        say.cut(software, '1', '文2', '压减'),
        say.recalled(software, '2', '文4', '收回'),
        say.paid(software, '30201', '31'),
      ),
    );
    expect(told(item)).toEqual([
      ['supplement', '信息化', 30],
      ['cut', '压减', -1],
      ['carryoverIn', '信息化', 4],
      ['recall', '收回', -2],
    ]);
  });

  it('equal kind and purpose are one driver, over lines and units', () => {
    const second = say.opened('301002', '中心', 'institution');
    const { items } = accountOfEvents({
      '301001': [
        unit,
        say.supplemented(office, '1', '文1', '奖金'),
        say.supplemented(office, '2', '文2', '奖金'),
        say.paid(office, '30101', '3'),
      ],
      '301002': [
        second,
        say.supplemented(office, '4', '文3', '奖金'),
        say.supplemented(office, '5', '文3', '取暖'),
        say.paid(office, '30101', '9'),
      ],
    }).account;
    expect(told(only(items))).toEqual([
      ['supplement', '取暖', 5],
      ['supplement', '奖金', 7],
    ]);
  });

  it('a virement inside the item stays, as nothing; between items it explains both', () => {
    const other = say.line('2080101', 'project', 'generalPublic', '维修');
    const within = [say.transferredOut(office, '3', '文1'), say.transferredIn(other, '3', '文1')];
    const item = only(
      itemsOf(say.budgeted(office, '10'), ...within, say.paid(office, '30201', '7'), say.paid(other, '30201', '3')),
    );
    expect(told(item)).toEqual([['virement', '年中调整', 0]]);
    const between = itemsOf(
      say.budgeted(office, '10'),
      say.transferredOut(office, '3', '文1'),
      say.transferredIn(software, '3', '文1'),
      say.paid(office, '30201', '7'),
      say.paid(software, '30201', '3'),
    );
    expect(between.map(told)).toEqual([[['virement', '年中调整', -3]], [['virement', '年中调整', 3]]]);
  });

  it('frozen quota is unspent quota', () => {
    const item = only(itemsOf(say.budgeted(office, '10'), say.frozen(office, '6', 'HT-1')));
    expect(told(item)).toEqual([['unspent', null, -10]]);
  });

  it('refunds lower the actual; corrections move it to the right item', () => {
    const items = itemsOf(
      say.budgeted(office, '10'),
      say.budgeted(software, '10'),
      say.paid(office, '30201', '8', 'V1'),
      say.refunded(office, '30201', '2', 'V1'),
      say.corrected(
        { line: office, economicItem: '30201', voucher: 'V1' },
        { line: software, economicItem: '30201' },
        '6',
      ),
    );
    expect(items.map(({ code, actual }) => [code, actual])).toEqual([
      ['2080101', 0],
      ['2080102', parseWan('6')],
    ]);
  });
});

describe('which items there are', () => {
  it('those of the general public budget with initial budget or actual, by code', () => {
    const items = itemsOf(
      say.budgeted(software, '1'),
      say.supplemented(office, '1', '文1'),
      say.paid(office, '30201', '0.5'),
      say.supplemented(say.line('2080199'), '9', '文2'),
      say.budgeted(say.line('2120801', 'project', 'governmentFund', '征地'), '9'),
    );
    expect(items.map(({ code }) => code)).toEqual(['2080101', '2080102']);
  });

  test.each([
    [1, 0, 'above'],
    [0, 1, 'below'],
    [7, 7, 'level'],
  ] as const)('actual %d against original %d is %s, to the 分', (actual, original, direction) =>
    expect(directionOf({ actual, original })).toBe(direction),
  );
});
