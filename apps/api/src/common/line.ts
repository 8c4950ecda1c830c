import type { BudgetLine } from '@juesuan/execution';
import type { LineDto } from './common.dto';

/** The line as events keep it: plain data. */
export const lineOf = ({ fundSource, item, kind, project }: LineDto): BudgetLine => ({
  fundSource,
  item,
  kind,
  project,
});
