import { formatYuan, RuleViolation } from '@juesuan/kernel';
import { type BudgetLine, describeLine, lineKey } from './line';

/**
 * A refusal that says what it is about: 凭证号 or 文号, line and amount stand before the rule's own sentence. A rule that has
 * named its line itself (in the facts as well) is left as it is.
 */
export function naming(subject: Subject, error: RuleViolation): RuleViolation {
  if ('line' in error.facts) return error;
  const about = [...labelled(subject), ...linesOf(subject), ...amountOf(subject)];
  if (about.length === 0) return error;
  const facts = { ...(subject.line && { line: lineKey(subject.line) }), ...error.facts };
  return new RuleViolation(error.code, `${about.join('，')}：${error.message}`, facts);
}

/** What a command or a movement may name. */
export interface Subject {
  readonly line?: BudgetLine;
  readonly from?: BudgetLine;
  readonly to?: BudgetLine;
  readonly amount?: number;
  readonly voucher?: string;
  readonly documentNumber?: string;
}

const labelled = ({ voucher, documentNumber }: Subject): string[] => [
  ...(voucher ? [`凭证 ${voucher}`] : []),
  ...(documentNumber ? [`文号 ${documentNumber}`] : []),
];

function linesOf({ line, from, to }: Subject): string[] {
  if (from && to) return [`指标 ${describeLine(from)} 调剂到 ${describeLine(to)}`];
  return line ? [`指标 ${describeLine(line)}`] : [];
}

/** An amount that is none is the rule's to speak of. */
const amountOf = ({ amount }: Subject): string[] =>
  Number.isSafeInteger(amount) ? [`金额 ${formatYuan(amount as number)} 元`] : [];
