import { lastDay, RuleViolation } from '@juesuan/kernel';
import type { Rules } from './decide';
import { assertUnit } from './income';
import { assertPlaceholders } from './placeholders';
import { assertAmount } from './rules';

/** What is no movement of money or quota: ceilings, last year's figures, counts, reasons and wordings. */
export const factRules: Rules<
  'SetThreePublicBudget' | 'RecordPriorYearAccount' | 'RecordDisclosure' | 'RecordVarianceReason' | 'ReviseExplanation'
> = {
  SetThreePublicBudget: (year, command) => {
    assertUnit(year);
    if (command.amount !== 0) assertAmount(command.amount);
    const previous = year.threePublicBudget.get(command.kind) ?? 0;
    return [{ type: 'ThreePublicBudgetSet', data: { ...command, previous } }];
  },
  RecordPriorYearAccount: (_year, command) => {
    assertNamed(command.name);
    return [{ type: 'PriorYearAccountRecorded', data: command }];
  },
  RecordDisclosure: (_year, command) => {
    assertNamed(command.name);
    return [{ type: 'DisclosureRecorded', data: command }];
  },
  RecordVarianceReason: (_year, command, context) => {
    context.functional.assertLeaf(command.item, lastDay(context.year));
    if (command.reason.trim() === '') throw new RuleViolation('no-reason', `科目 ${command.item} 的差异原因为空。`);
    assertPlaceholders(command.reason);
    return [{ type: 'VarianceReasonRecorded', data: command }];
  },
  ReviseExplanation: (_year, command) => {
    assertNamed(command.key);
    return [{ type: 'ExplanationRevised', data: command }];
  },
};

function assertNamed(name: string): void {
  if (name.trim() === '') throw new RuleViolation('no-name', '指标名称为空。');
}
