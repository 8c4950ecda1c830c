import { type Balance, isSpending } from '@juesuan/account';
import { isFiscal, THREE_PUBLIC_KINDS, type ThreePublicKind, threePublicKindOf } from '@juesuan/classification';

export const KINDS = Object.keys(THREE_PUBLIC_KINDS) as ThreePublicKind[];

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
