import {
  allocated,
  corrected,
  correction,
  ending,
  income,
  office,
  opened,
  payment,
  project,
  refund,
} from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

const paid = (...data: Parameters<typeof payment>) => happened('PaymentMade', payment(...data));
const refunded = (...data: Parameters<typeof refund>) => happened('PaymentRefunded', refund(...data));
const history = [opened, allocated('1,000.00'), paid('V1', '600.00')];

describe('退回', () => {
  it('brings back part of a payment, or all of it', () => {
    given(...history)
      .when(asked('RefundPayment', refund('R1', 'V1', '600.00')))
      .then(refunded('R1', 'V1', '600.00'));
    given(...history, refunded('R1', 'V1', '100.00'))
      .when(asked('RefundPayment', refund('R2', 'V1', '500.00')))
      .then(refunded('R2', 'V1', '500.00'));
  });

  it('restores the quota', () => {
    given(...history, refunded('R1', 'V1', '100.00'))
      .when(asked('MakePayment', payment('V2', '500.00')))
      .then(paid('V2', '500.00'));
  });

  it('is refused above what was paid and not yet refunded', () => {
    given(...history, refunded('R1', 'V1', '100.00'))
      .when(asked('RefundPayment', refund('R2', 'V1', '500.01')))
      .thenRefused('refund-above-payment', 'V1', '2080101', '尚余 500.00 元', '不能退回 500.01 元');
  });

  test.each([
    ['V9', 'a voucher never recorded'],
    ['S1', 'an income'],
    ['R1', 'a refund'],
  ])('is refused on %s: %s is no payment', (original) => {
    given(...history, happened('IncomeReceived', income('S1', '5.00')), refunded('R1', 'V1', '1.00'))
      .when(asked('RefundPayment', refund('R2', original, '1.00')))
      .thenRefused('payment-unknown', original);
  });

  test.each([
    ['line', { line: project }],
    ['economic item', { economicItem: '30217' }],
    ['absent economic item', { economicItem: null }],
  ])('is refused on another %s than the payment’s', (_what, wrong) => {
    given(...history)
      .when(asked('RefundPayment', refund('R1', 'V1', '1.00', wrong)))
      .thenRefused('refund-on-another-line', 'V1', '2080101 一般公共预算财政拨款 基本支出 经济科目 30201');
  });

  test.each([
    [{ amount: 0 }, 'amount-not-positive'],
    [{ date: '2024-01-05' }, 'date-outside-year'],
    [{ voucher: '' }, 'no-voucher'],
  ])('%j is refused', (wrong, rule) => {
    given(...history)
      .when(asked('RefundPayment', refund('R1', 'V1', '1.00', wrong)))
      .thenRefused(rule);
  });

  it('comes back onto a code that has ended since: the payment stands there', () => {
    const old = { line: ending };
    given(opened, allocated('9.00', ending), paid('V1', '9.00', old))
      .when(asked('RefundPayment', refund('R1', 'V1', '9.00', { ...old, date: '2023-11-01' })))
      .then(refunded('R1', 'V1', '9.00', { ...old, date: '2023-11-01' }));
  });
});

describe('退回 of a corrected payment', () => {
  const moved = correction('C1', 'V1', '600.00', { line: project });
  const after = [...history, allocated('600.00', project), corrected(moved)];

  it.each(['V1', 'C1'])('stands where the money is now, whichever voucher it names: %s', (original) => {
    given(...after)
      .when(asked('RefundPayment', refund('R1', original, '600.00', { line: project })))
      .then(refunded('R1', original, '600.00', { line: project }));
    given(...after)
      .when(asked('RefundPayment', refund('R1', original, '1.00', { line: office })))
      .thenRefused('refund-on-another-line', '2080102', '信息化');
  });

  it('counts what was refunded under either voucher', () => {
    given(...after, refunded('R1', 'C1', '400.00', { line: project }))
      .when(asked('RefundPayment', refund('R2', 'V1', '200.01', { line: project })))
      .thenRefused('refund-above-payment', '尚余 200.00 元');
  });
});
