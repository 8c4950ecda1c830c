import type { BudgetYear } from './budget-year';
import type { By, Commands, CommandType } from './commands';
import type { BudgetYearEvent } from './events';
import type { Books } from './guards';

/** What a rule may look at: the year's codes and who asks. */
export interface Context extends Books {
  readonly by: By;
  /** The fiscal year; 0 before the year was opened. */
  readonly year: number;
}

/** A command's rule: guards, then the facts. Throws a RuleViolation and changes nothing otherwise. */
export type Rule<Type extends CommandType> = (
  year: BudgetYear,
  command: Commands[Type],
  context: Context,
) => BudgetYearEvent[];
export type Rules<Type extends CommandType> = { readonly [Each in Type]: Rule<Each> };
