import * as files from 'node:fs';
import { join } from 'node:path';
import { DRIVER_KINDS, type Item } from '@juesuan/account';
import type { BudgetYearEvent } from '@juesuan/execution';
import { parseWan, sumFen } from '@juesuan/kernel';
import fc from 'fast-check';
import * as say from '../../testing/account-of-events';
import { allProfiles } from '../../testing/profiles';
import type { Profile } from '../profile/schema';
import { sourceAt } from '../text/sources';
import { itemReports, type ItemReport } from './item-reports';
import { prints } from './tolerance';
import { varianceSection } from './variance-section';

const PROFILES = join(__dirname, '../../profiles');
const profiles = allProfiles(files, PROFILES);
const profileOf = (id: string): Profile => profiles.get(id) as Profile;
const hunan = profileOf('hunan-2023');

const reportsOf = (events: readonly BudgetYearEvent[], profile = hunan): ItemReport[] => {
  const named = say.namedAccountOf(events);
  return itemReports(named.account, profile, named).items;
};
const endOf = (text: string): string => text.slice(text.indexOf('，支出决算') + 1);
const on = say.line('2080101');

describe('the sentence of an item', () => {
  it('states no rate on a base of zero, in the province’s words', () => {
    const events = [say.supplemented(on, '8', '直达资金'), say.paid(on, '8')];
    const opening = (id: string): string =>
      reportsOf(events, profileOf(id))[0]?.text.split('。')[1]?.split('，')[0] ?? '';
    expect(opening('hunan-2023')).toBe('年初预算为0万元');
    expect(opening('shandong-2022')).toBe('年初无预算');
    expect(reportsOf(events)[0]).toMatchObject({ rate: null, direction: 'above' });
    const [ofNothing] = reportsOf([say.budgeted(on, 4999), ...events]);
    expect(ofNothing?.text).toContain('年初预算为0万元，支出决算为8万元，决算数大于');
  });

  it('fills an officer’s placeholders from the drivers, and keeps the reason as recorded', () => {
    const events = [
      say.budgeted(on, '100'),
      say.supplemented(on, '30', '绩效奖金'),
      say.supplemented(on, '5', '车补'),
      say.recalled(on, '15', '存量'),
      say.paid(on, '120'),
      say.reasoned('2080101', '追加{追加}万元（其中绩效{追加:绩效奖金}万元），收回{收回}万元，净增{差额}万元。'),
    ];
    const [item] = reportsOf(events);
    expect(item?.reason).toContain('{追加:绩效奖金}');
    expect(endOf(item?.text ?? '')).toBe(
      '支出决算为120万元，完成年初预算的120.0%，决算数大于年初预算数的主要原因是：追加35万元（其中绩效30万元），收回15万元，净增20万元。',
    );
    expect(item?.figures.map(({ text, source }) => `${text} ${source}`).slice(3)).toEqual([
      '35 item:2080101/driver:supplement',
      '30 item:2080101/driver:supplement:绩效奖金',
      '15 item:2080101/driver:recall',
      '20 item:2080101/variance',
    ]);
  });

  it('lists amounts of one kind that have no purpose to tell under one lead', () => {
    const cuts = [say.cut(on, '20', '压减'), say.cut(on, '5', '年中调整'), say.recalled(on, '3', '年末收回')];
    const [item] = reportsOf([say.budgeted(on, '100'), ...cuts, say.paid(on, '72')]);
    expect(item?.text).toMatch(/主要原因是：年中追减20万元、5万元，财政收回未使用指标3万元。$/);
  });

  it.each([
    ['年中调整', '，其他事项增加11万元。'],
    ['救灾物资', '，救灾物资等其他事项增加11万元。'],
  ])('names what is summed up by a purpose that says something: %s', (purpose, ending) => {
    const named = ['20', '19', '18', '17', '16'].map((wan) => say.supplemented(on, wan, `第${wan}批专项资金`));
    const rest = [say.supplemented(on, '10', purpose), say.supplemented(on, '1', '零星补助')];
    const [item] = reportsOf([say.budgeted(on, '100'), ...named, ...rest, say.paid(on, '201')]);
    expect(item?.text.endsWith(ending)).toBe(true);
  });

  it('takes an officer’s reason that repeats the sentence or is blank', () => {
    const events = [say.budgeted(on, '100'), say.paid(on, '50')];
    const [repeated] = reportsOf([...events, say.reasoned('2080101', '主要原因是：人员减少。\n')]);
    expect(endOf(repeated?.text ?? '')).toMatch(/主要原因是：人员减少。$/);
    const [because] = reportsOf([...events, say.reasoned('2080101', '主要原因：主要是由于人员减少')]);
    expect(endOf(because?.text ?? '')).toMatch(/主要原因是：人员减少。$/);
    expect(reportsOf([...events, say.reasoned('2080101', ' ')])[0]).toMatchObject({ reason: null, needsReason: true });
    expect(reportsOf([...events, say.reasoned('2080101', '主要原因是：')])[0]).toMatchObject({ needsReason: true });
  });

  it.each([
    ['追加项目核减', say.cut, '决算数小于年初预算数的主要原因是：年中追减“追加项目核减”10万元。'],
    ['核减追加项目', say.cut, '决算数小于年初预算数的主要原因是：核减追加项目10万元。'],
    [
      '压减后补充的办案经费',
      say.supplemented,
      '决算数大于年初预算数的主要原因是：年中追加“压减后补充的办案经费”10万元。',
    ],
    ['增加人员', say.transferredOut, '决算数小于年初预算数的主要原因是：增加人员，年中调剂减少10万元。'],
    ['政策变化', say.cut, '决算数小于年初预算数的主要原因是：政策变化，年中追减10万元。'],
    ['取消', say.cut, '决算数小于年初预算数的主要原因是：年中追减10万元。'],
    ['年末收回', say.recalled, '决算数小于年初预算数的主要原因是：财政收回未使用指标10万元。'],
    ['“两区”建设2023', say.supplemented, '决算数大于年初预算数的主要原因是：年中追加“‘两区’建设2023”10万元。'],
    ['车补提至50%', say.supplemented, '决算数大于年初预算数的主要原因是：年中追加“车补提至50%”10万元。'],
  ])('lets a verb speak for a driver only where it says the same direction: %s', (purpose, move, ending) => {
    const rises = move === say.supplemented;
    const [item] = reportsOf([say.budgeted(on, '100'), move(on, '10', purpose), say.paid(on, rises ? '110' : '90')]);
    expect(item?.text.split('%，')[1]).toBe(ending);
  });

  it.each([
    ['97.00', '决算数与年初预算数基本持平。'],
    ['96.99', '决算数小于年初预算数的主要原因是：财政收回未使用指标3.01万元。'],
    ['100.00', '决算数与年初预算数持平。'],
  ])('knows the tolerance to the cent: %s of 100 spent', (spent, ending) => {
    const left = parseWan('100') - parseWan(spent);
    const back = left === 0 ? [] : [say.recalled(on, left, '收回')];
    const [item] = reportsOf([say.budgeted(on, '100'), ...back, say.paid(on, spent)]);
    expect(item?.text.split('%，')[1]).toBe(ending);
  });

  it('is complete, and asks for a reason, where only unspent money or nothing printed explains it', () => {
    const [unspent] = reportsOf([say.budgeted(on, '100'), say.paid(on, '50')]);
    expect(unspent).toMatchObject({ needsReason: true });
    expect(unspent?.text).toMatch(/主要原因是：尚未支出50万元。$/);
    const tiny = [say.budgeted(on, 4900), say.supplemented(on, 200, '追加'), say.paid(on, 5100)];
    expect(reportsOf(tiny)[0]).toMatchObject({ needsReason: true });
    expect(reportsOf(tiny)[0]?.text).toMatch(/，决算数大于年初预算数。$/);
  });

  it('opens the list with the sum of all items; without items it says so', () => {
    const { account } = say.namedAccountOf([]);
    expect(varianceSection(account, [], hunan).paragraphs.map(({ text }) => text)).toEqual([
      '本单位2023年度没有一般公共预算财政拨款支出。',
    ]);
    const only = say.namedAccountOf([say.supplemented(on, '3', '追加'), say.paid(on, '3')]).account;
    expect(varianceSection(only, [], hunan).paragraphs[0]?.text).toContain('年初未安排预算，支出决算数为3万元。其中：');
  });
});

const PURPOSES = [
  '人员经费',
  '工作调整',
  '压减开支',
  '2023年项目2',
  '甲，乙。',
  '',
  '年末未使用指标收回',
  '丙；丁：',
  '3',
];
const amount = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 900_000_000 }));

/** Quota comes first and goes later, so that nothing is spent that was not there. */
const events = fc
  .array(
    fc.record({
      item: fc.constantFrom('2080199', '2080199', '2080199', '2210201'),
      kind: fc.nat(8),
      amount,
      purpose: fc.constantFrom(...PURPOSES),
    }),
    { maxLength: 60, size: 'max' },
  )
  .chain((moves) =>
    fc.record({
      moves: fc.constant(moves),
      spent: fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }),
      reason: fc.option(fc.constantFrom('人员变动', '净额{差额}万元', '追加{追加}万元。')),
    }),
  )
  .map(({ moves, spent, reason }) => {
    const left = new Map<string, number>();
    const told = moves.flatMap((move) => tell(move, left));
    const paid = [...left].flatMap(([item, fen], index) => {
      const part = Math.floor((fen * (spent[index] ?? 0)) / 100);
      return part > 0 ? [say.paid(say.line(item), part)] : [];
    });
    return [...told, ...paid, ...(reason === null ? [] : [say.reasoned('2080199', reason)])];
  });

interface Move {
  readonly item: string;
  readonly kind: number;
  readonly amount: number;
  readonly purpose: string;
}

function tell({ item, kind, amount: fen, purpose }: Move, left: Map<string, number>): BudgetYearEvent[] {
  const place = say.line(item);
  const project = say.line(item, 'project', purpose);
  const adds = [
    () => say.budgeted(place, fen),
    () => say.supplemented(place, fen, purpose),
    () => say.broughtIn(place, fen, purpose),
    () => say.transferredIn(place, fen, purpose),
    () => say.supplemented(project, fen, purpose),
  ];
  const add = adds[kind];
  const before = left.get(item) ?? 0;
  if (add) {
    if (kind < 4) left.set(item, before + fen);
    return [add()];
  }
  const less = Math.min(fen, before);
  if (less === 0) return [];
  left.set(item, before - less);
  const takes = [say.cut, say.recalled, say.transferredOut][kind - 5];
  return [takes ? takes(place, less, purpose) : say.carriedOut(place, less)];
}

describe('for any year', () => {
  const check = (property: (item: Item, report: ItemReport, profile: Profile) => void): void =>
    fc.assert(
      fc.property(events, fc.constantFrom(...profiles.keys()), (year, id) => {
        const profile = profileOf(id);
        const named = say.namedAccountOf(year);
        const { items } = itemReports(named.account, profile, named);
        named.account.items.forEach((item, index) => property(item, items[index] as ItemReport, profile));
      }),
      { numRuns: 300 },
    );

  it('drivers sum to the variance, and what the sentence lists sums to it but for amounts too small to print', () => {
    check((item, report) => {
      const variance = item.actual - item.original;
      expect(sumFen(report.drivers.map(({ fen }) => fen))).toBe(variance);
      const listed = report.figures.flatMap(({ source }) => listedFen(item, report, source));
      if (report.reason !== null || listed.length === 0) return;
      expect(Math.abs(sumFen(listed) - variance)).toBeLessThan(2 * 5000);
    });
  });

  it('no sentence has a rate on a zero base, a wrong direction, an empty reason, a placeholder or double punctuation', () => {
    check(({ original, actual }, { text, rate }) => {
      expect(text.includes('完成年初预算的')).toBe(prints(original));
      expect(rate === null).toBe(!prints(original));
      if (text.includes('大于')) expect(actual).toBeGreaterThan(original);
      if (text.includes('小于')) expect(actual).toBeLessThan(original);
      if (/预算数持平/.test(text)) expect(actual).toBe(original);
      expect(text).toMatch(/(?:大于|小于|持平)/);
      expect(text).not.toMatch(/原因是：?。|[{}]|undefined|null|[\uE000-\uE002]|[，。；、：]{2}|-\d/);
      expect(text).toMatch(/^[^。]+（项）。[^。]+。$/);
    });
  });

  it('every printed amount and rate of a sentence has its source', () => {
    check((_, { text, figures }) => {
      let rest = '';
      let at = 0;
      for (const figure of figures) {
        expect(text.slice(figure.start, figure.start + figure.text.length)).toBe(figure.text);
        expect(sourceAt(figure.source)).not.toBeNull();
        rest += `${text.slice(at, figure.start)}#`;
        at = figure.start + figure.text.length;
      }
      rest += text.slice(at);
      expect(rest).not.toMatch(/\d(?:万元|%)/);
      expect(rest).not.toMatch(/\d#|#\d/);
    });
  });

  it('asks for a reason exactly where the tolerance is left and no driver but unspent money goes that way', () => {
    check((item, { needsReason, reason }, { tolerancePercent }) => {
      const off = Math.abs(item.actual - item.original);
      const isOff = off > (item.original * tolerancePercent) / 100;
      const goesUp = item.actual > item.original;
      const explained = item.drivers.some(
        ({ kind, fen }) => kind !== 'unspent' && fen > 0 === goesUp && Math.abs(fen) >= 5000,
      );
      if (needsReason) expect(isOff && reason === null && !explained).toBe(true);
      else expect(!isOff || reason !== null || explained || off < 10_000).toBe(true);
    });
  });
});

/** Exact amounts behind the figures that list drivers; remainders are what the other figures leave of their sign. */
function listedFen(item: Item, { figures }: ItemReport, address: string): number[] {
  const source = sourceAt(address);
  if (source?.of === 'driver') {
    return item.drivers
      .filter(({ kind, purpose }) => kind === source.kind && (purpose ?? undefined) === source.purpose)
      .map(({ fen }) => fen);
  }
  if (source?.of !== 'item' || !source.figure.startsWith('other')) return [];
  const named = figures.flatMap((figure) => {
    const other = sourceAt(figure.source);
    return other?.of === 'driver' ? [`${other.kind}:${other.purpose ?? ''}`] : [];
  });
  const rises = source.figure === 'otherRises';
  return item.drivers
    .filter(({ kind, purpose, fen }) => fen > 0 === rises && !named.includes(`${kind}:${purpose ?? ''}`))
    .map(({ fen }) => fen);
}

it('has a wording for every kind of driver and sign in every profile', () => {
  for (const { variance } of profiles.values()) {
    expect(Object.keys(variance.drivers)).toEqual([...DRIVER_KINDS]);
    for (const kind of DRIVER_KINDS) {
      for (const sign of ['up', 'down'] as const)
        expect(variance.drivers[kind][sign].plain).toContain('{{ amount }}万元');
    }
  }
});
