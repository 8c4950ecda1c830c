import {
  allocated,
  change,
  freeze,
  office,
  opened,
  openedDepartment,
  payment,
  project,
  refund,
  yuan,
} from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

const frozen = (freezeId: string, amount: string, line = office) =>
  happened('QuotaFrozen', freeze(freezeId, amount, line));
const release = (freezeId: string, amount: string) => ({ freezeId, amount: yuan(amount), date: '2023-10-01' });
const released = (freezeId: string, amount: string, line = office) =>
  happened('QuotaReleased', { ...release(freezeId, amount), line });
const paidFrom = (voucher: string, amount: string, freezeId: string, fromFreeze: string) =>
  happened('PaymentMade', { ...payment(voucher, amount), freezeId, fromFreeze: yuan(fromFreeze) });

describe('冻结', () => {
  it('holds available quota under a contract’s number, and more of it later', () => {
    given(opened, allocated('1,000.00'))
      .when(asked('FreezeQuota', freeze('HT-1', '400.00')))
      .then(frozen('HT-1', '400.00'));
    given(opened, allocated('1,000.00'), frozen('HT-1', '400.00'))
      .when(asked('FreezeQuota', freeze('HT-1', '600.00')))
      .then(frozen('HT-1', '600.00'));
  });

  it('holds no more than is available', () => {
    given(opened, allocated('1,000.00'), frozen('HT-1', '400.00'))
      .when(asked('FreezeQuota', freeze('HT-2', '600.01')))
      .thenRefused('quota-exceeded', '2080101', '可用 600.00 元', '冻结 600.01 元', '超出 0.01 元');
  });

  it('keeps other payments off what it holds', () => {
    given(opened, allocated('1,000.00'), frozen('HT-1', '400.00'))
      .when(asked('MakePayment', payment('V1', '600.01')))
      .thenRefused('quota-exceeded', '可用 600.00 元（另有冻结 400.00 元，不能动用），支付 600.01 元');
  });

  it('holds quota of one line under a number at a time', () => {
    given(opened, allocated('9.00'), allocated('9.00', project), frozen('HT-1', '4.00'))
      .when(asked('FreezeQuota', freeze('HT-1', '1.00', project)))
      .thenRefused('freeze-id-reused', 'HT-1', '2080101', '4.00 元', '2080102');
  });

  it('may begin again under a number that was used up or released, on any line', () => {
    const history = [opened, allocated('9.00'), allocated('9.00', project), frozen('HT-1', '4.00')];
    given(...history, paidFrom('V1', '4.00', 'HT-1', '4.00'))
      .when(asked('FreezeQuota', freeze('HT-1', '5.00', project)))
      .then(frozen('HT-1', '5.00', project));
    given(...history, released('HT-1', '4.00'), frozen('HT-1', '5.00', project))
      .when(asked('ReleaseQuota', release('HT-1', '5.00')))
      .then(released('HT-1', '5.00', project));
  });

  test.each([
    [{ freezeId: ' ' }, 'no-freeze-id'],
    [{ date: '2024-03-01' }, 'date-outside-year'],
    [{ amount: 0 }, 'amount-not-positive'],
    [{ line: { ...office, item: '208' } }, 'not-a-leaf-code'],
  ])('%j is refused', (wrong, rule) => {
    given(opened, allocated('9.00'))
      .when(asked('FreezeQuota', { ...freeze('HT-1', '1.00'), ...wrong }))
      .thenRefused(rule, '一般公共预算财政拨款 基本支出');
  });

  it('is refused on a department', () => {
    given(openedDepartment)
      .when(asked('FreezeQuota', freeze('HT-1', '1.00')))
      .thenRefused('department-has-no-lines');
  });
});

describe('解冻', () => {
  it('gives back all or part of what is held', () => {
    given(opened, allocated('9.00'), frozen('HT-1', '4.00'))
      .when(asked('ReleaseQuota', release('HT-1', '1.00')))
      .then(released('HT-1', '1.00'));
    given(opened, allocated('9.00'), frozen('HT-1', '4.00'), released('HT-1', '4.00'))
      .when(asked('MakePayment', payment('V1', '9.00')))
      .then(happened('PaymentMade', payment('V1', '9.00')));
  });

  it('gives back no more than is held', () => {
    given(opened, allocated('9.00'), frozen('HT-1', '4.00'), released('HT-1', '1.00'))
      .when(asked('ReleaseQuota', release('HT-1', '3.01')))
      .thenRefused('release-above-freeze', '2080101', 'HT-1', '尚余 3.00 元', '3.01 元');
  });

  test.each([
    [{ freezeId: 'HT-9' }, 'freeze-unknown', 'HT-9'],
    [{ amount: -1 }, 'amount-not-positive', '-0.01 元须大于零；要减少的，按事项另记正数'],
    [{ date: '2022-03-01' }, 'date-outside-year', '2022-03-01'],
  ])('%j is refused', (wrong, rule, says) => {
    given(opened, allocated('9.00'), frozen('HT-1', '4.00'))
      .when(asked('ReleaseQuota', { ...release('HT-1', '1.00'), ...wrong }))
      .thenRefused(rule, says);
  });
});

describe('a payment that uses up a freeze', () => {
  const history = [opened, allocated('10.00'), frozen('HT-1', '6.00')];

  it('takes from the freeze first, and the rest from what is available', () => {
    given(...history)
      .when(asked('MakePayment', { ...payment('V1', '2.00'), freezeId: 'HT-1' }))
      .then(paidFrom('V1', '2.00', 'HT-1', '2.00'));
    given(...history)
      .when(asked('MakePayment', { ...payment('V1', '10.00'), freezeId: 'HT-1' }))
      .then(paidFrom('V1', '10.00', 'HT-1', '6.00'));
    given(...history, paidFrom('V1', '6.00', 'HT-1', '6.00'))
      .when(asked('MakePayment', { ...payment('V2', '4.00'), freezeId: 'HT-1' }))
      .then(paidFrom('V2', '4.00', 'HT-1', '0.00'));
  });

  it('does not exceed both together', () => {
    given(...history)
      .when(asked('MakePayment', { ...payment('V1', '10.01'), freezeId: 'HT-1' }))
      .thenRefused('quota-exceeded', '可用 10.00 元，支付 10.01 元，超出 0.01 元');
  });

  it('names a freeze of its own line', () => {
    given(...history, allocated('10.00', project))
      .when(asked('MakePayment', { ...payment('V1', '1.00', { line: project }), freezeId: 'HT-1' }))
      .thenRefused('freeze-of-another-line', 'HT-1', '2080101', '2080102', '1.00 元');
    given(...history)
      .when(asked('MakePayment', { ...payment('V1', '1.00'), freezeId: 'HT-2' }))
      .thenRefused('freeze-unknown', 'HT-2');
  });

  it('gives its quota back as available when it is refunded: nothing is frozen anew', () => {
    const refunded = [paidFrom('V1', '6.00', 'HT-1', '6.00'), happened('PaymentRefunded', refund('R1', 'V1', '6.00'))];
    given(...history, ...refunded)
      .when(asked('CutBudget', change('10.00')))
      .then(happened('BudgetCut', change('10.00')));
    given(...history, ...refunded)
      .when(asked('ReleaseQuota', release('HT-1', '0.01')))
      .thenRefused('release-above-freeze', '尚余 0.00 元');
  });
});
