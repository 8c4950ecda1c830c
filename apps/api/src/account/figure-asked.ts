import { type Figure, figureAt } from '@juesuan/application';
import { RuleViolation } from '@juesuan/kernel';
import type { WhyQuery } from './account.dto';

/** The figure that a query names in one of three ways. */
export function figureAsked({ source, table, row, column, item, driver }: WhyQuery): Figure {
  if (source !== undefined) return figureAt(source);
  if (table !== undefined && row !== undefined && column !== undefined) return { table, row, column };
  if (item !== undefined) return { item, ...(driver === undefined ? {} : { driver: { kind: driver } }) };
  throw new RuleViolation('figure-not-named', '请给出 source，或 table、row、column，或 item。');
}
