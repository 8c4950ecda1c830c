import type { Balance } from '@juesuan/account';
import { THREE_PUBLIC_KINDS, type ThreePublicKind } from '@juesuan/classification';
import { formatWan } from '@juesuan/kernel';
import type { AlertRule, Finding, Names } from './alert';
import { unitCalled } from './called';
import { byUnit, sumOf } from './groups';
import { ceilingsIn, KINDS, threePublicPaid } from './three-public-figures';

/** A unit whose 三公 kind was paid above its 全年预算数: it may have been lowered since. */
export const threePublic: AlertRule = ({ balances, names }) =>
  [...byUnit(balances)].flatMap(([unit, own]) =>
    ceilingsIn(own).length === 0 ? [] : KINDS.flatMap((kind) => aboveBudget(unit, kind, own, names)),
  );

function aboveBudget(unit: string, kind: ThreePublicKind, balances: readonly Balance[], names: Names): Finding[] {
  const ceiling = ceilingsIn(balances).filter(({ economicItem }) => economicItem === kind);
  const spent = threePublicPaid(balances, kind);
  const [budget, paid] = [sumOf(ceiling), sumOf(spent)];
  if (paid <= budget) return [];
  const figures = `全年预算数${formatWan(budget)}万元，已支付${formatWan(paid)}万元`;
  const message = `${unitCalled(unit, names)}的${THREE_PUBLIC_KINDS[kind]}${figures}，超出预算，请停止支付并核对。`;
  return [{ unit, subject: kind, level: 'refuse', message, facts: { budget, paid }, balances: [...ceiling, ...spent] }];
}
