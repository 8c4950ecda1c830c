import type { FundSource } from '@juesuan/classification';
import { addFen, type BusinessDate, type Fen, formatYuan, RuleViolation } from '@juesuan/kernel';
import type { BookedState, BudgetYear } from './budget-year';
import type { SurplusMovement } from './events';
import { type BudgetLine, lineKey } from './line';

type Opening = { readonly fundSource: FundSource; readonly item: string };
type Original = { readonly line: BudgetLine; readonly economicItem: string | null; readonly origin: string };

/**
 * Keys of what has no number of its own and is known by what it says: 年初预算, 年初结转和结余, 使用非财政拨款结余 and 结余分配. Recorded
 * again under the same key it adds up.
 */
export const bookedAs = {
  original: ({ line, economicItem, origin }: Original) => `original ${origin} ${lineKey(line)} ${economicItem ?? ''}`,
  opening: ({ fundSource, item }: Opening) => `${openingsOf(fundSource)}${item}`,
  surplus: (movement: SurplusMovement, { purpose }: { readonly purpose: string }) =>
    `surplus ${movement} ${purpose.trim()}`,
};

const openingsOf = (fundSource: FundSource): string => `opening ${fundSource} `;

/** Whether an opening balance of a source stands, less what was taken back of it. */
export const hasOpening = ({ booked }: BudgetYear, fundSource: FundSource): boolean =>
  [...booked].some(([key, { amount }]) => key.startsWith(openingsOf(fundSource)) && amount > 0);

const NOTHING: BookedState = { amount: 0, date: '' };

export const bookedUnder = (year: BudgetYear, key: string): BookedState => year.booked.get(key) ?? NOTHING;

/** What takes back does not move the day: it may come in parts, of any day since. */
export function book(year: BudgetYear, key: string, amount: Fen, date: BusinessDate): void {
  const known = bookedUnder(year, key);
  const latest = amount > 0 && date > known.date ? date : known.date;
  year.booked.set(key, { amount: addFen(known.amount, amount), date: latest });
}

/** 冲减 of what was wrongly recorded: it says why, and takes back no more than stands. `what` names it, with what it is known by. */
export function assertTakesBack(
  year: BudgetYear,
  key: string,
  { amount, reason }: { readonly amount: Fen; readonly reason: string },
  what: string,
): void {
  if (reason.trim() === '') throw new RuleViolation('no-reason', `冲减${what}须写明事由。`);
  const left = bookedUnder(year, key).amount;
  if (amount <= left) return;
  const text = `${what}登记的金额为 ${formatYuan(left)} 元，不能冲减 ${formatYuan(amount)} 元；各栏须与登记时一致，请核对。`;
  throw new RuleViolation('reversal-above-booked', text, { left: formatYuan(left), amount: formatYuan(amount) });
}
