import type { ExpenditureKind, FundSource } from '@juesuan/classification';
import { type Fen, sumFen } from '@juesuan/kernel';
import type { Balance } from './entry';
import { isOriginal, isSpending } from './measures';

/** A transfer that both sides inside one department book: what one spends as `kind` the other receives as `fundSource`. */
const INTERNAL_TRANSFERS = [
  { kind: 'toAffiliated', fundSource: 'superior' },
  { kind: 'toSuperior', fundSource: 'affiliated' },
] as const;

/** Where the two sides of a transfer are booked, and what of a balance is that side of it. */
interface Book {
  readonly isSpent: (balance: Balance) => boolean;
  readonly isReceived: (balance: Balance) => boolean;
  readonly spendingOf: (balance: Balance) => Balance;
  readonly receiptOf: (balance: Balance) => Balance;
}

const whole = (balance: Balance): Balance => balance;

/** What was paid and received. */
const ACTUAL: Book = {
  isSpent: isSpending,
  isReceived: ({ measure }) => measure === 'income',
  spendingOf: whole,
  receiptOf: whole,
};

/**
 * The initial budget. One amount of it is income by its source and spending by its kind, so only the side concerned is taken
 * off: the other dimension is left empty. What 01 carried over is spent this year but was received before.
 */
const INITIAL_BUDGET: Book = {
  isSpent: isOriginal,
  isReceived: ({ measure }) => measure === 'original',
  spendingOf: (balance) => ({ ...balance, fundSource: '' }),
  receiptOf: (balance) => ({ ...balance, kind: '' }),
};

/**
 * What a department's consolidation takes off its units' sum: 对附属单位补助 that a unit paid and another received as 上级补助,
 * 上缴上级 that a unit paid and another received as 附属单位上缴; in the initial budget likewise. The files name no counterparty, so all
 * that can have gone from one unit to another is internal, and the rest went to or came from outside; amounts are matched within
 * the functional item first, then in code order. Returned as negated parts of the balances concerned: they keep their way to
 * the events.
 */
export const eliminations = (balances: readonly Balance[]): Balance[] =>
  [ACTUAL, INITIAL_BUDGET].flatMap((book) => eliminationsIn(book, balances));

function eliminationsIn(book: Book, balances: readonly Balance[]): Balance[] {
  return INTERNAL_TRANSFERS.flatMap(({ kind, fundSource }) => {
    const spending = sharesOf(balances.filter((balance) => book.isSpent(balance) && balance.kind === kind));
    const receipts = sharesOf(
      balances.filter((balance) => book.isReceived(balance) && balance.fundSource === fundSource),
    );
    match(spending, receipts, (out, into) => out.item === into.item);
    match(spending, receipts, () => true);
    reroute(spending, receipts);
    return [...partsOf(spending).map(book.spendingOf), ...partsOf(receipts).map(book.receiptOf)];
  });
}

const partsOf = (shares: readonly Share[]): Balance[] =>
  shares.flatMap(({ balances, internal }) => portion(balances, internal));

/** A balance that may be a side of a transfer between units: when it changes, so may what is taken off. */
export const isTransfer = (balance: Balance): boolean =>
  [ACTUAL, INITIAL_BUDGET].some((book) =>
    INTERNAL_TRANSFERS.some(
      ({ kind, fundSource }) =>
        (book.isSpent(balance) && balance.kind === kind) ||
        (book.isReceived(balance) && balance.fundSource === fundSource),
    ),
  );

/** An internal transfer that consolidation took off, spent as one thing and received as another. */
export interface EliminatedTransfer {
  readonly kind: ExpenditureKind;
  readonly fundSource: FundSource;
  readonly amount: Fen;
}

/** What was taken off in one of the two documents, by kind of transfer; income has lost the same amount as spending. */
export function transfersIn(document: 'budget' | 'final', eliminated: readonly Balance[]): EliminatedTransfer[] {
  const { isSpent } = document === 'budget' ? INITIAL_BUDGET : ACTUAL;
  return INTERNAL_TRANSFERS.flatMap(({ kind, fundSource }) => {
    const spent = eliminated.filter((balance) => isSpent(balance) && balance.kind === kind);
    return spent.length === 0 ? [] : [{ kind, fundSource, amount: -sumFen(spent.map(({ amount }) => amount)) }];
  });
}

/** What one unit booked on one functional item; `internal` of it is found to be inside the department, `left` is not. */
interface Share {
  readonly unit: string;
  readonly item: string;
  readonly balances: readonly Balance[];
  left: Fen;
  internal: Fen;
}

/** The shares by item, then unit, with refunds and corrections inside them; one that comes to nothing or less is none. */
function sharesOf(balances: readonly Balance[]): Share[] {
  const own = new Map<string, Balance[]>();
  for (const balance of balances) {
    const key = `${balance.item}|${balance.unit}`;
    own.set(key, [...(own.get(key) ?? []), balance]);
  }
  return [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [item = '', unit = ''] = key.split('|');
      return { unit, item, balances: group, left: sumFen(group.map(({ amount }) => amount)), internal: 0 };
    })
    .filter(({ left }) => left > 0);
}

/** A unit does not transfer to itself. */
function match(
  spending: readonly Share[],
  receipts: readonly Share[],
  fits: (out: Share, into: Share) => boolean,
): void {
  for (const out of spending) {
    for (const into of receipts) {
      if (out.unit === into.unit || !fits(out, into)) continue;
      const amount = Math.min(out.left, into.left);
      take(out, amount);
      take(into, amount);
    }
  }
}

function take(share: Share, amount: Fen): void {
  share.left -= amount;
  share.internal += amount;
}

/**
 * After matching, only one unit can have both spending and receipts left. They are internal too as far as others' transfers can
 * stand between them: where A paid B, A may as well have paid this unit, and this unit B.
 */
function reroute(spending: readonly Share[], receipts: readonly Share[]): void {
  const unit = spending.find(({ left }) => left > 0)?.unit;
  const [outs, ins] = [spending, receipts].map((shares) => shares.filter((share) => share.unit === unit)) as [
    Share[],
    Share[],
  ];
  const total = (shares: readonly Share[], what: 'left' | 'internal'): Fen =>
    sumFen(shares.map((share) => share[what]));
  const between = total(spending, 'internal') - total(outs, 'internal') - total(ins, 'internal');
  const amount = Math.min(total(outs, 'left'), total(ins, 'left'), between);
  for (const shares of [outs, ins]) {
    let rest = amount;
    for (const share of shares) {
      const part = Math.min(rest, share.left);
      take(share, part);
      rest -= part;
    }
  }
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
