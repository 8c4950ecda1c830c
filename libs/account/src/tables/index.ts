import type { Statement } from '../statement';
import { BUDGET_TABLES } from './budget';
import { overview } from './t01-overview';
import { income } from './t02-income';
import { expenditure } from './t03-expenditure';
import { fiscalOverview } from './t04-fiscal-overview';
import { generalPublic, stateCapital } from './t05-general-public';
import { basic } from './t06-basic';
import { governmentFund } from './t07-government-fund';
import { threePublic } from './t09-three-public';

export { BUDGET_TABLES, withoutEconomicItem } from './budget';

/** The nine tables of 部门决算公开, in print order. */
export const FINAL_TABLES: readonly Statement[] = [
  overview,
  income,
  expenditure,
  fiscalOverview,
  generalPublic,
  basic,
  governmentFund,
  stateCapital,
  threePublic,
];

/** Every statement by its id. */
export const STATEMENTS: ReadonlyMap<string, Statement> = new Map(
  [...FINAL_TABLES, ...BUDGET_TABLES].map((statement) => [statement.id, statement]),
);
