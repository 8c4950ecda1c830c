import { allocated, correction, freeze, income, opened, payment, refund, reversal, yuan } from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

const ON = { date: '2023-03-31' };
const BEFORE = { date: '2023-03-30' };
const paid = happened('PaymentMade', { ...payment('V1', '600.00'), ...ON });
const received = happened('IncomeReceived', { ...income('S1', '5,000.00'), ...ON });
const frozen = (date: string) => happened('QuotaFrozen', { ...freeze('HT-1', '100.00'), date });
const release = { freezeId: 'HT-1', amount: yuan('100.00') };
const fromFreeze = { ...payment('V2', '50.00'), freezeId: 'HT-1' };
const history = [opened, allocated('1,000.00'), paid, received, frozen(ON.date)];

/** As of a day between, there would be less than nothing. */
describe('what undoes, moves or uses something', () => {
  it.each([
    ['a refund', asked('RefundPayment', { ...refund('R1', 'V1', '1.00'), ...BEFORE }), '凭证 V1'],
    [
      'a correction',
      asked('ReclassifyPayment', { ...correction('C1', 'V1', '600.00', { economicItem: '30202' }), ...BEFORE }),
      '凭证 V1',
    ],
    ['a reversal', asked('ReverseIncome', { ...reversal('S2', 'S1', '1.00'), ...BEFORE }), '收入凭证 S1'],
    ['a release', asked('ReleaseQuota', { ...release, ...BEFORE }), '冻结 HT-1'],
    ['a payment out of a freeze', asked('MakePayment', { ...fromFreeze, ...BEFORE }), '冻结 HT-1'],
  ])('is dated no earlier than it: %s', (_what, command, original) => {
    given(...history)
      .when(command)
      .thenRefused('before-the-original', '2023-03-30', original, '2023-03-31');
  });

  it('may be of the same day', () => {
    given(...history)
      .when(asked('RefundPayment', { ...refund('R1', 'V1', '1.00'), ...ON }))
      .then(happened('PaymentRefunded', { ...refund('R1', 'V1', '1.00'), ...ON }));
  });

  it('counts from the last day that quota was held under a number: less was held before', () => {
    given(opened, allocated('1,000.00'), frozen('2023-01-01'), frozen('2023-05-01'))
      .when(asked('ReleaseQuota', { ...release, ...BEFORE }))
      .thenRefused('before-the-original', '2023-05-01');
    const released = happened('QuotaReleased', { ...release, date: '2023-06-01', line: freeze('HT-1', '1').line });
    given(opened, allocated('1,000.00'), frozen('2023-06-01'), released, frozen('2023-03-01'))
      .when(asked('ReleaseQuota', { ...release, ...BEFORE }))
      .then(happened('QuotaReleased', { ...release, ...BEFORE, line: freeze('HT-1', '1').line }));
  });
});
