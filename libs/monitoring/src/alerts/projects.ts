import { type Balance, type LineAccount, lineAccounts } from '@juesuan/account';
import type { BudgetLine } from '@juesuan/execution';
import { type Fen, sumFen } from '@juesuan/kernel';

/**
 * A unit's project in a year, over all items and kinds of money that pay for it. Project money without a name is known by its
 * functional item.
 */
export interface ProjectYear {
  readonly unit: string;
  /** What it is known by in every year: its name, or its item. */
  readonly subject: string;
  /** A line of it. */
  readonly line: BudgetLine;
  /** 全年预算数 and what was paid. */
  readonly final: Fen;
  readonly paid: Fen;
  readonly balances: readonly Balance[];
}

/** The projects of some units, by the key that is the same in every year. */
export function projectYears(balances: Iterable<Balance>): Map<string, ProjectYear> {
  const groups = new Map<string, LineAccount[]>();
  for (const account of lineAccounts(balances)) {
    if (account.line.kind !== 'project') continue;
    const key = `${account.unit}|${subjectOf(account.line)}`;
    const own = groups.get(key);
    if (own) own.push(account);
    else groups.set(key, [account]);
  }
  return new Map([...groups].map(([key, lines]) => [key, projectYear(lines)]));
}

const subjectOf = ({ project, item }: BudgetLine): string => project || item;

function projectYear(lines: readonly LineAccount[]): ProjectYear {
  const [first] = lines;
  if (!first) throw new RangeError('a project has lines');
  return {
    unit: first.unit,
    subject: subjectOf(first.line),
    line: first.line,
    final: sumFen(lines.map(({ final }) => final)),
    paid: sumFen(lines.map(({ paid }) => paid)),
    balances: lines.flatMap(({ balances }) => balances),
  };
}

/** Whether less than so many percent of a project's 全年预算数 was paid; never of nothing. */
export const isPaidBelow = ({ paid, final }: ProjectYear, percent: number): boolean =>
  final > 0 && BigInt(paid) * 100n < BigInt(final) * BigInt(percent);
