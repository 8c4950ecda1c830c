import { type Fen, sumFen } from '@juesuan/kernel';
import type { Balance } from './entry';
import { isSpending } from './statement';

/** A transfer that both sides inside one department book: what one spends as `kind` the other receives as `fundSource`. */
const INTERNAL_TRANSFERS = [
  { kind: 'toAffiliated', fundSource: 'superior' },
  { kind: 'toSuperior', fundSource: 'affiliated' },
] as const;

/**
 * What a department's consolidation takes off its units' sum: 对附属单位补助 that a unit paid and another received as 上级补助,
 * 上缴上级 that a unit paid and another received as 附属单位上缴. The files name no counterparty, so what both sides book is
 * internal (the smaller of both sums) and the rest went to or came from outside; amounts are matched within the functional
 * item first, then in code order. Returned as negated parts of the balances concerned: they keep their way to the events.
 */
export function eliminations(balances: readonly Balance[]): Balance[] {
  return INTERNAL_TRANSFERS.flatMap(({ kind, fundSource }) => {
    const spending = balances.filter((balance) => isSpending(balance) && balance.kind === kind);
    const receipts = balances.filter((balance) => balance.measure === 'income' && balance.fundSource === fundSource);
    return between(spending, receipts);
  });
}

function between(spending: readonly Balance[], receipts: readonly Balance[]): Balance[] {
  const internal = Math.min(total(spending), total(receipts));
  if (internal <= 0 || !crossesUnits(spending, receipts)) return [];
  const common = new Map<string, Fen>();
  for (const item of new Set(spending.map((balance) => balance.item))) {
    common.set(item, Math.max(0, Math.min(total(spending, item), total(receipts, item))));
  }
  return [...takeOff(spending, internal, common), ...takeOff(receipts, internal, common)];
}

const total = (balances: readonly Balance[], item?: string): Fen =>
  sumFen(balances.filter((balance) => item === undefined || balance.item === item).map(({ amount }) => amount));

/** A unit does not transfer to itself. */
const crossesUnits = (spending: readonly Balance[], receipts: readonly Balance[]): boolean =>
  spending.some(({ unit }) => receipts.some((receipt) => receipt.unit !== unit));

/** Negated parts of the balances that sum to −internal: per item what both sides have in common, the rest in code order. */
function takeOff(balances: readonly Balance[], internal: Fen, common: ReadonlyMap<string, Fen>): Balance[] {
  const items = [...new Set(balances.map(({ item }) => item))].sort();
  const parts = new Map(items.map((item) => [item, Math.min(common.get(item) ?? 0, internal)]));
  let rest = internal - sumFen(parts.values());
  for (const item of items) {
    const more = Math.min(rest, Math.max(0, total(balances, item) - (parts.get(item) ?? 0)));
    parts.set(item, (parts.get(item) ?? 0) + more);
    rest -= more;
  }
  return items.flatMap((item) =>
    portion(
      balances.filter((balance) => balance.item === item),
      parts.get(item) ?? 0,
    ),
  );
}

/** Largest balances first, so that refunds and corrections (negative) need no part of their own. */
function portion(balances: readonly Balance[], amount: Fen): Balance[] {
  let rest = amount;
  const parts: Balance[] = [];
  for (const balance of [...balances].sort((a, b) => b.amount - a.amount)) {
    const part = Math.min(rest, Math.max(0, balance.amount));
    if (part > 0) parts.push({ ...balance, amount: -part });
    rest -= part;
  }
  return parts;
}
