import { allocated, income, opened, openedDepartment, payment, reversal, reversed, yuan } from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

describe('收入', () => {
  it('is received by source and functional item, whatever quota there is', () => {
    given(opened)
      .when(asked('ReceiveIncome', income('S1', '5,000.00')))
      .then(happened('IncomeReceived', income('S1', '5,000.00')));
  });

  it('gives no quota', () => {
    given(opened, happened('IncomeReceived', income('S1', '5,000.00')))
      .when(asked('MakePayment', payment('V1', '0.01')))
      .thenRefused('quota-exceeded');
  });

  test.each([
    [{ voucher: '' }, 'no-voucher', '5.00 元'],
    [{ amount: -500 }, 'amount-not-positive', '-5.00 元'],
    [{ amount: 0 }, 'amount-not-positive', '0.00 元'],
    [{ date: '2024-01-01' }, 'date-outside-year', 'S1'],
    [{ item: '208' }, 'not-a-leaf-code', 'S1'],
    [{ item: '2080199' }, 'unknown-code', '2080199'],
    [{ fundSource: '捐赠' as never }, 'unknown-word', '收入来源“捐赠”'],
  ])('%j is refused', (wrong, rule, says) => {
    given(opened)
      .when(asked('ReceiveIncome', income('S1', '5.00', wrong)))
      .thenRefused(rule, says);
  });

  it('shares the unit’s voucher numbers with payments', () => {
    given(opened, allocated('9.00'), happened('PaymentMade', payment('V1', '9.00')))
      .when(asked('ReceiveIncome', income('V1', '5.00')))
      .thenRefused('voucher-reused', 'V1');
  });
});

describe('红字冲销', () => {
  const received = happened('IncomeReceived', income('S1', '5,000.00'));
  const paid = [allocated('9.00'), happened('PaymentMade', payment('V1', '9.00'))];

  it('takes back an income, whole or in part, under the source and item it was booked under', () => {
    given(opened, received)
      .when(asked('ReverseIncome', reversal('S2', 'S1', '5,000.00')))
      .then(reversed('S2', 'S1', '5,000.00'));
    given(opened, received, reversed('S2', 'S1', '4,000.00'))
      .when(asked('ReverseIncome', reversal('S3', 'S1', '1,000.00')))
      .then(reversed('S3', 'S1', '1,000.00'));
  });

  it('is refused above what is left of the income', () => {
    given(opened, received, reversed('S2', 'S1', '4,000.00'))
      .when(asked('ReverseIncome', reversal('S3', 'S1', '1,000.01')))
      .thenRefused('reversal-above-income', '凭证 S3', '收入凭证 S1 尚余 1,000.00 元，不能冲销 1,000.01 元');
  });

  test.each([
    ['S9', 'a voucher never recorded'],
    ['V1', 'a payment'],
    ['S2', 'a reversal'],
  ])('is refused on %s: %s is no income', (original) => {
    given(opened, ...paid, received, reversed('S2', 'S1', '1.00'))
      .when(asked('ReverseIncome', reversal('S3', original, '1.00')))
      .thenRefused('income-unknown', `原凭证号 ${original}`);
  });

  test.each([
    [{ voucher: ' ' }, 'no-voucher'],
    [{ voucher: 'S1' }, 'voucher-reused'],
    [{ amount: 0 }, 'amount-not-positive'],
    [{ date: '2024-01-05' }, 'date-outside-year'],
  ])('%j is refused', (wrong, rule) => {
    given(opened, received)
      .when(asked('ReverseIncome', reversal('S2', 'S1', '1.00', wrong)))
      .thenRefused(rule);
  });

  it('uses up its voucher number', () => {
    given(opened, ...paid, received, reversed('S2', 'S1', '1.00'))
      .when(asked('ReceiveIncome', income('S2', '1.00')))
      .thenRefused('voucher-reused', 'S2');
  });
});

describe('年初结转和结余', () => {
  const balance = { fundSource: 'governmentFund' as const, item: '2120801', amount: yuan('70.00') };

  it('is money in the books, not quota', () => {
    given(opened).when(asked('RecordOpeningBalance', balance)).then(happened('OpeningBalanceRecorded', balance));
  });

  test.each([
    [{ amount: 0 }, 'amount-not-positive'],
    [{ item: '21208' }, 'not-a-leaf-code'],
    [{ fundSource: '' as never }, 'unknown-word'],
  ])('%j is refused', (wrong, rule) => {
    given(opened)
      .when(asked('RecordOpeningBalance', { ...balance, ...wrong }))
      .thenRefused(rule, '元');
  });

  describe('冲减', () => {
    const history = [opened, happened('OpeningBalanceRecorded', balance)];
    const back = (amount: string) => ({ ...balance, amount: yuan(amount), reason: '登记有误' });

    it('takes back what was wrongly booked, whole or in part', () => {
      given(...history)
        .when(asked('ReverseOpeningBalance', back('70.00')))
        .then(happened('OpeningBalanceReversed', back('70.00')));
    });

    it('takes back no more than stands under the source and item', () => {
      given(...history, happened('OpeningBalanceReversed', back('30.00')))
        .when(asked('ReverseOpeningBalance', back('40.01')))
        .thenRefused('reversal-above-booked', '政府性基金预算财政拨款 2120801', '40.00 元', '不能冲减 40.01 元');
      given(...history)
        .when(asked('ReverseOpeningBalance', { ...back('1.00'), fundSource: 'generalPublic' }))
        .thenRefused('reversal-above-booked', '登记的金额为 0.00 元');
    });

    test.each([
      [{ amount: 0 }, 'amount-not-positive'],
      [{ reason: ' ' }, 'no-reason'],
      [{ fundSource: '' as never }, 'unknown-word'],
    ])('%j is refused', (wrong, rule) => {
      given(...history)
        .when(asked('ReverseOpeningBalance', { ...back('1.00'), ...wrong }))
        .thenRefused(rule);
    });
  });
});

describe('使用非财政拨款结余 and 结余分配', () => {
  const used = { date: '2023-12-31', amount: yuan('12.00'), purpose: '弥补收支差额' };

  test.each([
    ['UseSurplus', 'SurplusUsed'],
    ['DistributeSurplus', 'SurplusDistributed'],
  ] as const)('%s', (command, event) => {
    given(opened).when(asked(command, used)).then(happened(event, used));
    given(opened)
      .when(asked(command, { ...used, amount: 0 }))
      .thenRefused('amount-not-positive');
    given(opened)
      .when(asked(command, { ...used, date: '2022-12-31' }))
      .thenRefused('date-outside-year', '12.00 元');
    given(openedDepartment).when(asked(command, used)).thenRefused('department-has-no-money', '301 是部门');
  });
});

describe('冲减 of 使用非财政拨款结余 and 结余分配', () => {
  const used = { date: '2023-11-30', amount: yuan('12.00'), purpose: '弥补收支差额' };
  const back = {
    movement: 'used' as const,
    date: '2023-12-31',
    amount: yuan('12.00'),
    purpose: used.purpose,
    reason: '登记有误',
  };
  const history = [opened, happened('SurplusUsed', used), happened('SurplusDistributed', used)];

  it.each(['used', 'distributed'] as const)('takes back what was wrongly recorded: %s', (movement) => {
    given(...history)
      .when(asked('ReverseSurplus', { ...back, movement }))
      .then(happened('SurplusReversed', { ...back, movement }));
  });

  it('takes back no more than stands of the movement with its purpose', () => {
    given(...history, happened('SurplusReversed', { ...back, amount: yuan('5.00') }))
      .when(asked('ReverseSurplus', { ...back, amount: yuan('7.01') }))
      .thenRefused('reversal-above-booked', '使用非财政拨款结余“弥补收支差额”', '7.00 元', '不能冲减 7.01 元');
    given(opened, happened('SurplusUsed', used))
      .when(asked('ReverseSurplus', { ...back, movement: 'distributed' }))
      .thenRefused('reversal-above-booked', '结余分配', '0.00 元');
  });

  it('comes in parts, of any day since the movement, and knows its purpose by its words', () => {
    given(...history, happened('SurplusReversed', { ...back, amount: yuan('5.00') }))
      .when(asked('ReverseSurplus', { ...back, amount: yuan('7.00'), date: '2023-12-01', purpose: ` ${back.purpose}` }))
      .then(
        happened('SurplusReversed', { ...back, amount: yuan('7.00'), date: '2023-12-01', purpose: ` ${back.purpose}` }),
      );
  });

  test.each([
    [{ amount: 0 }, 'amount-not-positive'],
    [{ reason: '' }, 'no-reason'],
    [{ date: '2024-01-01' }, 'date-outside-year'],
    [{ date: '2023-11-29' }, 'before-the-original'],
    [{ movement: '' as never }, 'unknown-word'],
  ])('%j is refused', (wrong, rule) => {
    given(...history)
      .when(asked('ReverseSurplus', { ...back, ...wrong }))
      .thenRefused(rule);
  });
});

it('a department has no money of its own', () => {
  given(openedDepartment)
    .when(asked('ReceiveIncome', income('S1', '5.00')))
    .thenRefused('department-has-no-money');
  given(openedDepartment)
    .when(asked('ReverseIncome', reversal('S2', 'S1', '5.00')))
    .thenRefused('department-has-no-money');
  given(openedDepartment)
    .when(asked('RecordOpeningBalance', { fundSource: 'other', item: '2080101', amount: 1 }))
    .thenRefused('department-has-no-money');
});
