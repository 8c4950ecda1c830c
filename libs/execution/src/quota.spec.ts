import {
  allocated,
  change,
  ending,
  land,
  office,
  opened,
  openedDepartment,
  original,
  payment,
  project,
  trading,
  yuan,
} from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

describe('年初预算', () => {
  it('is quota from the first day of the year, by source and economic item', () => {
    const planned = original('1,000.00', { economicItem: '30101', origin: 'carryover' });
    given(opened)
      .when(asked('AllocateOriginalBudget', planned))
      .then(happened('OriginalBudgetAllocated', { ...planned, date: '2023-01-01' }));
  });

  it('may be given to one line in several parts', () => {
    given(opened, allocated('600.00'))
      .when(asked('AllocateOriginalBudget', original('400.00')))
      .then(allocated('400.00'));
  });

  test.each([
    ['an item that is none', original('1.00', { line: { ...office, item: '2089999' } }), 'unknown-code', '2089999'],
    ['an item above the leaf', original('1.00', { line: { ...office, item: '20801' } }), 'not-a-leaf-code', '项级'],
    [
      'an item that begins in July',
      original('1.00', { line: { ...office, item: '2080115' } }),
      'code-not-in-force',
      '',
    ],
    ['an economic class', original('1.00', { economicItem: '301' }), 'not-a-leaf-code', '款级'],
    ['an economic item that is none', original('1.00', { economicItem: '39999' }), 'unknown-code', '39999'],
    ['nothing', original('0.00'), 'amount-not-positive', '0.00 元'],
    ['less than nothing', original('-3.00'), 'amount-not-positive', '-3.00 元'],
    ['half a 分', original('1.00', { amount: 1.5 }), 'finer-than-fen', '1.5'],
    ['an unknown fund', original('1.00', { line: { ...office, fundSource: '彩票' as never } }), 'unknown-word', '彩票'],
    ['an unknown kind', original('1.00', { line: { ...office, kind: 'x' as never } }), 'unknown-word', '基本支出'],
  ])('is refused on %s', (_what, planned, rule, says) => {
    given(opened).when(asked('AllocateOriginalBudget', planned)).thenRefused(rule, says);
  });
});

describe('冲减 of 年初预算', () => {
  const wrong = original('600.00', { economicItem: '30101' });
  const entered = happened('OriginalBudgetAllocated', { ...wrong, date: '2023-01-01' });
  const back = (amount: string, more: Partial<typeof wrong> = {}) => ({
    ...wrong,
    ...more,
    amount: yuan(amount),
    reason: '录入有误',
  });

  it('takes back what was wrongly entered, whole or in part, from the first day of the year', () => {
    given(opened, entered)
      .when(asked('ReverseOriginalBudget', back('540.00')))
      .then(happened('OriginalBudgetReversed', { ...back('540.00'), date: '2023-01-01' }));
  });

  it('takes back no more than was entered on the line with this source and economic item', () => {
    given(opened, entered, happened('OriginalBudgetReversed', { ...back('540.00'), date: '2023-01-01' }))
      .when(asked('ReverseOriginalBudget', back('60.01')))
      .thenRefused('reversal-above-booked', '年初预算', '30101', '登记的金额为 60.00 元', '不能冲减 60.01 元');
    for (const other of [{ economicItem: null }, { origin: 'carryover' as const }, { line: project }])
      given(opened, entered)
        .when(asked('ReverseOriginalBudget', back('1.00', other)))
        .thenRefused('reversal-above-booked', '0.00 元');
  });

  it('leaves the line what was paid of it', () => {
    given(opened, entered, happened('PaymentMade', payment('V1', '500.00')))
      .when(asked('ReverseOriginalBudget', back('100.01')))
      .thenRefused('quota-exceeded', '可用 100.00 元', '冲减年初预算 100.01 元');
  });

  test.each([
    [{ amount: 0 }, 'amount-not-positive'],
    [{ reason: ' ' }, 'no-reason'],
  ])('%j is refused', (more, rule) => {
    given(opened, entered)
      .when(asked('ReverseOriginalBudget', { ...back('1.00'), ...more }))
      .thenRefused(rule);
  });
});

const GIVES = [
  ['SupplementBudget', 'BudgetSupplemented'],
  ['TransferBudgetIn', 'BudgetTransferredIn'],
] as const;
const TAKES = [
  ['CutBudget', 'BudgetCut', '追减'],
  ['RecallQuota', 'QuotaRecalled', '收回'],
  ['TransferBudgetOut', 'BudgetTransferredOut', '调剂转出'],
] as const;
const CHANGES = [...GIVES, ...TAKES].map(([command]) => command);

describe('changes during the year', () => {
  test.each(GIVES)('%s gives a line quota, also one that had none', (command, event) => {
    given(opened)
      .when(asked(command, change('1,234.56')))
      .then(happened(event, change('1,234.56')));
  });

  test.each(TAKES)('%s takes quota away, to the last 分', (command, event) => {
    given(opened, allocated('1,234.56'))
      .when(asked(command, change('1,234.56')))
      .then(happened(event, change('1,234.56')));
  });

  test.each(TAKES)('%s above what is available is refused: %s', (command, _event, word) => {
    given(opened, allocated('1,000.00'), happened('PaymentMade', payment('V1', '300.00')))
      .when(asked(command, change('700.01')))
      .thenRefused(
        'quota-exceeded',
        '2080101 一般公共预算财政拨款 基本支出',
        '可用 700.00 元',
        `${word} 700.01 元`,
        '0.01 元',
        '无预算不支出',
      );
  });

  test.each(TAKES)('%s leaves frozen quota alone', (command) => {
    const held = happened('QuotaFrozen', {
      freezeId: 'HT-1',
      line: office,
      amount: yuan('400.00'),
      date: '2023-02-01',
      purpose: '',
    });
    given(opened, allocated('1,000.00'), held)
      .when(asked(command, change('600.01')))
      .thenRefused('quota-exceeded', '可用 600.00 元');
  });

  describe.each(CHANGES)('%s', (command) => {
    test.each([
      ['without document number', { documentNumber: ' ' }, 'no-document-number', '缺文号'],
      ['without purpose', { purpose: '' }, 'no-purpose', '缺事由'],
      ['dated in another year', { date: '2024-01-01' }, 'date-outside-year', '2023 财政年度'],
      ['on a day that does not exist', { date: '2023-02-30' }, 'not-a-date', '2023-02-30'],
      ['on a day written otherwise', { date: '2023-5-6' }, 'not-a-date', '2023-5-6'],
      ['of nothing', { amount: 0 }, 'amount-not-positive', '0.00 元'],
      ['of less than nothing', { amount: -1 }, 'amount-not-positive', '-0.01 元'],
      ['of a fraction', { amount: 0.1 }, 'finer-than-fen', '0.1'],
      ['of an amount past exactness', { amount: 9e15 }, 'amount-too-large', '90 万亿元'],
      ['on an unknown code', { line: { ...office, item: '1234567' } }, 'unknown-code', '1234567'],
      ['on a class', { line: { ...office, item: '208' } }, 'not-a-leaf-code', '208'],
    ])('%s is refused and says which line', (_what, wrong, rule, says) => {
      const line = 'line' in wrong ? wrong.line : office;
      given(opened, allocated('1,000.00'))
        .when(asked(command, change('10.00', wrong)))
        .thenRefused(rule, says, `指标 ${line.item} 一般公共预算财政拨款 基本支出`);
    });

    it('is refused on a department, which has no lines', () => {
      given(openedDepartment)
        .when(asked(command, change('1.00')))
        .thenRefused('department-has-no-lines', '301 是部门', '1.00 元');
    });
  });
});

describe('a code that ends in mid-year', () => {
  const history = [opened, allocated('1,000.00', ending)];

  test.each(GIVES)('gets no more quota afterwards: %s', (command) => {
    given(...history)
      .when(asked(command, change('1.00', { line: ending, date: '2023-07-01' })))
      .thenRefused('code-not-in-force', '2080105', '2023-07-01');
  });

  test.each(TAKES)('gives up what it has: %s', (command, event) => {
    const leaving = change('1,000.00', { line: ending, date: '2023-09-01' });
    given(...history)
      .when(asked(command, leaving))
      .then(happened(event, leaving));
  });

  test.each(TAKES)('unless it never had any: %s', (command) => {
    given(opened)
      .when(asked(command, change('1.00', { line: ending, date: '2023-09-01' })))
      .thenRefused('code-not-in-force');
  });
});

describe('上年结转', () => {
  test.each([
    ['book', office],
    ['reissued', project],
    ['book', land],
    ['nonFiscal', trading],
  ] as const)('%s is brought in on %j', (carryover, line) => {
    const brought = { ...change('50.00', { line }), carryover };
    given(opened).when(asked('BringInCarryover', brought)).then(happened('CarryoverBroughtIn', brought));
  });

  test.each([
    ['nonFiscal', office, 'carryover-of-another-fund'],
    ['book', trading, 'carryover-of-another-fund'],
    ['reissued', trading, 'carryover-of-another-fund'],
    ['stolen', office, 'unknown-word'],
  ])('%s is not of the fund of %j', (carryover, line, rule) => {
    given(opened)
      .when(asked('BringInCarryover', { ...change('50.00', { line }), carryover: carryover as never }))
      .thenRefused(rule, line.item, '50.00 元');
  });

  it('wants a document like every change', () => {
    given(opened)
      .when(asked('BringInCarryover', { ...change('50.00', { documentNumber: '' }), carryover: 'book' }))
      .thenRefused('no-document-number');
  });
});
