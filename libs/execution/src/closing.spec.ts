import {
  allocated,
  change,
  closed,
  freeze,
  income,
  office,
  opened,
  openedDepartment,
  payment,
  project,
  refund,
  reversal,
  yuan,
} from '../testing/facts';
import { asked, given, happened, played, yearAfter } from '../testing/scenario';
import type { YearEndDisposition } from './commands';
import type { BudgetLine } from './line';

const date = '2023-12-31';
const close = (...dispositions: YearEndDisposition[]) =>
  asked('CloseFiscalYear', { date, dispositions, chainHead: null });
const reopen = (reason = '补记一笔付款') => asked('ReopenFiscalYear', { date, reason });
const administrator = { administrator: true };
const carried = (amount: string, line: BudgetLine = office, outcome: 'carryover' | 'surplus' = 'carryover') =>
  happened('CarryoverCarriedOut', { line, amount: yuan(amount), outcome, date });
const returned = (amount: string, line: BudgetLine = office, outcome: 'carryover' | 'surplus' = 'carryover') =>
  happened('CarryoverReturned', { line, amount: yuan(amount), outcome, date });
const reopened = happened('FiscalYearReopened', { reason: '补记一笔付款' });
const recall = { outcome: 'recall', documentNumber: '株财收〔2023〕7号', purpose: '收回存量资金' } as const;
const recalled = (amount: string, line: BudgetLine = project) =>
  happened('QuotaRecalled', {
    line,
    amount: yuan(amount),
    documentNumber: recall.documentNumber,
    purpose: recall.purpose,
    date,
  });

describe('关账', () => {
  it('carries every unspent 分 out as 结转 unless told otherwise', () => {
    given(opened, allocated('1,000.00'), happened('PaymentMade', payment('V1', '300.00')), allocated('50.00', project))
      .when(close())
      .then(carried('700.00'), carried('50.00', project), closed);
  });

  it('has nothing to carry out where all is spent', () => {
    given(opened, allocated('300.00'), happened('PaymentMade', payment('V1', '300.00')))
      .when(close())
      .then(closed);
  });

  it('gives an ended project’s rest back as 结余, or records the treasury’s recall, line by line', () => {
    given(opened, allocated('1,000.00'), allocated('50.00', project))
      .when(close({ line: project, outcome: 'surplus' }))
      .then(carried('1,000.00'), carried('50.00', project, 'surplus'), closed);
    given(opened, allocated('1,000.00'), allocated('50.00', project))
      .when(close({ line: project, ...recall }))
      .then(carried('1,000.00'), recalled('50.00'), closed);
  });

  it('releases what is still frozen, and carries it out with the rest', () => {
    given(opened, allocated('1,000.00'), happened('QuotaFrozen', freeze('HT-1', '400.00')))
      .when(close())
      .then(
        happened('QuotaReleased', { freezeId: 'HT-1', line: office, amount: yuan('400.00'), date }),
        carried('1,000.00'),
        closed,
      );
  });

  it('releases no freeze that was used up or released before', () => {
    const held = happened('QuotaFrozen', freeze('HT-1', '4.00'));
    const used = happened('PaymentMade', { ...payment('V1', '4.00'), freezeId: 'HT-1', fromFreeze: yuan('4.00') });
    given(opened, allocated('10.00'), held, used)
      .when(asked('CloseFiscalYear', { date, dispositions: [], chainHead: null }))
      .then(carried('6.00'), closed);
  });

  it('seals what was recorded so far', () => {
    given(opened)
      .when(asked('CloseFiscalYear', { date, dispositions: [], chainHead: 'ab12' }))
      .then(happened('FiscalYearClosed', { date, chainHead: 'ab12' }));
  });

  it('is done for a department too, which has nothing to carry out', () => {
    given(openedDepartment).when(close()).then(closed);
  });

  test.each([
    ['结余 of basic expenditure', { line: office, outcome: 'surplus' }, 'basic-is-never-surplus', '结转，不是结余'],
    [
      'a line without record',
      { line: { ...project, project: '另一项目' }, outcome: 'surplus' },
      'line-unknown',
      '另一项目',
    ],
    ['a recall without 文号', { line: project, ...recall, documentNumber: '' }, 'no-document-number', '文号'],
    ['a recall without 事由', { line: project, ...recall, purpose: '' }, 'no-purpose', '事由'],
    ['something unheard of', { line: project, outcome: 'spend' as never }, 'unknown-word', '结转、结余、收回'],
  ] as const)('refuses %s', (_what, disposition, rule, says) => {
    given(opened, allocated('10.00'), allocated('10.00', project)).when(close(disposition)).thenRefused(rule, says);
  });

  it('refuses two outcomes for one line, and a day of another year', () => {
    given(opened, allocated('10.00', project))
      .when(close({ line: project, outcome: 'surplus' }, { line: project, outcome: 'carryover' }))
      .thenRefused('line-disposed-twice', '信息化');
    given(opened)
      .when(asked('CloseFiscalYear', { date: '2024-01-15', dispositions: [], chainHead: null }))
      .thenRefused('date-outside-year', '2024-01-15');
  });
});

describe('the day of 关账 and 重新开账', () => {
  const history = [opened, allocated('10.00'), happened('PaymentMade', payment('V1', '1.00', { date: '2023-09-15' }))];
  const on = (day: string) => asked('CloseFiscalYear', { date: day, dispositions: [], chainHead: null });
  const again = (day: string) => asked('ReopenFiscalYear', { date: day, reason: '补记' });

  it('is not before the last movement of the year: what is spent in September is not carried out in March', () => {
    given(...history)
      .when(on('2023-03-01'))
      .thenRefused('closed-before-the-last-movement', '2023-09-15', '2023-12-31');
    given(...history)
      .when(on('2023-09-15'))
      .then(
        happened('CarryoverCarriedOut', {
          line: office,
          amount: yuan('9.00'),
          outcome: 'carryover',
          date: '2023-09-15',
        }),
        happened('FiscalYearClosed', { date: '2023-09-15', chainHead: null }),
      );
  });

  it('is not before the latest day, though an earlier one was recorded after it', () => {
    const later = happened('PaymentMade', payment('V2', '1.00', { date: '2023-03-15' }));
    given(...history, later)
      .when(on('2023-09-14'))
      .thenRefused('closed-before-the-last-movement', '2023-09-15');
    const wasClosed = happened('FiscalYearClosed', { date: '2023-10-31', chainHead: null });
    given(...history, wasClosed, reopened)
      .when(on('2023-10-30'))
      .thenRefused('closed-before-the-last-movement', '2023-10-31');
  });

  it('is not before the closing that it takes back', () => {
    given(opened, happened('FiscalYearClosed', { date: '2023-10-31', chainHead: null }))
      .when(again('2023-10-30'), administrator)
      .thenRefused('closed-before-the-last-movement', '重新开账', '2023-10-31');
  });

  it('heeds no day that is only meant: a draft that was rejected moved nothing', () => {
    const document = { documentNumber: '株财预〔2023〕9号', date: '2023-11-30', purpose: '人员经费' };
    const draft = { ...document, adjustmentId: 'T-1', entries: [] };
    given(
      opened,
      happened('AdjustmentDrafted', draft),
      happened('AdjustmentRejected', { adjustmentId: 'T-1', comment: '' }),
    )
      .when(on('2023-10-31'))
      .then(happened('FiscalYearClosed', { date: '2023-10-31', chainHead: null }));
  });
});

describe('a closed year', () => {
  const history = [opened, allocated('10.00'), carried('10.00'), closed];

  test.each([
    asked('MakePayment', payment('V1', '1.00')),
    asked('RefundPayment', refund('R1', 'V1', '1.00')),
    asked('SupplementBudget', change('1.00')),
    asked('CutBudget', change('1.00')),
    asked('ReceiveIncome', income('S1', '1.00')),
    asked('ReverseIncome', reversal('S2', 'S1', '1.00')),
    asked('FreezeQuota', freeze('HT-1', '1.00')),
    asked('RecordVarianceReason', { item: '2080101', reason: '压减' }),
    asked('RecordDisclosure', { name: '车辆', value: '1', unit: '辆', note: '' }),
    asked('SubmitAdjustment', { adjustmentId: 'T-1' }),
    close(),
  ])('takes nothing but a reopening: $type', (what) => {
    given(...history)
      .when(what, administrator)
      .thenRefused('year-closed', '重新开账');
  });

  it('is reopened by an administrator with a reason; what closing carried out comes back', () => {
    given(...history)
      .when(reopen(), administrator)
      .then(reopened, returned('10.00'));
    given(...history)
      .when(reopen())
      .thenRefused('not-an-administrator', '管理员');
    given(...history)
      .when(reopen(' '), administrator)
      .thenRefused('no-reason', '理由');
    given(opened).when(reopen(), administrator).thenRefused('year-not-closed');
  });

  it('is reopened on the day of its closing where no other is said: what closing carried out never left', () => {
    const inMidYear = { date: '2023-10-31', chainHead: null };
    const carried = { line: office, amount: yuan('10.00'), outcome: 'carryover' as const, date: '2023-10-31' };
    given(opened, allocated('10.00'), happened('CarryoverCarriedOut', carried), happened('FiscalYearClosed', inMidYear))
      .when(asked('ReopenFiscalYear', { date: null, reason: '补记一笔付款' }), administrator)
      .then(reopened, happened('CarryoverReturned', carried));
  });

  it('is reopened within the year', () => {
    given(...history)
      .when(asked('ReopenFiscalYear', { date: '2024-02-01', reason: '补记' }), administrator)
      .thenRefused('date-outside-year', '2024-02-01');
  });
});

describe('重新开账', () => {
  const history = [opened, allocated('10.00'), allocated('8.00', project)];
  const closing = [carried('10.00'), carried('8.00', project, 'surplus'), closed];

  it('brings back 结转 and 结余 line by line, and they can be spent again', () => {
    given(...history, ...closing)
      .when(reopen(), administrator)
      .then(reopened, returned('10.00'), returned('8.00', project, 'surplus'));
    given(...history, ...closing, reopened, returned('10.00'), returned('8.00', project, 'surplus'))
      .when(asked('MakePayment', payment('V1', '10.00')))
      .then(happened('PaymentMade', payment('V1', '10.00')));
  });

  it('leaves nothing carried out, neither as 结转 nor as 结余', () => {
    const { lines } = yearAfter([
      ...history,
      ...closing,
      reopened,
      returned('10.00'),
      returned('8.00', project, 'surplus'),
    ]);
    const outside = [...lines.values()].map(({ carriedOut, surplus }) => ({ carriedOut, surplus }));
    expect(outside).toEqual([
      { carriedOut: 0, surplus: 0 },
      { carriedOut: 0, surplus: 0 },
    ]);
  });

  it('leaves the treasury’s recall and released freezes as they are: the year goes on by new events', () => {
    const recalledThen = [...history, carried('10.00'), recalled('8.00'), closed];
    given(...recalledThen)
      .when(reopen(), administrator)
      .then(reopened, returned('10.00'));
    const frozen = happened('QuotaFrozen', freeze('HT-1', '4.00'));
    const unfrozen = happened('QuotaReleased', { freezeId: 'HT-1', line: office, amount: yuan('4.00'), date });
    given(...history, frozen, unfrozen, ...closing, reopened, returned('10.00'))
      .when(asked('FreezeQuota', freeze('HT-1', '4.00')))
      .then(frozen);
  });

  it('and closing again carries out what is left then, once', () => {
    given(
      ...history,
      ...closing,
      reopened,
      returned('10.00'),
      returned('8.00', project, 'surplus'),
      happened('PaymentMade', payment('V1', '3.00')),
    )
      .when(close())
      .then(carried('7.00'), carried('8.00', project), closed);
  });

  it('and closing can be repeated without end', () => {
    const events = played(
      asked('OpenFiscalYear', {
        unitCode: '1',
        unitName: '甲',
        parentCode: null,
        unitType: 'administrative',
        year: 2023,
      }),
      asked('AllocateOriginalBudget', { line: office, amount: 1000, economicItem: null, origin: 'current' }),
      ...[1, 2, 3].flatMap(() => [close(), [reopen(), administrator] as const]),
    );
    const outs = events.filter(({ type }) => type === 'CarryoverCarriedOut');
    const backs = events.filter(({ type }) => type === 'CarryoverReturned');
    expect([outs.length, backs.length]).toEqual([3, 3]);
  });
});
