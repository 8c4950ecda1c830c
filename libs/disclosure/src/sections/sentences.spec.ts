import * as files from 'node:fs';
import { join } from 'node:path';
import * as say from '../../testing/account-of-events';
import { allProfiles } from '../../testing/profiles';
import type { Profile } from '../profile/schema';
import type { Paragraph, PublishedDocument } from '../text/document';
import { publishedDocument, sectionsIn } from './published-document';

const profiles = allProfiles(files, join(__dirname, '../../profiles'));
type Events = Parameters<typeof say.namedAccountOf>[0];

const documentOf = (events: Events, id = 'standard'): PublishedDocument =>
  publishedDocument(say.namedAccountOf(events), profiles.get(id) as Profile, null);
const paragraphOf = (events: Events, key: string, id?: string): Paragraph | undefined =>
  sectionsIn(documentOf(events, id))
    .flatMap(({ paragraphs }) => paragraphs)
    .find((one) => one.key === key);
const textOf = (events: Events, key: string, id?: string): string => paragraphOf(events, key, id)?.text ?? '';

/** An account with a payment is no longer a budget. */
const PAID = say.paid(say.line('2080101'), '1');
const BUDGET = [say.budgeted(say.line('2080101'), '100'), say.lastYear('预算总额', '80', 'budget')];

describe('a budget that names no economic item of some of its basic expenditure', () => {
  const partly = [
    say.budgeted(say.line('2080101'), '100'),
    say.budgeted(say.line('2080101'), '40', '30201'),
    say.budgeted(say.line('2080199'), '60', null),
  ];

  it('does not know its 机关运行经费, and does not say that there is none', () => {
    const agency = (events: Events) =>
      textOf([...events, say.lastYear('机关运行经费', '9', 'budget')], 'budgetAgency/total');
    expect(agency([say.budgeted(say.line('2080101'), '60', null)])).toMatch(/年机关运行经费安排（待补充）万元，/);
    expect(agency(partly)).toMatch(/年机关运行经费安排（待补充）万元，[^，]*。$/);
    expect(agency(partly.slice(0, 2))).toContain('安排40.00万元');
    expect(paragraphOf(partly, 'budgetAgency/total')?.gaps).toMatchObject([
      { missing: expect.stringContaining('01-年初预算') as string },
    ]);
  });

  it('does not tell a part of 人员经费 and 日常公用经费 as the whole', () => {
    expect(textOf(partly, 'budgetTotals/expenditure')).toContain('其中：基本支出200.00万元；项目支出');
    expect(textOf(partly.slice(0, 2), 'budgetTotals/expenditure')).toContain(
      '基本支出140.00万元，包括人员经费100.00万元和日常公用经费40.00万元；',
    );
  });
});

it('lists the items of 政府性基金 that spent something, not those that only received', () => {
  const fund = { ...say.line('2120803', 'project', '征地'), fundSource: 'governmentFund' as const };
  const events: Events = [
    { type: 'OpeningBalanceRecorded', data: { fundSource: 'governmentFund', item: '2120899', amount: 10_000_000 } },
    { type: 'OpeningBalanceRecorded', data: { fundSource: 'governmentFund', item: '2120803', amount: 50_000_000 } },
    say.paid(fund, '20'),
  ];
  expect(textOf(events, 'governmentFund/total')).toMatch(/支出具体情况为：[^；]*功能2120803（项）20\.00万元。$/);
  const spentNothing = [...events.slice(0, 2), say.paid(say.line('2080101'), '1')];
  expect(textOf(spentNothing, 'governmentFund/total')).toMatch(/本年支出0\.00万元，年末结转和结余60\.00万元。$/);
});

describe('against last year', () => {
  const against = (now: string, then: string, ...more: Events): string =>
    textOf(
      [say.received(now), say.lastYear('收入支出总计', then), ...more, say.paid(say.line('2080101'), '1')],
      'overall/total',
    );

  it.each([
    ['120', '100', '增加20.00万元，增长20.00%，主要原因是（原因待补充）。'],
    ['80', '100', '减少20.00万元，下降20.00%，主要原因是（原因待补充）。'],
    ['100', '100', '持平。'],
    ['20', '0', '增加20.00万元，主要原因是（原因待补充）。'],
    ['20', '0.004', '增加20.00万元，主要原因是（原因待补充）。'],
  ])('%s after %s: %s', (now, then, says) => {
    expect(against(now, then)).toContain(`与上年相比，收、支总计${says}`);
  });

  it('of 机关运行经费 with its budget states no rate of one that prints as nothing', () => {
    const events = [say.disclosed('机关运行经费年初预算', '0.01', '元'), say.paid(say.line('2080101'), '3', '30201')];
    expect(textOf(events, 'agencyOperating/total')).toContain('年初预算为0.00万元，决算数大于预算数');
  });

  it('tells what there was last year and is no more', () => {
    const prior = (name: string, wan: string) => say.lastYear(name, wan);
    const gone = [
      prior('其他收入', '5'),
      prior('经营支出', '2'),
      prior('上级补助收入', '0'),
      prior('机关运行经费', '9'),
    ];
    const events = [...gone, say.paid(say.line('2080101'), '1')];
    expect(textOf(events, 'income/sources')).toMatch(/^其他收入与上年相比，减少5\.00万元，下降100\.00%，/);
    expect(textOf(events, 'income/sources/2')).toBe('');
    expect(textOf(events, 'expenditure/kinds')).toMatch(/^经营支出与上年相比，减少2\.00万元，/);
    expect(textOf(events, 'agencyOperating/total')).toMatch(
      /经费支出0\.00万元。与上年相比，机关运行经费减少9\.00万元，/,
    );
    const budget = [...BUDGET, say.lastYear('机关运行经费', '9', 'budget')];
    expect(textOf(budget, 'budgetAgency/total')).toMatch(/没有安排机关运行经费，与上年相比，减少9\.00万元，/);
  });

  it('each of two that are level is level, not “各持平”', () => {
    const says = (then: string): string =>
      textOf([say.received('100'), PAID, say.lastYear('收入支出总计', then)], 'overall/total', 'shandong-2022');
    expect(says('100')).toContain('收、支总计持平。');
    expect(says('90')).toContain('收、支总计各增加10万元');
  });

  it('gives the recorded reason with today’s figures', () => {
    const reason = say.explained(
      'reason/收入支出总计',
      '项目增加{difference(table:01/in.total/0;prior:account/收入支出总计)}万元。',
    );
    expect(against('120', '100', reason)).toContain('主要原因是项目增加20.00万元。');
  });

  it.each([
    ['standard', '主要是因为项目增加。', '主要原因是项目增加。'],
    ['hunan-2023', '主要原因是：项目增加', '主要是因为项目增加。'],
    ['hunan-2023', '由于项目增加', '主要是因为项目增加。'],
    ['hunan-2023', '因人员增加，项目增加', '主要是因为人员增加，项目增加。'],
    ['hunan-2023', '因公出国（境）任务增加', '主要是因为因公出国（境）任务增加。'],
    ['standard', '因战因公伤残人员增加', '主要原因是因战因公伤残人员增加。'],
    ['standard', '因此项政策标准提高', '主要原因是此项政策标准提高。'],
    ['standard', '因地制宜推进项目', '主要原因是因地制宜推进项目。'],
    ['standard', '因病去世人员增加', '主要原因是因病去世人员增加。'],
    ['standard', '因特网专线增加', '主要原因是因特网专线增加。'],
    ['standard', '原因复杂，涉及多个项目', '主要原因是原因复杂，涉及多个项目。'],
    ['standard', '主要原因在于人员增加', '主要原因是人员增加。'],
    ['standard', '原因：一是人员增加', '主要原因是一是人员增加。'],
    ['standard', '主要原因 人员增加', '主要原因是人员增加。'],
    ['standard', '项目增加，，人员增加；。', '主要原因是项目增加，人员增加。'],
  ])('%s says once that a reason follows: %s', (profile, written, says) => {
    const events = [say.received('120'), say.lastYear('收入支出总计', '100'), PAID];
    const reason = say.explained('reason/收入支出总计', written);
    expect(textOf([...events, reason], 'overall/total', profile)).toContain(`，${says}`);
  });

  it.each(['主要原因是：由于', '主要原因：', '原因'])(
    'asks for a reason where the recorded one only begins: %s',
    (written) => {
      const reason = say.explained('reason/收入支出总计', written);
      expect(against('120', '100', reason)).toContain('主要原因是（原因待补充）。');
    },
  );

  it('calls level what prints alike, beside the budget and beside last year', () => {
    const events = [
      say.disclosed('机关运行经费年初预算', '123450', '元'),
      say.lastYear('机关运行经费', 123_450_00),
      say.paid(say.line('2080101'), 123_549_00, '30201'),
    ];
    expect(textOf(events, 'agencyOperating/total')).toMatch(
      /支出12\.35万元，年初预算为12\.35万元，[^，]*，决算数与预算数持平。与上年相比，机关运行经费持平。$/,
    );
  });

  it('shows what is missing, with its place', () => {
    const events = [say.received('5'), say.paid(say.line('2080101'), '1')];
    const total = paragraphOf(events, 'overall/total');
    const [gap] = total?.gaps ?? [];
    expect(total?.text.slice(gap?.start, (gap?.start ?? 0) + (gap?.length ?? 0))).toBe('（上年数待补充）');
    expect(gap?.missing).toBe('没有“收入支出总计”的上年数');
    expect(gap?.facts).toEqual(['prior:account/收入支出总计']);
  });
});

describe('what people wrote beside a fact', () => {
  it.each([
    ['燃油、维修', '燃油、维修等支出'],
    ['燃油、维修等', '燃油、维修等支出'],
    ['燃油、维修等支出。', '燃油、维修等支出'],
    ['燃油和维修支出', '燃油和维修支出'],
  ])('has its ending once: %s', (note, says) => {
    const events = [say.paid(say.line('2080101'), '1', '30231'), say.disclosed('公务用车保有量', '2', '辆', note)];
    expect(textOf(events, 'threePublic/vehicleDetails')).toContain(`，主要用于${says}，截至`);
    expect(textOf([PAID, ...events.slice(1)], 'threePublic/vehicleDetails')).not.toContain('主要用于');
  });

  it.each(['老干部用车', '（老干部用车）', '老干部用车。'])(
    'has one pair of brackets, without a full stop: %s',
    (note) => {
      const events = [PAID, say.disclosed('车辆:其他用车', '2', '辆', note)];
      expect(textOf(events, 'assets/vehicles')).toContain('其他用车2辆（老干部用车）；');
    },
  );
});

it('says that no project was evaluated, instead of 0 of them with 0 万元', () => {
  const events = [PAID, say.disclosed('绩效自评项目数', '0', '个'), say.disclosed('绩效自评资金', '0', '万元')];
  expect(textOf(events, 'performance/work')).toBe('本单位2023年度没有开展绩效自评的项目。');
});

it('calls the budget of a unit a unit’s', () => {
  const headings = sectionsIn(documentOf(BUDGET, 'hebei-2023')).map(({ heading }) => heading);
  expect(headings).toContain('一、单位预算安排的总体情况');
});
