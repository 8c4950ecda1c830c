import { THREE_PUBLIC_KINDS } from '@juesuan/classification';
import { exactFen, type Fen, formatYuan, RuleViolation } from '@juesuan/kernel';
import type { BudgetYearCommand, Commands } from './commands';
import type { Rules } from './rule';
import type { BudgetYearEvent } from './events';
import { factKeys } from './evolve';
import { factName } from './fact-name';
import { assertUnit } from './income';
import { assertNoTypedFigure, assertPlaceholders } from './placeholders';
import { assertWord } from './guards';

/** What is no movement of money or quota: ceilings, last year's figures, counts, reasons and wordings. */
export const factRules: Rules<
  'SetThreePublicBudget' | 'RecordPriorYearAccount' | 'RecordDisclosure' | 'RecordVarianceReason' | 'ReviseExplanation'
> = {
  SetThreePublicBudget: (year, command) => {
    assertUnit(year);
    assertWord(THREE_PUBLIC_KINDS, command.kind, '“三公”经费类别');
    assertCeiling(command.amount);
    const previous = year.threePublicBudget.get(command.kind) ?? 0;
    return [{ type: 'ThreePublicBudgetSet', data: { ...command, previous } }];
  },
  RecordPriorYearAccount: (_year, command) => {
    assertNamed(command.name);
    exactFen(command.amount);
    return [{ type: 'PriorYearAccountRecorded', data: { ...command, name: factName(command.name) } }];
  },
  RecordDisclosure: (_year, command) => {
    assertNamed(command.name);
    return [{ type: 'DisclosureRecorded', data: { ...command, name: factName(command.name) } }];
  },
  RecordVarianceReason: (_year, command, context) => {
    context.functional.assertLeafIn(command.item, context.year);
    if (command.reason.trim() === '') throw new RuleViolation('no-reason', `科目 ${command.item} 的差异原因为空。`);
    assertPlaceholders(command.reason);
    return [{ type: 'VarianceReasonRecorded', data: command }];
  },
  ReviseExplanation: (_year, command) => {
    assertNamed(command.key);
    assertExplanation(command);
    return [{ type: 'ExplanationRevised', data: command }];
  },
};

/** What a unit says of itself (duties, goals) is no statement of the account: only there may figures be typed. */
export function assertExplanation({ key, text }: Commands['ReviseExplanation']): void {
  if (!key.startsWith('overview/')) assertNoTypedFigure(text);
}

/** No budget at all is a budget too: 0. */
function assertCeiling(amount: Fen): void {
  exactFen(amount);
  if (amount >= 0) return;
  const text = `“三公”经费全年预算 ${formatYuan(amount)} 元不能小于零；没有预算的填 0。`;
  throw new RuleViolation('amount-negative', text, { amount: formatYuan(amount) });
}

function assertNamed(name: string): void {
  if (name.trim() === '') throw new RuleViolation('no-name', '指标名称为空。');
}

/** The key of the fact a command states; null for what states no fact. Saying the same again records nothing, even after closing. */
export function factKeyOf({ type, data }: BudgetYearCommand): string | null {
  switch (type) {
    case 'SetThreePublicBudget':
      return factKeys.ceiling(data);
    case 'RecordPriorYearAccount':
      return factKeys.priorYear(data);
    case 'RecordDisclosure':
      return factKeys.disclosure(data);
    case 'RecordVarianceReason':
      return factKeys.reason(data);
    case 'ReviseExplanation':
      return factKeys.explanation(data);
    case 'SetWatching':
      return factKeys.watching();
    default:
      return null;
  }
}

/** The same key of what an event says, so that a later saying of it is recognised; null for events that state no fact. */
export function factKeyOfEvent({ type, data }: BudgetYearEvent): string | null {
  switch (type) {
    case 'ThreePublicBudgetSet':
      return factKeys.ceiling(data);
    case 'PriorYearAccountRecorded':
      return factKeys.priorYear(data);
    case 'DisclosureRecorded':
      return factKeys.disclosure(data);
    case 'VarianceReasonRecorded':
      return factKeys.reason(data);
    case 'ExplanationRevised':
      return factKeys.explanation(data);
    case 'WatchingSet':
      return factKeys.watching();
    default:
      return null;
  }
}
