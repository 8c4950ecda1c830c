import { lastDay, RuleViolation } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import type { Context, Rules } from './rule';
import { factKeys } from './evolve';
import { assertUnit } from './income';
import { assertPlaceholders } from './placeholders';
import { assertAmount } from './rules';

/** What is no movement of money or quota: ceilings, last year's figures, counts, reasons and wordings. */
export const factRules: Rules<
  'SetThreePublicBudget' | 'RecordPriorYearAccount' | 'RecordDisclosure' | 'RecordVarianceReason' | 'ReviseExplanation'
> = {
  SetThreePublicBudget: (year, command, context) => {
    assertUnit(year);
    if (command.amount !== 0) assertAmount(command.amount);
    if (isAlreadySaid(year, factKeys.ceiling(command), context)) return [];
    const previous = year.threePublicBudget.get(command.kind) ?? 0;
    return [{ type: 'ThreePublicBudgetSet', data: { ...command, previous } }];
  },
  RecordPriorYearAccount: (year, command, context) => {
    assertNamed(command.name);
    if (isAlreadySaid(year, factKeys.priorYear(command), context)) return [];
    return [{ type: 'PriorYearAccountRecorded', data: command }];
  },
  RecordDisclosure: (year, command, context) => {
    assertNamed(command.name);
    if (isAlreadySaid(year, factKeys.disclosure(command), context)) return [];
    return [{ type: 'DisclosureRecorded', data: command }];
  },
  RecordVarianceReason: (year, command, context) => {
    context.functional.assertLeaf(command.item, lastDay(context.year));
    if (command.reason.trim() === '') throw new RuleViolation('no-reason', `科目 ${command.item} 的差异原因为空。`);
    assertPlaceholders(command.reason);
    if (isAlreadySaid(year, factKeys.reason(command), context)) return [];
    return [{ type: 'VarianceReasonRecorded', data: command }];
  },
  ReviseExplanation: (year, command, context) => {
    assertNamed(command.key);
    if (isAlreadySaid(year, factKeys.explanation(command), context)) return [];
    return [{ type: 'ExplanationRevised', data: command }];
  },
};

/** Saying the same again records nothing; saying something else replaces it by a new event. */
const isAlreadySaid = (year: BudgetYear, key: string, { by }: Context): boolean =>
  year.facts.get(key)?.fingerprint === by.fingerprint;

function assertNamed(name: string): void {
  if (name.trim() === '') throw new RuleViolation('no-name', '指标名称为空。');
}
