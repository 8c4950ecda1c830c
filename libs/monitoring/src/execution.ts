import { type Balance, type LineAccount, lineAccounts } from '@juesuan/account';
import { type Fen, percent, sumFen } from '@juesuan/kernel';
import { grouped } from './alerts/groups';

/** What execution can be watched by, each a text that lines share. */
export const GROUPINGS = {
  unit: ({ unit }: LineAccount) => unit,
  class: ({ line }: LineAccount) => line.item.slice(0, 3),
  section: ({ line }: LineAccount) => line.item.slice(0, 5),
  item: ({ line }: LineAccount) => line.item,
  project: ({ line }: LineAccount) => line.project,
  fundSource: ({ line }: LineAccount) => line.fundSource,
  kind: ({ line }: LineAccount) => line.kind,
} as const;
export type Grouping = keyof typeof GROUPINGS;

type Amount = 'original' | 'changes' | 'final' | 'frozen' | 'paid' | 'carriedOut' | 'available';

/** Execution of the lines that share a key; amounts in 分, the balances behind them, so that a figure knows its entries. */
export interface ExecutionRow extends Readonly<Record<Amount, Fen>> {
  readonly key: string;
  /** 执行率 = paid ÷ final in percent, two decimals, exact from 分; null where there is no 全年预算数. */
  readonly rate: string | null;
  readonly balances: readonly Balance[];
}

/** Execution by a grouping, keys ascending; the rows sum to {@link executionTotal} in every grouping. */
export function executionBy(grouping: Grouping, balances: Iterable<Balance>): ExecutionRow[] {
  const groups = grouped(lineAccounts(balances), GROUPINGS[grouping]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, lines]) => row(key, lines));
}

/** Execution of all lines together. */
export const executionTotal = (balances: Iterable<Balance>): ExecutionRow => row('', lineAccounts(balances));

function row(key: string, lines: readonly LineAccount[]): ExecutionRow {
  const total = (amount: Amount): Fen => sumFen(lines.map((line) => line[amount]));
  const [final, paid] = [total('final'), total('paid')];
  return {
    key,
    original: total('original'),
    changes: total('changes'),
    final,
    frozen: total('frozen'),
    paid,
    carriedOut: total('carriedOut'),
    available: total('available'),
    rate: percent(paid, final, 2),
    balances: lines.flatMap((line) => line.balances),
  };
}
