import { type Balance, isSpending } from '@juesuan/account';
import { isFiscal, THREE_PUBLIC_KINDS, type ThreePublicKind, threePublicKindOf } from '@juesuan/classification';
import { type Fen, formatWan, sumFen } from '@juesuan/kernel';
import type { Alert, AlertRule } from './alert';

const KINDS = Object.keys(THREE_PUBLIC_KINDS) as ThreePublicKind[];

/**
 * A unit whose 三公 kind was paid above its 全年预算数 (it may have been lowered since), or that pays 三公 without having any such
 * budget: a unit without rows in 09 has no ceiling (CASES.md), so that nothing was refused.
 */
export const threePublic: AlertRule = ({ balances }) => {
  const units = new Map<string, Balance[]>();
  for (const balance of balances) {
    const own = units.get(balance.unit);
    if (own) own.push(balance);
    else units.set(balance.unit, [balance]);
  }
  return [...units].flatMap(([unit, own]) => ofUnit(unit, own));
};

function ofUnit(unit: string, balances: readonly Balance[]): Alert[] {
  const ceilings = balances.filter(({ measure }) => measure === 'threePublicBudget');
  const paid = (kind: ThreePublicKind): Balance[] => balances.filter((balance) => pays(balance, kind));
  if (ceilings.length > 0) return KINDS.flatMap((kind) => aboveBudget(unit, kind, paid(kind), ceilings));
  const all = KINDS.flatMap(paid);
  const sum = sumOf(all);
  if (sum === 0) return [];
  const message = `单位${unit}没有下达“三公”经费预算，已支付${formatWan(sum)}万元，请补录全年预算数。`;
  return [{ key: `three-public-unbudgeted:${unit}`, level: 'warn', message, facts: { paid: sum }, balances: all }];
}

function aboveBudget(
  unit: string,
  kind: ThreePublicKind,
  spent: readonly Balance[],
  ceilings: readonly Balance[],
): Alert[] {
  const ceiling = ceilings.filter(({ economicItem }) => economicItem === kind);
  const [budget, paid] = [sumOf(ceiling), sumOf(spent)];
  if (paid <= budget) return [];
  const figures = `全年预算数${formatWan(budget)}万元，已支付${formatWan(paid)}万元`;
  const message = `单位${unit}的${THREE_PUBLIC_KINDS[kind]}${figures}，超出预算，请停止支付并核对。`;
  const behind = [...ceiling, ...spent];
  return [{ key: `three-public:${unit}:${kind}`, level: 'refuse', message, facts: { budget, paid }, balances: behind }];
}

const pays = (balance: Balance, kind: ThreePublicKind): boolean =>
  isSpending(balance) &&
  balance.fundSource !== '' &&
  isFiscal(balance.fundSource) &&
  threePublicKindOf(balance.economicItem) === kind;

const sumOf = (balances: readonly Balance[]): Fen => sumFen(balances.map(({ amount }) => amount));
