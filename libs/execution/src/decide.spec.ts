import {
  allocated,
  change,
  closed,
  correction,
  income,
  office,
  opened,
  payment,
  project,
  refund,
  unit,
  yuan,
} from '../testing/facts';
import {
  asked,
  type Asked,
  commandOf,
  contentOf,
  given,
  happened,
  played,
  recorded,
  yearAfter,
} from '../testing/scenario';
import { books } from '../testing/books';
import { budgetYearDecider } from '.';

const paid = happened('PaymentMade', payment('V1', '300.00'));
const pay = asked('MakePayment', payment('V1', '300.00'));
const paidBy = (commandId: string) => recorded(paid, commandId, '王会计', pay);

describe('a year not yet opened', () => {
  test.each([
    pay,
    asked('SupplementBudget', change('1.00')),
    asked('ReceiveIncome', income('S1', '1.00')),
    asked('RecordDisclosure', { name: '车辆', value: '1', unit: '辆', note: '' }),
    asked('CloseFiscalYear', { date: '2023-12-31', dispositions: [], chainHead: null }),
    asked('ReopenFiscalYear', { date: '2023-12-31', reason: '补记' }),
  ])('takes nothing but its opening: $type', (what) => {
    given().when(what, { administrator: true }).thenRefused('year-not-opened', '尚未开启');
  });
});

describe('the same again', () => {
  const history = [opened, allocated('1,000.00')];

  it('records nothing under the same command id, even after closing', () => {
    given(...history, paidBy('C-1'))
      .when(pay, { commandId: 'C-1' })
      .then();
    given(...history, paidBy('C-1'), closed)
      .when(pay, { commandId: 'C-1' })
      .then();
  });

  it('records nothing under the same voucher with the same content, whatever the id', () => {
    given(...history, paidBy('C-1'))
      .when(pay, { commandId: 'C-2' })
      .then();
    given(...history, paidBy('C-1'), closed)
      .when(pay, { commandId: 'C-2' })
      .then();
  });

  test.each([
    ['amount', { amount: yuan('300.01') }],
    ['date', { date: '2023-06-02' }],
    ['line', { line: project }],
    ['economic item', { economicItem: '30101' }],
    ['summary', { summary: '别的' }],
  ])('is not the same with another %s: the voucher is used', (_what, other) => {
    const what = asked('MakePayment', payment('V1', '300.00', other));
    for (const commandId of ['C-1', 'C-2']) {
      given(...history, paidBy('C-1'))
        .when(what, { commandId })
        .thenRefused('voucher-reused', '凭证号 V1', '退回或更正');
    }
  });

  test.each([
    ['refund', asked('RefundPayment', refund('V1', 'V1', '1.00'))],
    ['correction', asked('ReclassifyPayment', correction('V1', 'V1', '300.00', { line: project }))],
    ['income', asked('ReceiveIncome', income('V1', '300.00'))],
  ])('a %s needs a voucher number of its own', (_what, what: Asked) => {
    given(...history, paidBy('C-1'))
      .when(what)
      .thenRefused('voucher-reused', 'V1');
  });

  it('refunds, corrections and income are recognised too', () => {
    const giveBack = asked('RefundPayment', refund('R1', 'V1', '1.00'));
    const back = recorded(happened('PaymentRefunded', refund('R1', 'V1', '1.00')), 'C-2', '王会计', giveBack);
    given(...history, paidBy('C-1'), back)
      .when(giveBack, { commandId: 'C-3' })
      .then();
    const receive = asked('ReceiveIncome', income('S1', '1.00'));
    const received = recorded(happened('IncomeReceived', income('S1', '1.00')), 'C-4', '王会计', receive);
    given(...history, received)
      .when(receive, { commandId: 'C-5' })
      .then();
  });

  it('a command id is good for one content', () => {
    given(...history, paidBy('C-1'))
      .when(asked('MakePayment', payment('V2', '1.00')), { commandId: 'C-1' })
      .thenRefused('command-id-reused', 'C-1', 'V2', '1.00 元');
  });

  it('two equal documents under different ids are two documents', () => {
    const supplemented = happened('BudgetSupplemented', change('5.00'));
    const supplement = asked('SupplementBudget', change('5.00'));
    given(...history, recorded(supplemented, 'C-1', '王会计', supplement))
      .when(supplement, { commandId: 'C-2' })
      .then(supplemented);
  });
});

describe('the year remembers every command', () => {
  const document = { documentNumber: '内调1号', date: '2023-09-01', purpose: '调剂' };
  const transfer = asked('TransferBudget', { ...document, from: office, to: project, amount: yuan('5.00') });
  const close = asked('CloseFiscalYear', { date: '2023-12-31', dispositions: [], chainHead: null });
  const events = played(
    asked('OpenFiscalYear', unit),
    asked('AllocateOriginalBudget', { line: office, amount: yuan('9.00'), economicItem: null, origin: 'current' }),
    [transfer, { commandId: 'T' }],
    [close, { commandId: 'K' }],
  );

  it('with the first and last of its events', () => {
    const year = yearAfter(events);
    expect(year.commands.get('T')).toEqual({ fingerprint: contentOf(transfer), first: 2, last: 3 });
    expect(year.commands.get('K')).toEqual({ fingerprint: contentOf(close), first: 4, last: 6 });
    expect(year.revision).toBe(6);
  });

  it('so that several events are recorded once', () => {
    given(...events)
      .when(transfer, { commandId: 'T' })
      .then();
    given(...events)
      .when(close, { commandId: 'K' })
      .then();
  });
});

describe('what JSON may bring', () => {
  test.each(['Embezzle', 'constructor', '__proto__', ''])('a command “%s” is refused', (type) => {
    given(opened)
      .when(asked(type as never, {} as never))
      .thenRefused('unknown-command', type);
    given()
      .when(asked(type as never, {} as never))
      .thenRefused('unknown-command');
  });

  test.each(['SupplementBudget', 'CutBudget', 'RecallQuota', 'TransferBudgetOut', 'TransferBudgetIn'] as const)(
    'an economic item on a non-expenditure is refused: %s',
    (type) => {
      given(opened, allocated('9.00'))
        .when(asked(type, { ...change('1.00'), economicItem: '30201' } as never))
        .thenRefused('economic-item-on-non-expenditure', '经济分类科目', '2080101', '1.00 元');
    },
  );

  it('also on income, freezes and virements', () => {
    const item = { economicItem: '30201' };
    given(opened)
      .when(asked('ReceiveIncome', { ...income('S1', '1.00'), ...item }))
      .thenRefused('economic-item-on-non-expenditure');
    given(opened)
      .when(asked('ReleaseQuota', { freezeId: 'HT-1', amount: 1, date: '2023-01-01', ...item }))
      .thenRefused('economic-item-on-non-expenditure');
    given(opened)
      .when(asked('TransferBudget', { ...change('1.00'), from: office, to: project, ...item }))
      .thenRefused('economic-item-on-non-expenditure');
  });
});

describe('amounts near the end of exactness', () => {
  const huge = '89,999,999,999,999.99';

  it('are exact: a budget, a payment, a refund of 90 万亿元 less one 分', () => {
    given(opened)
      .when(
        asked('AllocateOriginalBudget', { line: office, amount: yuan(huge), economicItem: null, origin: 'current' }),
      )
      .then(allocated(huge));
    given(opened, allocated(huge))
      .when(asked('MakePayment', payment('V1', huge)))
      .then(happened('PaymentMade', payment('V1', huge)));
    given(opened, allocated(huge), happened('PaymentMade', payment('V1', '89,999,999,999,999.98')))
      .when(asked('MakePayment', payment('V2', '0.02')))
      .thenRefused('quota-exceeded', '可用 0.01 元', '超出 0.01 元');
  });

  it('are refused where a sum of the year would pass it, before anything is recorded', () => {
    given(opened, allocated(huge))
      .when(asked('SupplementBudget', change('0.01')))
      .thenRefused('amount-too-large', '2080101', '0.01 元');
    given(opened, allocated(huge))
      .when(asked('TransferBudgetIn', change('0.01')))
      .thenRefused('amount-too-large');
    given(opened, allocated(huge))
      .when(asked('AllocateOriginalBudget', { line: office, amount: 1, economicItem: null, origin: 'current' }))
      .thenRefused('amount-too-large');
    const dinner = (voucher: string, more = {}) => payment(voucher, huge, { economicItem: '30217', ...more });
    given(opened, allocated(huge), allocated(huge, project), happened('PaymentMade', dinner('V1')))
      .when(asked('MakePayment', dinner('V2', { line: project })))
      .thenRefused('amount-too-large', 'V2');
  });
});

describe('provenance', () => {
  it('stands on every event: who, under which id, from which row', () => {
    const decider = budgetYearDecider(books);
    const by = { commandId: 'C-1', source: '04-支付.csv:12' };
    const events = decider.decide(yearAfter([opened, allocated('300.00')]), commandOf(pay, by));
    expect(events).toEqual([
      { ...paid, by: { commandId: 'C-1', fingerprint: contentOf(pay), actor: '王会计', source: '04-支付.csv:12' } },
    ]);
  });
});
