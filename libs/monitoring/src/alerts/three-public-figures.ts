import { type Balance, isSpending } from '@juesuan/account';
import { isFiscal, THREE_PUBLIC_KINDS, type ThreePublicKind, threePublicKindOf } from '@juesuan/classification';
import { type Fen, sumFen } from '@juesuan/kernel';

export const KINDS = Object.keys(THREE_PUBLIC_KINDS) as ThreePublicKind[];

/** Balances by their unit, in the order met. */
export function byUnit(balances: readonly Balance[]): Map<string, Balance[]> {
  const units = new Map<string, Balance[]>();
  for (const balance of balances) {
    const own = units.get(balance.unit);
    if (own) own.push(balance);
    else units.set(balance.unit, [balance]);
  }
  return units;
}

/** The 全年预算数 of 三公 kinds; `economicItem` names the kind. */
export const ceilingsIn = (balances: readonly Balance[]): Balance[] =>
  balances.filter(({ measure }) => measure === 'threePublicBudget');

/** What was paid for a kind from 财政拨款, basic and project. */
export const threePublicPaid = (balances: readonly Balance[], kind: ThreePublicKind): Balance[] =>
  balances.filter(
    (balance) =>
      isSpending(balance) &&
      balance.fundSource !== '' &&
      isFiscal(balance.fundSource) &&
      threePublicKindOf(balance.economicItem) === kind,
  );

export const sumOf = (balances: readonly Balance[]): Fen => sumFen(balances.map(({ amount }) => amount));
