import type { Balance, Entry } from '@juesuan/account';
import { type Fen, formatWan, formatYuan, sumFen } from '@juesuan/kernel';
import type { AlertRule } from './alert';
import { unitCalled } from './called';

/** A 文号 under which the department's units take another sum than they give: every unit with a half of it is asked. */
export const virementUnbalanced: AlertRule = ({ virements, units, balances, names }) => {
  const asked = new Set(units.map(({ code }) => code));
  return [...byNumber(virements)].flatMap(([number, halves]) => {
    const [into, out] = [totalOf(halves, 'virementIn'), -totalOf(halves, 'virementOut')];
    if (into === out) return [];
    const owners = [...new Set(halves.map(({ unit }) => unit))].filter((unit) => asked.has(unit)).sort();
    const figures = `部门内调剂转出合计${formatWan(out)}万元、转入合计${formatWan(into)}万元`;
    return owners.map((unit) => ({
      unit,
      subject: number,
      level: 'reply' as const,
      message: `${unitCalled(unit, names)}的文号${number}，${figures}，相差${formatYuan(Math.abs(out - into))}元，请补录缺的一半或更正金额。`,
      facts: { into, out },
      balances: balances.filter((balance) => halves.some((half) => half.unit === unit && isOn(half, balance))),
    }));
  });
};

function byNumber(virements: readonly Entry[]): Map<string, Entry[]> {
  const numbers = new Map<string, Entry[]>();
  for (const half of virements) {
    const own = numbers.get(half.reference);
    if (own) own.push(half);
    else numbers.set(half.reference, [half]);
  }
  return numbers;
}

const totalOf = (halves: readonly Entry[], measure: Entry['measure']): Fen =>
  sumFen(halves.filter((half) => half.measure === measure).map(({ amount }) => amount));

const DIMENSIONS = ['unit', 'measure', 'fundSource', 'item', 'kind', 'project', 'purpose'] as const;

/** Whether an entry is one of those that a balance sums. */
const isOn = (entry: Entry, balance: Balance): boolean => DIMENSIONS.every((name) => entry[name] === balance[name]);
