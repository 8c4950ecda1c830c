import {
  allocated,
  change,
  closed,
  draft,
  ending,
  land,
  office,
  opened,
  openedDepartment,
  payment,
  project,
  trading,
  yuan,
} from '../testing/facts';
import { asked, given, happened, recorded } from '../testing/scenario';
import type { AdjustmentEntry } from './events';

const drafted = (entries?: readonly AdjustmentEntry[], by = '王会计') =>
  recorded(happened('AdjustmentDrafted', draft('T-1', entries)), 'draft', by);
const submitted = (by = '王会计') => recorded(happened('AdjustmentSubmitted', { adjustmentId: 'T-1' }), 'submit', by);
const approved = recorded(
  happened('AdjustmentApproved', { adjustmentId: 'T-1', comment: '同意' }),
  'approve',
  '李科长',
);
const rejected = recorded(
  happened('AdjustmentRejected', { adjustmentId: 'T-1', comment: '依据不足' }),
  'reject',
  '李科长',
);
const applied = happened('AdjustmentApplied', { adjustmentId: 'T-1' });
const T1 = { adjustmentId: 'T-1' };
const reviewer = { actor: '李科长' };
const entry = (type: AdjustmentEntry['type'], amount: string, line = office, more = {}): AdjustmentEntry => ({
  type,
  line,
  amount: yuan(amount),
  ...more,
});
const document = { documentNumber: '内调〔2023〕1号', date: '2023-08-01', purpose: '年中调整' };
const moved = (amount: string, line = office) => ({ ...document, line, amount: yuan(amount) });

describe('调整单', () => {
  it('is drafted, submitted, approved by another person and applied; only then does quota move', () => {
    given(opened)
      .when(asked('DraftAdjustment', draft('T-1')))
      .then(happened('AdjustmentDrafted', draft('T-1')));
    given(opened, drafted()).when(asked('SubmitAdjustment', T1)).then(happened('AdjustmentSubmitted', T1));
    given(opened, drafted(), submitted())
      .when(asked('ApproveAdjustment', { ...T1, comment: '同意' }), reviewer)
      .then(happened('AdjustmentApproved', { ...T1, comment: '同意' }));
    given(opened, drafted(), submitted(), approved)
      .when(asked('MakePayment', payment('V1', '500.00')))
      .thenRefused('quota-exceeded');
    given(opened, drafted(), submitted(), approved)
      .when(asked('ApplyAdjustment', T1))
      .then(happened('BudgetSupplemented', moved('500.00')), applied);
  });

  it('is rejected by another person, for good', () => {
    given(opened, drafted(), submitted())
      .when(asked('RejectAdjustment', { ...T1, comment: '依据不足' }), reviewer)
      .then(happened('AdjustmentRejected', { ...T1, comment: '依据不足' }));
    given(opened, drafted(), submitted(), rejected)
      .when(asked('SubmitAdjustment', T1))
      .thenRefused('adjustment-in-another-state', 'T-1 现为“已退回”', '不能送审（须为“草稿”）');
    given(opened, drafted(), submitted(), rejected)
      .when(asked('ApplyAdjustment', T1))
      .thenRefused('adjustment-in-another-state', '不能执行');
  });

  it('is reviewed neither by who submitted nor by who drafted it', () => {
    const history = [opened, drafted(undefined, '王会计'), submitted('张出纳')];
    for (const actor of ['王会计', '张出纳']) {
      given(...history)
        .when(asked('ApproveAdjustment', { ...T1, comment: '' }), { actor })
        .thenRefused('reviewed-by-its-officer', 'T-1', actor, '另一人');
      given(...history)
        .when(asked('RejectAdjustment', { ...T1, comment: '' }), { actor })
        .thenRefused('reviewed-by-its-officer');
    }
    given(...history)
      .when(asked('ApproveAdjustment', { ...T1, comment: '' }), { actor: '张出纳', administrator: true })
      .thenRefused('reviewed-by-its-officer');
  });

  test.each([
    ['SubmitAdjustment', [drafted(), submitted()], '已送审'],
    ['SubmitAdjustment', [drafted(), submitted(), approved], '已批准'],
    ['ApproveAdjustment', [drafted()], '草稿'],
    ['ApproveAdjustment', [drafted(), submitted(), approved], '已批准'],
    ['RejectAdjustment', [drafted()], '草稿'],
    ['ApplyAdjustment', [drafted()], '草稿'],
    ['ApplyAdjustment', [drafted(), submitted()], '已送审'],
    ['ApplyAdjustment', [drafted(), submitted(), approved, applied], '已执行'],
  ] as const)('%s out of turn is refused', (command, history, status) => {
    given(opened, ...history)
      .when(asked(command, { ...T1, comment: '' }), reviewer)
      .thenRefused('adjustment-in-another-state', 'T-1', status);
  });

  it('must exist, and its number is used once', () => {
    given(opened).when(asked('SubmitAdjustment', T1)).thenRefused('adjustment-unknown', 'T-1');
    given(opened, drafted())
      .when(asked('DraftAdjustment', draft('T-1')))
      .thenRefused('adjustment-id-reused', 'T-1');
    given(opened)
      .when(asked('DraftAdjustment', draft('')))
      .thenRefused('adjustment-id-reused');
  });

  test.each([
    [{ documentNumber: '' }, 'no-document-number'],
    [{ purpose: ' ' }, 'no-purpose'],
    [{ date: '2024-08-01' }, 'date-outside-year'],
    [{ entries: [] }, 'adjustment-empty'],
    [{ entries: [entry('supplement', '-1.00')] }, 'amount-not-positive'],
    [{ entries: [entry('supplement', '1.00', { ...office, item: '2080199' })] }, 'unknown-code'],
    [{ entries: [entry('bonus' as never, '1.00')] }, 'unknown-word'],
    [{ entries: [entry('carryoverIn', '1.00')] }, 'no-carryover-kind'],
    [{ entries: [entry('carryoverIn', '1.00', trading, { carryover: 'book' })] }, 'carryover-of-another-fund'],
    [{ entries: [entry('supplement', '1.00', office, { economicItem: '30201' })] }, 'economic-item-on-non-expenditure'],
  ])('%j is refused when it is drafted', (wrong, rule) => {
    given(opened)
      .when(asked('DraftAdjustment', { ...draft('T-1'), ...wrong }))
      .thenRefused(rule);
  });

  it('names the movement that cannot be', () => {
    given(opened, allocated('100.00'))
      .when(asked('DraftAdjustment', draft('T-1', [entry('supplement', '5.00'), entry('cut', '105.01')])))
      .thenRefused('quota-exceeded', '2080101', '可用 105.00 元', '追减 105.01 元', '超出 0.01 元');
    given(opened)
      .when(asked('DraftAdjustment', draft('T-1', [entry('supplement', '5.00', ending)])))
      .thenRefused('code-not-in-force', '2080105', '5.00 元', '内调〔2023〕1号');
  });

  it('is refused on a department', () => {
    given(openedDepartment)
      .when(asked('DraftAdjustment', draft('T-1')))
      .thenRefused('department-has-no-lines', '2080101');
  });
});

describe('a document of several movements', () => {
  const swap = [entry('transferOut', '300.00'), entry('transferIn', '300.00', project)];

  it('moves what adds quota first, so that it may pass through a line', () => {
    const through = [
      entry('recall', '80.00', project),
      ...swap,
      entry('carryoverIn', '7.00', office, { carryover: 'book' }),
    ];
    given(opened, allocated('293.00'), drafted(through), submitted(), approved)
      .when(asked('ApplyAdjustment', T1))
      .then(
        happened('CarryoverBroughtIn', { ...moved('7.00'), carryover: 'book' }),
        happened('BudgetTransferredIn', moved('300.00', project)),
        happened('BudgetTransferredOut', moved('300.00')),
        happened('QuotaRecalled', moved('80.00', project)),
        applied,
      );
  });

  it('does not take the same quota twice', () => {
    given(opened, allocated('100.00'))
      .when(asked('DraftAdjustment', draft('T-1', [entry('cut', '60.00'), entry('recall', '60.00')])))
      .thenRefused('quota-exceeded', '可用 40.00 元', '收回 60.00 元', '超出 20.00 元');
  });

  it('with both halves of a virement sums to zero', () => {
    given(opened, allocated('900.00'))
      .when(asked('DraftAdjustment', draft('T-1', [...swap, entry('transferIn', '0.01', project)])))
      .thenRefused('virement-not-balanced', '转出合计 300.00 元', '转入合计 300.01 元');
  });

  it('gives every fund back what a virement takes out of it, though the whole sums to zero', () => {
    const across = [entry('transferOut', '300.00'), entry('transferIn', '300.00', land)];
    given(opened, allocated('900.00'))
      .when(asked('DraftAdjustment', draft('T-1', across)))
      .thenRefused('virement-to-another-fund', '一般公共预算财政拨款转出 300.00 元，转入 0.00 元');
    const within = [
      ...swap,
      entry('transferOut', '5.00', land),
      entry('transferIn', '5.00', { ...land, project: '拆迁' }),
    ];
    given(opened, allocated('900.00'), allocated('9.00', land))
      .when(asked('DraftAdjustment', draft('T-1', within)))
      .then(happened('AdjustmentDrafted', draft('T-1', within)));
  });

  it('does not move quota from a line onto itself', () => {
    given(opened, allocated('900.00'))
      .when(
        asked(
          'DraftAdjustment',
          draft('T-1', [...swap, entry('transferIn', '5.00'), entry('transferOut', '5.00', project)]),
        ),
      )
      .thenRefused('virement-onto-itself', '净额');
  });

  it('may hold one half alone: the other is another unit’s', () => {
    const half = draft('T-1', [entry('transferOut', '300.00')]);
    given(opened, allocated('900.00')).when(asked('DraftAdjustment', half)).then(happened('AdjustmentDrafted', half));
  });

  it('is refused as a whole when the quota has changed since it was drafted', () => {
    const history = [opened, allocated('300.00'), drafted(swap), submitted(), approved];
    given(...history, happened('PaymentMade', payment('V1', '0.01')))
      .when(asked('ApplyAdjustment', T1))
      .thenRefused('quota-exceeded', '2080101', '可用 299.99 元', '调剂转出 300.00 元');
    given(...history, happened('BudgetSupplemented', change('0.01')), happened('PaymentMade', payment('V1', '0.01')))
      .when(asked('ApplyAdjustment', T1))
      .then(
        happened('BudgetTransferredIn', moved('300.00', project)),
        happened('BudgetTransferredOut', moved('300.00')),
        applied,
      );
  });
});

it('a year is not closed over a pending 调整单', () => {
  const close = asked('CloseFiscalYear', { date: '2023-12-31', dispositions: [], chainHead: null });
  for (const history of [[drafted()], [drafted(), submitted()], [drafted(), submitted(), approved]]) {
    given(opened, ...history)
      .when(close)
      .thenRefused('adjustments-pending', 'T-1');
  }
  given(opened, drafted(), submitted(), rejected).when(close).then(closed);
});
