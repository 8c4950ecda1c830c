import { EXPENDITURE_KINDS } from '@juesuan/classification';
import { lastDay, RuleViolation, yearOf } from '@juesuan/kernel';
import { type BudgetYear, type LineTotals, unspent } from './budget-year';
import type { Commands, YearEndDisposition } from './commands';
import type { Rules } from './rule';
import type { BudgetYearEvent } from './events';
import { describeLine, lineKey } from './line';
import { assertDocument, assertInYear, assertWord } from './guards';

/** What unspent quota may become when the year closes. */
export const YEAR_END_OUTCOMES: Readonly<Record<YearEndDisposition['outcome'], string>> = {
  carryover: '结转',
  surplus: '结余',
  recall: '收回',
};

/** 关账: what is unspent becomes 结转, 结余 or is recalled, line by line; 开账 again takes back what closing
 * carried out. What it recalled under a 文号 and the freezes it released stay so: the year goes on by new events. */
export const closingRules: Rules<'CloseFiscalYear' | 'ReopenFiscalYear'> = {
  CloseFiscalYear: (year, command, context) => {
    assertInYear(command.date, context.year);
    assertAfterAll(year, command.date, '关账');
    assertNothingPending(year);
    const chosen = dispositionsByLine(year, command);
    const carried = [...year.lines].flatMap(([key, line]) => endOf(line, chosen.get(key), command.date));
    for (const event of carried) if (event.type === 'QuotaRecalled') assertDocument(event.data, context.year);
    const { date, chainHead } = command;
    return [...releases(year, date), ...carried, { type: 'FiscalYearClosed', data: { date, chainHead } }];
  },
  ReopenFiscalYear: (year, command, context) => {
    if (!year.closed) throw new RuleViolation('year-not-closed', '该年度未关账，无需重新开账。');
    if (!context.by.administrator) throw new RuleViolation('not-an-administrator', '只有管理员可以重新开账。');
    if (command.reason.trim() === '') throw new RuleViolation('no-reason', '重新开账须写明理由。');
    const date = command.date ?? year.latest;
    assertInYear(date, context.year);
    assertAfterAll(year, date, '重新开账');
    const returned = [...year.lines.values()].flatMap((line) => returnOf(line, date));
    return [{ type: 'FiscalYearReopened', data: { reason: command.reason } }, ...returned];
  },
};

/** Closing moves what is left after everything else: dated earlier, an account as of a day between would carry out what is spent later. */
function assertAfterAll(year: BudgetYear, date: string, what: string): void {
  if (date >= year.latest) return;
  const text = `${what}日期 ${date} 早于本年度最后一笔事项的日期 ${year.latest}；请填当天或以后的一天，一般为 ${lastDay(yearOf(date))}。`;
  throw new RuleViolation('closed-before-the-last-movement', text, { date, latest: year.latest });
}

function assertNothingPending(year: BudgetYear): void {
  const pending = [...year.adjustments].filter(([, { status }]) => status !== 'applied' && status !== 'rejected');
  if (pending.length === 0) return;
  const ids = pending.map(([id]) => id).join('、');
  throw new RuleViolation('adjustments-pending', `调整单 ${ids} 尚未办结，不能关账。`, { adjustments: ids });
}

function dispositionsByLine(year: BudgetYear, command: Commands['CloseFiscalYear']): Map<string, YearEndDisposition> {
  const chosen = new Map<string, YearEndDisposition>();
  for (const disposition of command.dispositions) {
    const key = lineKey(disposition.line);
    const where = describeLine(disposition.line);
    assertWord(YEAR_END_OUTCOMES, disposition.outcome, `指标 ${where} 的处理`);
    if (!year.lines.has(key))
      throw new RuleViolation('line-unknown', `关账安排中的指标 ${where} 本年没有记录。`, { line: key });
    if (chosen.has(key))
      throw new RuleViolation('line-disposed-twice', `关账安排中的指标 ${where} 出现两次。`, { line: key });
    if (disposition.outcome === 'surplus' && disposition.line.kind === 'basic') {
      const text = `指标 ${where}：未用完的${EXPENDITURE_KINDS.basic}是结转，不是结余。`;
      throw new RuleViolation('basic-is-never-surplus', text, { line: key });
    }
    chosen.set(key, disposition);
  }
  return chosen;
}

function endOf(line: LineTotals, chosen: YearEndDisposition | undefined, date: string): BudgetYearEvent[] {
  const amount = unspent(line);
  if (amount === 0) return [];
  if (chosen?.outcome === 'recall') {
    const { documentNumber, purpose } = chosen;
    return [{ type: 'QuotaRecalled', data: { line: line.line, amount, documentNumber, purpose, date } }];
  }
  const outcome = chosen?.outcome ?? 'carryover';
  return [{ type: 'CarryoverCarriedOut', data: { line: line.line, amount, outcome, date } }];
}

function releases(year: BudgetYear, date: string): BudgetYearEvent[] {
  return [...year.freezes]
    .filter(([, { remaining }]) => remaining > 0)
    .map(([freezeId, { line, remaining }]) => ({
      type: 'QuotaReleased',
      data: { line, freezeId, amount: remaining, date },
    }));
}

function returnOf(line: LineTotals, date: string): BudgetYearEvent[] {
  const carried = [
    { outcome: 'carryover' as const, amount: line.carriedOut },
    { outcome: 'surplus' as const, amount: line.surplus },
  ];
  return carried
    .filter(({ amount }) => amount > 0)
    .map((one) => ({ type: 'CarryoverReturned', data: { ...one, line: line.line, date } }));
}
