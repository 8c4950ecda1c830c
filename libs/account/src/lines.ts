import type { BudgetLine } from '@juesuan/execution';
import { addFen, type Fen, sumFen } from '@juesuan/kernel';
import type { Balance } from './entry';
import { type LinePart, partOf } from './measures';

/** A quota and what became of it; amounts are signed as in the journal, so that they add up. */
export interface LineParts {
  /** 年初预算. */
  readonly original: Fen;
  /** 追加, 追减, 调剂, 上年结转 and 收回 together. */
  readonly changes: Fen;
  /** 全年预算数 = original + changes. */
  readonly final: Fen;
  readonly frozen: Fen;
  /** 支付 − 退回, after corrections. */
  readonly paid: Fen;
  /** 年末结转 and 结余. */
  readonly carriedOut: Fen;
  /** 可用额度 = final − frozen − paid − carriedOut. */
  readonly available: Fen;
}

/** A budget line with its quota. */
export interface LineAccount extends LineParts {
  readonly unit: string;
  readonly line: BudgetLine;
  readonly balances: readonly Balance[];
}

/** The budget lines that balances speak of, by unit, item, source, kind and project; with `Balance`s of the year's day asked for. */
export function lineAccounts(balances: Iterable<Balance>): LineAccount[] {
  const lines = new Map<string, Balance[]>();
  for (const balance of balances) {
    if (partOf(balance) === null) continue;
    const key = [balance.unit, balance.item, balance.fundSource, balance.kind, balance.project].join('|');
    const own = lines.get(key);
    if (own) own.push(balance);
    else lines.set(key, [balance]);
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => lineAccount(own));
}

function lineAccount(balances: readonly Balance[]): LineAccount[] {
  const [first] = balances;
  if (!first || first.fundSource === '' || first.kind === '') return [];
  const line: BudgetLine = {
    fundSource: first.fundSource,
    item: first.item,
    kind: first.kind,
    project: first.project,
  };
  return [{ unit: first.unit, line, ...linePartsOf(balances), balances }];
}

/** What balances or entries come to in each part of a line's quota. */
export function linePartsOf(movements: Iterable<Pick<Balance, 'measure' | 'amount'>>): LineParts {
  const parts: Record<LinePart, Fen> = { original: 0, changes: 0, frozen: 0, paid: 0, carriedOut: 0 };
  for (const movement of movements) {
    const part = partOf(movement);
    if (part !== null) parts[part] = addFen(parts[part], movement.amount);
  }
  const final = addFen(parts.original, parts.changes);
  const available = sumFen([final, -parts.frozen, -parts.paid, -parts.carriedOut]);
  return { ...parts, final, available };
}
