import type { Balance } from '@juesuan/account';
import { THREE_PUBLIC_KINDS, type ThreePublicKind } from '@juesuan/classification';
import { type Fen, formatWan } from '@juesuan/kernel';
import type { AlertRule, Finding, Lacking, Watched } from './alert';
import { unitCalled } from './called';
import { sumOf } from './groups';
import { KINDS, threePublicPaid } from './three-public-figures';

/** A unit, or a department with its units, that has paid more of a 三公 kind than in the whole of last year. */
export const threePublicAboveLastYear: AlertRule = (watched) =>
  watched.units.flatMap(({ code }) => {
    const own = balancesUnder(code, watched, watched.balances);
    return KINDS.flatMap((kind) => aboveLastYear(code, kind, threePublicPaid(own, kind), watched));
  });

/** Last year is what the store holds of it; else what was recorded as published. */
export const lacksLastYear: Lacking = (watched) => {
  const { year, units } = watched;
  const known = units.some(({ code }) => KINDS.some((kind) => lastYearOf(code, kind, watched) !== null));
  return known ? null : `没有记录 ${year - 1} 年度的“三公”经费，不能与上年比较`;
};

function aboveLastYear(unit: string, kind: ThreePublicKind, spent: readonly Balance[], watched: Watched): Finding[] {
  const last = lastYearOf(unit, kind, watched);
  const paid = sumOf(spent);
  if (last === null || paid <= last) return [];
  const figures = `已支付${formatWan(paid)}万元，上年全年${formatWan(last)}万元`;
  const message = `${unitCalled(unit, watched.names)}的${THREE_PUBLIC_KINDS[kind]}${figures}，超过上年，请控制支出并说明原因。`;
  return [{ unit, subject: kind, level: 'warn', message, facts: { paid, last }, balances: spent }];
}

function lastYearOf(unit: string, kind: ThreePublicKind, watched: Watched): Fen | null {
  const recorded = balancesUnder(unit, watched, watched.before.get(watched.year - 1) ?? []);
  if (recorded.length > 0) return sumOf(threePublicPaid(recorded, kind));
  return watched.published.get(unit)?.get(THREE_PUBLIC_KINDS[kind])?.value ?? null;
}

/** What is a unit's own or of a unit below it. */
function balancesUnder(unit: string, { units }: Watched, balances: readonly Balance[]): Balance[] {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const isUnder = (code: string): boolean => {
    const above: string[] = [];
    for (let at: string | null = code; at !== null && !above.includes(at); at = parents.get(at) ?? null) above.push(at);
    return above.includes(unit);
  };
  const below = new Set(units.map(({ code }) => code).filter(isUnder));
  return balances.filter((balance) => below.has(balance.unit));
}
