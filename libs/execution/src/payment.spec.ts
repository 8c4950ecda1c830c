import {
  allocated,
  change,
  corrected,
  correction,
  land,
  office,
  opened,
  openedDepartment,
  payment,
  project,
  refund,
  trading,
  yuan,
} from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';
import type { ThreePublicKind } from '@juesuan/classification';
import { type BudgetLine, describeLine } from './line';

const paid = (...data: Parameters<typeof payment>) => happened('PaymentMade', payment(...data));

describe('支付', () => {
  it('is made out of available quota, to the last 分', () => {
    given(opened, allocated('1,234.56'))
      .when(asked('MakePayment', payment('V1', '1,234.56')))
      .then(paid('V1', '1,234.56'));
  });

  it('is refused above it, naming line, rule and figures (无预算不支出)', () => {
    given(opened, allocated('1,000.00'), paid('V1', '300.00'), happened('BudgetCut', change('100.00')))
      .when(asked('MakePayment', payment('V2', '600.01')))
      .thenRefused(
        'quota-exceeded',
        '2080101 一般公共预算财政拨款 基本支出',
        '可用 600.00 元',
        '支付 600.01 元',
        '超出 0.01 元',
        '无预算不支出',
      );
  });

  it('finds no quota on a line of another fund, kind or project', () => {
    for (const line of [
      { ...office, kind: 'project' as const },
      { ...office, project: '信息化' },
      { ...trading, kind: 'basic' as const },
    ]) {
      given(opened, allocated('1,000.00'))
        .when(asked('MakePayment', payment('V1', '0.01', { line })))
        .thenRefused('quota-exceeded', '可用 0.00 元');
    }
  });

  it('names the nearest lines of the unit, where there is no such line at all', () => {
    const services = { ...office, kind: 'project' as const, project: '信息化' };
    given(opened, allocated('1,000.00'), allocated('10.00', services), allocated('5.00', trading))
      .when(asked('MakePayment', payment('V1', '0.01', { line: { ...services, project: '信息' } })))
      .thenRefused(
        'quota-exceeded',
        '没有指标 2080101 一般公共预算财政拨款 项目支出“信息”',
        '相近的指标：2080101 一般公共预算财政拨款 项目支出“信息化”；2080101 一般公共预算财政拨款 基本支出；',
      );
    given(opened)
      .when(asked('MakePayment', payment('V1', '0.01')))
      .thenRefused('quota-exceeded', '没有指标', '还没有任何指标');
  });

  it('takes for nearer what shares more: the item, its section, its class, the money, the kind, the project', () => {
    const line = (item: string, more: Partial<BudgetLine> = {}): BudgetLine => ({ ...project, item, ...more });
    const meant = line('2080102', { project: '平台' });
    const nearer: [BudgetLine, BudgetLine][] = [
      [line('2080102', { kind: 'basic', project: '' }), line('2080101', { kind: 'basic', project: '' })],
      [line('2080101'), line('2080201')],
      [line('2080201'), line('2120801')],
      [line('2120801'), line('2120801', { fundSource: 'other' })],
      [line('2120801'), line('2120801', { kind: 'basic' })],
      [line('2120801', { kind: 'basic', project: '平台' }), line('2120801', { kind: 'basic' })],
    ];
    for (const [near, far] of nearer)
      for (const lines of [
        [near, far],
        [far, near],
      ])
        given(opened, ...lines.map((each) => allocated('5.00', each)))
          .when(asked('MakePayment', payment('V1', '0.01', { line: meant })))
          .thenRefused('quota-exceeded', `相近的指标：${describeLine(near)}；${describeLine(far)}。`);
  });

  test.each([
    ['without voucher', { voucher: ' ' }, 'no-voucher', '缺凭证号'],
    ['of nothing', { amount: 0 }, 'amount-not-positive', '0.00 元'],
    ['of less', { amount: -100 }, 'amount-not-positive', '-1.00 元'],
    ['of half a 分', { amount: 100.5 }, 'finer-than-fen', '100.5'],
    ['of too much to be exact', { amount: 9e15 }, 'amount-too-large', '90 万亿元'],
    [
      'in another year',
      { date: '2022-12-31' },
      'date-outside-year',
      '2022-12-31 不在 2023 财政年度内；请核对日期，属于 2022 年度的请记在那一年度',
    ],
    ['on no day', { date: '2023-06-31' }, 'not-a-date', '2023-06-31'],
    ['on an unknown item', { line: { ...office, item: '2080199' } }, 'unknown-code', '2080199'],
    ['for an unknown thing', { economicItem: '30299' }, 'unknown-code', '30299'],
    ['for a class of things', { economicItem: '302' }, 'not-a-leaf-code', '302'],
    ['for nothing named', { economicItem: null }, 'no-economic-item', '经济分类科目'],
  ])('%s is refused', (_what, wrong, rule, says) => {
    given(opened, allocated('1,000.00'))
      .when(asked('MakePayment', payment('V1', '10.00', wrong)))
      .thenRefused(rule, says, '一般公共预算财政拨款 基本支出');
  });

  it('may leave the economic item open for 经营支出', () => {
    const sold = payment('V1', '10.00', { line: trading, economicItem: null });
    given(opened, allocated('10.00', trading)).when(asked('MakePayment', sold)).then(happened('PaymentMade', sold));
  });

  it('is refused on a department', () => {
    given(openedDepartment)
      .when(asked('MakePayment', payment('V1', '1.00')))
      .thenRefused('department-has-no-lines', 'V1');
  });
});

describe('“三公”经费', () => {
  const ceiling = (kind: ThreePublicKind, amount: string) =>
    happened('ThreePublicBudgetSet', { kind, amount: yuan(amount), previous: 0 });
  const quota = [opened, allocated('9,000.00'), allocated('9,000.00', project), allocated('9,000.00', land)];
  const dinner = { economicItem: '30217' };

  test.each([
    ['30212', 'abroad', '因公出国（境）费'],
    ['30217', 'reception', '公务接待费'],
    ['30231', 'vehicleOperation', '公务用车运行维护费'],
    ['31013', 'vehiclePurchase', '公务用车购置费'],
    ['30913', 'vehiclePurchase', '公务用车购置费'],
  ] as const)('a payment on %s stays inside the year’s budget of its kind', (economicItem, kind, title) => {
    given(...quota, ceiling(kind, '500.00'), paid('V1', '300.00', { economicItem }))
      .when(asked('MakePayment', payment('V2', '200.00', { economicItem })))
      .then(paid('V2', '200.00', { economicItem }));
    given(...quota, ceiling(kind, '500.00'), paid('V1', '300.00', { economicItem }))
      .when(asked('MakePayment', payment('V2', '200.01', { economicItem })))
      .thenRefused(
        'three-public-exceeded',
        title,
        '预算 500.00 元',
        '已支出 300.00 元',
        '200.01 元',
        '超预算 0.01 元',
        'V2',
        '2080101',
      );
  });

  it('is counted over all 财政拨款 lines, basic and project', () => {
    given(
      ...quota,
      ceiling('reception', '500.00'),
      paid('V1', '300.00', { ...dinner, line: project }),
      paid('V2', '150.00', { ...dinner, line: land }),
    )
      .when(asked('MakePayment', payment('V3', '50.01', dinner)))
      .thenRefused('three-public-exceeded', '已支出 450.00 元');
  });

  it('is not limited in money that is no 财政拨款', () => {
    given(...quota, allocated('900.00', trading), ceiling('reception', '1.00'))
      .when(asked('MakePayment', payment('V1', '900.00', { ...dinner, line: trading })))
      .then(paid('V1', '900.00', { ...dinner, line: trading }));
  });

  it('has no ceiling in a unit without such budgets, and ceiling 0 for a kind that a unit with budgets does not list', () => {
    given(...quota)
      .when(asked('MakePayment', payment('V1', '900.00', dinner)))
      .then(paid('V1', '900.00', dinner));
    given(...quota, ceiling('abroad', '500.00'))
      .when(asked('MakePayment', payment('V1', '0.01', dinner)))
      .thenRefused('three-public-exceeded', '公务接待费全年预算 0.00 元');
  });

  it('is freed by refunds and by corrections to another economic item', () => {
    const full = [...quota, ceiling('reception', '500.00'), paid('V1', '500.00', dinner)];
    given(...full, happened('PaymentRefunded', refund('R1', 'V1', '200.00', dinner)))
      .when(asked('MakePayment', payment('V2', '200.00', dinner)))
      .then(paid('V2', '200.00', dinner));
    const moved = corrected(correction('C1', 'V1', '500.00', { economicItem: '30201' }), office, '30217');
    given(...full, moved)
      .when(asked('MakePayment', payment('V2', '500.00', dinner)))
      .then(paid('V2', '500.00', dinner));
  });

  it('is taken by a correction onto its economic item', () => {
    const toDinner = correction('C1', 'V1', '500.01', dinner);
    given(...quota, ceiling('reception', '500.00'), paid('V1', '500.01'))
      .when(asked('ReclassifyPayment', toDinner))
      .thenRefused('three-public-exceeded', '已支出 0.00 元', '超预算 0.01 元', 'C1');
  });

  it('does not hinder a correction between lines, which adds nothing to the kind, even where the budget was lowered since', () => {
    const toProject = correction('C1', 'V1', '500.00', { ...dinner, line: project });
    const lowered = happened('ThreePublicBudgetSet', {
      kind: 'reception',
      amount: yuan('100.00'),
      previous: yuan('500.00'),
    });
    given(...quota, ceiling('reception', '500.00'), paid('V1', '500.00', dinner), lowered)
      .when(asked('ReclassifyPayment', toProject))
      .then(corrected(toProject, office, '30217'));
  });
});
