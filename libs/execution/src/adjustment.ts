import { formatYuan, RuleViolation, sumFen } from '@juesuan/kernel';
import type { AdjustmentState, BudgetYear } from './budget-year';
import type { Commands } from './commands';
import type { Context, Rules } from './rule';
import type { AdjustmentEntry, BudgetYearEvent, CarryoverKind } from './events';
import { evolve } from './evolve';
import { describeLine, lineKey } from './line';
import { naming } from './naming';
import { quotaRules } from './quota';
import { rehearsalOf } from './rehearsal';
import { assertDocument, assertWord } from './guards';
import { assertWithinFunds, virementRules } from './virement';

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
    for (const { type } of command.entries) assertWord(MOVEMENTS, type, '调整明细的类型');
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
  const text = `调整单 ${id} 现为“${STATUS[adjustment.status]}”，不能${what}（须为“${STATUS[status]}”）。`;
  throw new RuleViolation('adjustment-in-another-state', text, { adjustmentId: id, status: adjustment.status });
}

function reviewable(year: BudgetYear, command: Commands['ApproveAdjustment'], context: Context): void {
  const { submittedBy, draftedBy } = expectStatus(year, command.adjustmentId, 'submitted', '审核');
  if (context.by.actor !== submittedBy && context.by.actor !== draftedBy) return;
  const text = `调整单 ${command.adjustmentId} 由 ${context.by.actor} 经办，须由另一人审核。`;
  throw new RuleViolation('reviewed-by-its-officer', text, { adjustmentId: command.adjustmentId });
}

/**
 * A document with both halves of a virement moves quota between different lines and sums to zero; one half alone has its
 * other half in another unit. What leaves a fund comes back into it.
 */
function assertVirementsBalance(entries: readonly AdjustmentEntry[]): void {
  const outs = entries.filter(({ type }) => type === 'transferOut');
  const ins = entries.filter(({ type }) => type === 'transferIn');
  const both = ins.find((entry) => outs.some(({ line }) => lineKey(line) === lineKey(entry.line)));
  if (both) {
    const text = `指标 ${describeLine(both.line)} 既调剂转出又调剂转入，请合并为一笔净额。`;
    throw new RuleViolation('virement-onto-itself', text, { line: lineKey(both.line) });
  }
  const [out, into] = [outs, ins].map((half) => sumFen(half.map(({ amount }) => amount))) as [number, number];
  if (outs.length === 0 || ins.length === 0) return;
  if (out === into) return assertWithinFunds(outs, ins);
  const text = `调剂转出合计 ${formatYuan(out)} 元与转入合计 ${formatYuan(into)} 元不相等。`;
  throw new RuleViolation('virement-not-balanced', text, { out: formatYuan(out), in: formatYuan(into) });
}

/** The movements in an order in which they can all happen: what adds quota first; each is decided on top of those before it. */
function movements(
  year: BudgetYear,
  document: { readonly documentNumber: string; readonly date: string; readonly purpose: string },
  entries: readonly AdjustmentEntry[],
  context: Context,
): BudgetYearEvent[] {
  const { documentNumber, date, purpose } = document;
  const working = rehearsalOf(year, year.lines.keys());
  return [...entries]
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
    .flatMap((entry) => {
      const change = { documentNumber, date, purpose, line: entry.line, amount: entry.amount };
      const events = movement(working, change, entry, context);
      for (const event of events) evolve(working, { ...event, by: context.by });
      return events;
    });
}

/** A movement's refusal names the movement, not the document. */
function movement(
  working: BudgetYear,
  change: Commands['SupplementBudget'],
  entry: AdjustmentEntry,
  context: Context,
): BudgetYearEvent[] {
  try {
    return DECIDES[entry.type](working, change, entry, context);
  } catch (error) {
    throw error instanceof RuleViolation ? naming(change, error) : error;
  }
}

const MOVEMENTS: Readonly<Record<AdjustmentEntry['type'], string>> = {
  supplement: '追加',
  carryoverIn: '上年结转',
  transferIn: '调剂转入',
  cut: '追减',
  transferOut: '调剂转出',
  recall: '收回',
};
const ORDER = Object.keys(MOVEMENTS);

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
    quotaRules.BringInCarryover(year, { ...change, carryover: carryoverOf(entry) }, context),
};

function carryoverOf({ carryover, line }: AdjustmentEntry): CarryoverKind {
  if (carryover !== undefined) return carryover;
  const text = `指标 ${describeLine(line)} 的上年结转须写明种类：账内结转、收回后重新下达或非财政拨款结转。`;
  throw new RuleViolation('no-carryover-kind', text, { line: lineKey(line) });
}
