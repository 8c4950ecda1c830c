import { type Balance, type LineAccount, lineAccounts } from '@juesuan/account';
import { type BusinessDate, type Fen, sumFen } from '@juesuan/kernel';
import { grouped } from './alerts/groups';
import { lastYearsLeft } from './alerts/two-years-unspent';
import { lapseSentence } from './lapse-sentence';
import type { MonthlyBalance } from './months';
import { type Pace, paceAt, paidAtPace } from './pace';

/** What the year end looks like for a line or all lines; amounts in 分. */
export interface YearEnd {
  /** 全年预算数. */
  readonly final: Fen;
  /** Paid so far. */
  readonly paid: Fen;
  /** What is paid by the year end, as it is expected. */
  readonly expected: Fen;
  /** What closing has carried out already. */
  readonly carriedOut: Fen;
  /** final − expected − carriedOut: lapses at the year end, as 结转 or as 结余; 0 where more was paid than budgeted. */
  readonly lapse: Fen;
  readonly carryover: Fen;
  readonly surplus: Fen;
}

/** A line's year end, and why something of it lapses; null where nothing does. */
export interface LineForecast extends YearEnd {
  readonly unit: string;
  readonly line: LineAccount['line'];
  readonly why: string | null;
  readonly balances: readonly Balance[];
}

export interface Forecast {
  readonly lines: readonly LineForecast[];
  readonly total: YearEnd;
  /** How the expected payments were found, in a sentence. */
  readonly method: string;
}

/**
 * The year end as a day lets expect it (DOMAIN.md §6). Each line goes on at its own pace of the last three full months, never
 * below what is paid and never above what it has, frozen quota included: freezes are there to be paid, and released at closing.
 */
export function forecastOf(
  asOf: BusinessDate,
  balances: Iterable<Balance>,
  moved: readonly MonthlyBalance[],
): Forecast {
  const pace = paceAt(asOf);
  const byLine = grouped(moved, keyOf);
  const lines = lineAccounts(balances).map((account) => {
    const atPace = paidAtPace(pace, byLine.get(keyOf({ unit: account.unit, ...account.line })) ?? []);
    return lineForecast(account, expectedOf(account, atPace));
  });
  return { lines, total: totalOf(lines), method: methodOf(pace) };
}

type LineKey = Pick<Balance, 'unit' | 'item' | 'fundSource' | 'kind' | 'project'>;
const keyOf = ({ unit, item, fundSource, kind, project }: LineKey): string =>
  [unit, item, fundSource, kind, project].join('|');

/** Without a pace the whole budget: nothing speaks against it yet. */
function expectedOf({ paid, final, carriedOut }: LineAccount, atPace: Fen | null): Fen {
  const most = final - carriedOut;
  return Math.max(paid, Math.min(most, atPace ?? most));
}

/** Basic expenditure becomes 结转; so does a project's, but for fiscal money of last year that stays unspent a second year (DOMAIN.md §1). */
function lineForecast(account: LineAccount, expected: Fen): LineForecast {
  const { unit, line, final, paid, carriedOut, balances } = account;
  const lapse = Math.max(final - expected - carriedOut, 0);
  const { carried, left } = lastYearsLeft({ ...account, paid: expected });
  const surplus = Math.max(left, 0);
  const year = { final, paid, expected, carriedOut, lapse, carryover: lapse - surplus, surplus };
  return { unit, line, ...year, why: lapseSentence(line.kind, year, carried), balances };
}

const PARTS = ['final', 'paid', 'expected', 'carriedOut', 'lapse', 'carryover', 'surplus'] as const;

const totalOf = (lines: readonly YearEnd[]): YearEnd =>
  Object.fromEntries(PARTS.map((part) => [part, sumFen(lines.map((line) => line[part]))])) as unknown as YearEnd;

function methodOf({ months, monthsLeft }: Pace): string {
  if (months.length === 0) return '今年还没有一个完整的月份，暂按全年预算数全部支付预计。';
  if (monthsLeft === 0) return '全年已经过完，按实际支付计。';
  const looked = months.length === 1 ? `${months[0]}月` : `${months[0]}月至${months.at(-1)}月`;
  const paid = `截至${months.at(-1)}月底的支付，加上余下${monthsLeft}个月每月按${looked}的月均支付`;
  return `每条指标${paid}预计，不少于已支付，不超过全年预算数扣除已结转结余的部分（含冻结）。`;
}
