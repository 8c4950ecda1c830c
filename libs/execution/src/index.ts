import type { Decider } from '@juesuan/kernel';
import { type BudgetYear, unopenedYear } from './budget-year';
import type { BudgetYearCommand } from './commands';
import { decide } from './decide';
import type { RecordedEvent } from './events';
import { evolve } from './evolve';
import type { Books } from './guards';

export { hasOpening } from './booked';
export * from './budget-year';
export { YEAR_END_OUTCOMES } from './closing';
export * from './commands';
export * from './events';
export { evolve } from './evolve';
export { factName } from './fact-name';
export { assertExplanation, factKeyOf, factKeyOfEvent } from './facts';
export * from './line';
export { type PackedYear, packYear, unpackYear } from './packed-year';
export { isUnitCode } from './opening';
export { assertPlaceholders, PLACEHOLDER, REASON_PLACEHOLDERS, type ReasonPlaceholder } from './placeholders';
export type { Books } from './guards';
export { type Standing, standingPayment } from './refund';
export * from './upcast';
export { fundMovedAcross } from './virement';
export * from './watching';

/** The decider of one unit's budget year under given code books. Decided events carry the command's provenance. */
export function budgetYearDecider(books: Books): Decider<BudgetYear, BudgetYearCommand, RecordedEvent> {
  return {
    initial: unopenedYear,
    decide: (year, command) => {
      const { commandId, fingerprint, actor, source } = command.by;
      const by = { commandId, fingerprint, actor, ...(source === undefined ? {} : { source }) };
      return decide(year, command, books).map((event) => ({ ...event, by }));
    },
    evolve,
  };
}

/** Name of the stream that is a unit's budget year: the consistency boundary (DESIGN.md §1). */
export const budgetYearStream = (unitCode: string, year: number): string => `${BUDGET_YEARS}${unitCode}.${year}`;

/** What the names of all budget years' streams begin with. */
export const BUDGET_YEARS = 'budgetYear-';

/** Whether a stream is some unit's budget year. */
export const isBudgetYearStream = (stream: string): boolean => stream.startsWith(BUDGET_YEARS);
