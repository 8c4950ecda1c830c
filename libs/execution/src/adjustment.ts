import { sumFen, RuleViolation } from '@juesuan/kernel';
import type { AdjustmentState, BudgetYear } from './budget-year';
import { unopenedYear } from './budget-year';
import type { Commands } from './commands';
import type { Context, Rules } from './rule';
import type { AdjustmentEntry, BudgetYearEvent } from './events';
import { evolve } from './evolve';
import { quotaRules } from './quota';
import { assertDocument } from './rules';
import { virementRules } from './virement';

/** 调整单: drafted → submitted → approved or rejected by another person → applied. Its movements happen when it is applied. */
export const adjustmentRules: Rules<
  'DraftAdjustment' | 'SubmitAdjustment' | 'ApproveAdjustment' | 'RejectAdjustment' | 'ApplyAdjustment'
> = {
  DraftAdjustment: (year, command, context) => {
    if (command.adjustmentId === '' || year.adjustments.has(command.adjustmentId)) {
      throw new RuleViolation('adjustment-id-reused', `调整单号“${command.adjustmentId}”为空或已存在。`);
    }
    assertDocument(command, context.year);
    if (command.entries.length === 0) throw new RuleViolation('adjustment-empty', '调整单没有明细。');
    assertVirementsBalance(command.entries);
    movements(year, command, command.entries, context);
    return [{ type: 'AdjustmentDrafted', data: command }];
  },
  SubmitAdjustment: (year, { adjustmentId }) => {
    expectStatus(year, adjustmentId, 'drafted', '送审');
    return [{ type: 'AdjustmentSubmitted', data: { adjustmentId } }];
  },
  ApproveAdjustment: (year, command, context) => {
    reviewable(year, command, context);
    return [{ type: 'AdjustmentApproved', data: command }];
  },
  RejectAdjustment: (year, command, context) => {
    reviewable(year, command, context);
    return [{ type: 'AdjustmentRejected', data: command }];
  },
  ApplyAdjustment: (year, { adjustmentId }, context) => {
    const { document, entries } = expectStatus(year, adjustmentId, 'approved', '执行');
    return [...movements(year, document, entries, context), { type: 'AdjustmentApplied', data: { adjustmentId } }];
  },
};

const STATUS = {
  drafted: '草稿',
  submitted: '已送审',
  approved: '已批准',
  rejected: '已退回',
  applied: '已执行',
} as const;

function expectStatus(year: BudgetYear, id: string, status: AdjustmentState['status'], what: string): AdjustmentState {
  const adjustment = year.adjustments.get(id);
  if (!adjustment) throw new RuleViolation('adjustment-unknown', `没有调整单 ${id}。`, { adjustmentId: id });
  if (adjustment.status === status) return adjustment;
  const text = `调整单 ${id} ${STATUS[adjustment.status]}，不能${what}（须为${STATUS[status]}）。`;
  throw new RuleViolation('adjustment-in-another-state', text, { adjustmentId: id, status: adjustment.status });
}

function reviewable(year: BudgetYear, command: Commands['ApproveAdjustment'], context: Context): void {
  const { submittedBy, draftedBy } = expectStatus(year, command.adjustmentId, 'submitted', '审核');
  if (context.by.actor !== submittedBy && context.by.actor !== draftedBy) return;
  const text = `调整单 ${command.adjustmentId} 由 ${context.by.actor} 经办，须由另一人审核。`;
  throw new RuleViolation('reviewed-by-its-officer', text, { adjustmentId: command.adjustmentId });
}

function assertVirementsBalance(entries: readonly AdjustmentEntry[]): void {
  const signed = entries.map(({ type, amount }) =>
    type === 'transferIn' ? amount : type === 'transferOut' ? -amount : 0,
  );
  const hasBoth = ['transferIn', 'transferOut'].every((half) => entries.some(({ type }) => type === half));
  if (!hasBoth || sumFen(signed) === 0) return;
  throw new RuleViolation('virement-not-balanced', '调剂转出合计与转入合计不相等。', { difference: sumFen(signed) });
}

/** The movements in an order in which they can all happen: what adds quota first; each is decided on top of those before it. */
function movements(
  year: BudgetYear,
  document: { readonly documentNumber: string; readonly date: string; readonly purpose: string },
  entries: readonly AdjustmentEntry[],
  context: Context,
): BudgetYearEvent[] {
  const { documentNumber, date, purpose } = document;
  const working = linesOnly(year);
  return [...entries]
    .sort((a, b) => ADDS.indexOf(a.type) - ADDS.indexOf(b.type))
    .flatMap((entry) => {
      const change = { documentNumber, date, purpose, line: entry.line, amount: entry.amount };
      const events = DECIDES[entry.type](working, change, entry, context);
      for (const event of events) evolve(working, { ...event, by: context.by });
      return events;
    });
}

const ADDS: readonly AdjustmentEntry['type'][] = [
  'supplement',
  'carryoverIn',
  'transferIn',
  'cut',
  'transferOut',
  'recall',
];

type Decides = (
  year: BudgetYear,
  change: Commands['SupplementBudget'],
  entry: AdjustmentEntry,
  context: Context,
) => BudgetYearEvent[];
const DECIDES: Readonly<Record<AdjustmentEntry['type'], Decides>> = {
  supplement: (year, change, _entry, context) => quotaRules.SupplementBudget(year, change, context),
  cut: (year, change, _entry, context) => quotaRules.CutBudget(year, change, context),
  recall: (year, change, _entry, context) => quotaRules.RecallQuota(year, change, context),
  transferOut: (year, change, _entry, context) => virementRules.TransferBudgetOut(year, change, context),
  transferIn: (year, change, _entry, context) => virementRules.TransferBudgetIn(year, change, context),
  carryoverIn: (year, change, entry, context) =>
    quotaRules.BringInCarryover(year, { ...change, carryover: entry.carryover ?? 'book' }, context),
};

/** A copy of the year's lines to try movements on. */
function linesOnly(year: BudgetYear): BudgetYear {
  const lines = new Map([...year.lines].map(([key, line]) => [key, { ...line }]));
  return { ...unopenedYear(), opened: year.opened, lines };
}
