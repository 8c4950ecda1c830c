import {
  allocated,
  corrected,
  correction,
  ending,
  land,
  office,
  opened,
  payment,
  project,
  refund,
} from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

const paid = (...data: Parameters<typeof payment>) => happened('PaymentMade', payment(...data));
const history = [opened, allocated('1,000.00'), allocated('1,000.00', project), paid('V1', '600.00')];
const toProject = { line: project };

describe('更正', () => {
  it('moves a payment to the right line', () => {
    const right = correction('C1', 'V1', '600.00', toProject);
    given(...history)
      .when(asked('ReclassifyPayment', right))
      .then(corrected(right));
  });

  it('moves a payment to the right economic item, needing no quota for it', () => {
    const right = correction('C1', 'V1', '1,000.00', { economicItem: '30101' });
    given(opened, allocated('1,000.00'), paid('V1', '1,000.00'))
      .when(asked('ReclassifyPayment', right))
      .then(corrected(right));
  });

  it('gives the old line its quota back and takes the new line’s', () => {
    const after = [...history, corrected(correction('C1', 'V1', '600.00', toProject))];
    given(...after)
      .when(asked('MakePayment', payment('V2', '1,000.00')))
      .then(paid('V2', '1,000.00'));
    given(...after)
      .when(asked('MakePayment', payment('V2', '400.01', toProject)))
      .thenRefused('quota-exceeded', '可用 400.00 元');
  });

  it('is refused where the new line has not enough', () => {
    given(opened, allocated('1,000.00'), allocated('599.99', project), paid('V1', '600.00'))
      .when(asked('ReclassifyPayment', correction('C1', 'V1', '600.00', toProject)))
      .thenRefused('quota-exceeded', '2080102', '可用 599.99 元', '更正转入 600.00 元', '超出 0.01 元');
  });

  it('moves what refunds have left, no more and no less', () => {
    const part = [...history, happened('PaymentRefunded', refund('R1', 'V1', '250.00'))];
    const right = correction('C1', 'V1', '350.00', toProject);
    given(...part)
      .when(asked('ReclassifyPayment', right))
      .then(corrected(right));
    for (const amount of ['600.00', '349.99', '350.01']) {
      given(...part)
        .when(asked('ReclassifyPayment', correction('C1', 'V1', amount, toProject)))
        .thenRefused('reclassified-amount-differs', '尚余 350.00 元', `${amount} 元`, 'V1', '2080102');
    }
  });

  it('can be corrected again, naming the payment or its last correction', () => {
    const first = corrected(correction('C1', 'V1', '600.00', toProject));
    const back = correction('C2', 'V1', '600.00', { economicItem: '30101' });
    given(...history, first)
      .when(asked('ReclassifyPayment', back))
      .then(corrected(back, project));
    const other = { ...back, originalVoucher: 'C1' };
    given(...history, first)
      .when(asked('ReclassifyPayment', other))
      .then(corrected(other, project));
    const third = correction('C3', 'V1', '600.00', toProject);
    given(...history, first, corrected(back, project))
      .when(asked('ReclassifyPayment', third))
      .then(corrected(third, office, '30101'));
  });

  it('changes something', () => {
    given(...history)
      .when(asked('ReclassifyPayment', correction('C1', 'V1', '600.00')))
      .thenRefused('reclassified-onto-itself', 'V1', '2080101');
  });

  it('stays inside one 资金性质', () => {
    given(...history, allocated('1,000.00', land))
      .when(asked('ReclassifyPayment', correction('C1', 'V1', '600.00', { line: land })))
      .thenRefused('reclassified-to-another-fund', '资金性质', '2120801');
  });

  it('leads off a code that has ended, not onto it', () => {
    const late = { date: '2023-08-01' };
    const away = correction('C1', 'V1', '9.00', { ...late, ...toProject });
    given(opened, allocated('9.00', ending), allocated('9.00', project), paid('V1', '9.00', { line: ending }))
      .when(asked('ReclassifyPayment', away))
      .then(corrected(away, ending));
    given(...history, allocated('600.00', ending))
      .when(asked('ReclassifyPayment', correction('C1', 'V1', '600.00', { ...late, line: ending })))
      .thenRefused('code-not-in-force', '2080105');
  });

  test.each([
    [{ originalVoucher: 'V9' }, 'payment-unknown'],
    [{ economicItem: null }, 'no-economic-item'],
    [{ economicItem: '39999' }, 'unknown-code'],
    [{ amount: 0 }, 'amount-not-positive'],
    [{ date: '2024-01-01' }, 'date-outside-year'],
    [{ voucher: 'V1' }, 'voucher-reused'],
  ])('%j is refused', (wrong, rule) => {
    given(...history)
      .when(asked('ReclassifyPayment', correction('C1', 'V1', '600.00', { ...toProject, ...wrong })))
      .thenRefused(rule, '2080102');
  });

  it('finds nothing left of a payment that was refunded altogether', () => {
    given(...history, happened('PaymentRefunded', refund('R1', 'V1', '600.00')))
      .when(asked('ReclassifyPayment', correction('C1', 'V1', '600.00', toProject)))
      .thenRefused('reclassified-amount-differs', '尚余 0.00 元');
  });
});
