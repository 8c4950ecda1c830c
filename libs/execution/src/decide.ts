import { RuleViolation } from '@juesuan/kernel';
import { adjustmentRules } from './adjustment';
import { alertRules } from './alert';
import type { BudgetYear } from './budget-year';
import { closingRules } from './closing';
import type { BudgetYearCommand, CommandType } from './commands';
import type { BudgetYearEvent } from './events';
import { factKeyOf, factRules } from './facts';
import { freezeRules } from './freeze';
import { incomeRules } from './income';
import { openingRules } from './opening';
import { naming, type Subject } from './naming';
import { paymentRules } from './payment';
import { quotaRules } from './quota';
import { reclassificationRules } from './reclassification';
import { refundRules } from './refund';
import { assertStaysExact } from './rehearsal';
import type { Context, Rules } from './rule';
import type { Books } from './guards';
import { virementRules } from './virement';
import { watchingRules } from './watching-rules';

const RULES: Rules<CommandType> = {
  ...openingRules,
  ...quotaRules,
  ...virementRules,
  ...freezeRules,
  ...paymentRules,
  ...refundRules,
  ...reclassificationRules,
  ...incomeRules,
  ...factRules,
  ...adjustmentRules,
  ...alertRules,
  ...watchingRules,
  ...closingRules,
};

/**
 * Decides a command on a unit's budget year: the events that happen, none where the very same thing is already recorded
 * (same voucher, same command id or same fact, same content), or a RuleViolation that names what it is about. Commands come
 * from JSON: what their type cannot promise at run time is checked here.
 */
export function decide(year: BudgetYear, command: BudgetYearCommand, books: Books): BudgetYearEvent[] {
  try {
    assertKnown(command);
    if (isRecorded(year, command)) return [];
    const events = decideNew(year, command, books);
    assertStaysExact(year, events, command.by);
    return events;
  } catch (error) {
    throw error instanceof RuleViolation ? naming(command.data as Subject, error) : error;
  }
}

function decideNew(year: BudgetYear, { by, type, data }: BudgetYearCommand, books: Books): BudgetYearEvent[] {
  if (type === 'OpenFiscalYear') return openingRules.OpenFiscalYear(year, data, { ...books, by, year: data.year });
  if (!year.opened) throw new RuleViolation('year-not-opened', '该单位的财政年度尚未开启；请先导入 00-单位。');
  if (year.closed && type !== 'ReopenFiscalYear') {
    throw new RuleViolation('year-closed', '该单位本年度已关账，只能由管理员说明理由后重新开账。');
  }
  const rule = RULES[type] as (year: BudgetYear, data: unknown, context: Context) => BudgetYearEvent[];
  return rule(year, data, { ...books, by, year: year.opened.year });
}

/** What buys something; quota changes name no economic item, except the initial budget, which is planned by it. */
const BUYS: ReadonlySet<CommandType> = new Set([
  'AllocateOriginalBudget',
  'ReverseOriginalBudget',
  'MakePayment',
  'RefundPayment',
  'ReclassifyPayment',
]);

function assertKnown({ type, data }: BudgetYearCommand): void {
  if (!Object.hasOwn(RULES, type)) throw new RuleViolation('unknown-command', `没有“${type}”这种事项。`, { type });
  if (BUYS.has(type)) return;
  const entries: readonly object[] = 'entries' in data ? data.entries : [];
  if (![data, ...entries].some((each) => 'economicItem' in each)) return;
  const text = '只有支付、退回、更正和年初预算有经济分类科目，指标变动等其他事项不能带经济分类科目。';
  throw new RuleViolation('economic-item-on-non-expenditure', text, { type });
}

/** The same voucher, command or fact with the same content is already recorded; a voucher or id with other content is refused. */
function isRecorded(year: BudgetYear, command: BudgetYearCommand): boolean {
  const { by, data } = command;
  if ('voucher' in data && isSameVoucher(year, data.voucher, by.fingerprint)) return true;
  const known = year.commands.get(by.commandId);
  if (known && known.fingerprint !== by.fingerprint) {
    const text = `编号 ${by.commandId} 的事项已按其他内容记录。已记录的事项不能更改，请用更正、退回或反向调整。`;
    throw new RuleViolation('command-id-reused', text, { commandId: by.commandId });
  }
  const fact = factKeyOf(command);
  return known !== undefined || (fact !== null && year.facts.get(fact)?.fingerprint === by.fingerprint);
}

function isSameVoucher(year: BudgetYear, voucher: string, fingerprint: string): boolean {
  const known = year.vouchers.get(voucher);
  if (!known) return false;
  if (known.fingerprint === fingerprint) return true;
  const text = `凭证号 ${voucher} 在本单位本年度已记录过另一笔业务。请核对凭证号；更改已记录的支付请用退回或更正。`;
  throw new RuleViolation('voucher-reused', text, { voucher });
}
