import { FUND_SOURCES } from '@juesuan/classification';
import { firstDay, formatYuan, RuleViolation } from '@juesuan/kernel';
import type { BudgetYear, IncomeState } from './budget-year';
import { assertTakesBack, bookedAs, bookedUnder } from './booked';
import { SURPLUS_MOVEMENTS } from './events';
import type { Rules } from './rule';
import { assertVoucher } from './payment';
import { assertAmount, assertInYear, assertNotBefore, assertWord } from './guards';

/** Money that is no quota: 收入 and its 冲销, 年初结转和结余, 使用非财政拨款结余, 结余分配, and what takes them back. */
export const incomeRules: Rules<
  | 'ReceiveIncome'
  | 'ReverseIncome'
  | 'RecordOpeningBalance'
  | 'ReverseOpeningBalance'
  | 'UseSurplus'
  | 'DistributeSurplus'
  | 'ReverseSurplus'
> = {
  ReceiveIncome: (year, command, context) => {
    assertUnit(year);
    assertVoucher(command, context);
    assertWord(FUND_SOURCES, command.fundSource, '收入来源');
    context.functional.assertLeaf(command.item, command.date);
    return [{ type: 'IncomeReceived', data: command }];
  },
  ReverseIncome: (year, command, context) => {
    assertUnit(year);
    assertVoucher(command, context);
    const { date, fundSource, item, remaining } = receivedIncome(year, command.originalVoucher);
    assertNotBefore(command.date, date, `收入凭证 ${command.originalVoucher} `);
    if (command.amount > remaining) {
      const [left, amount] = [formatYuan(remaining), formatYuan(command.amount)];
      const text = `收入凭证 ${command.originalVoucher} 尚余 ${left} 元，不能冲销 ${amount} 元。`;
      throw new RuleViolation('reversal-above-income', text, { remaining: left, amount });
    }
    return [{ type: 'IncomeReversed', data: { ...command, fundSource, item } }];
  },
  RecordOpeningBalance: (year, command, context) => {
    assertUnit(year);
    assertAmount(command.amount);
    assertWord(FUND_SOURCES, command.fundSource, '资金性质');
    context.functional.assertLeaf(command.item, firstDay(context.year));
    return [{ type: 'OpeningBalanceRecorded', data: command }];
  },
  ReverseOpeningBalance: (year, command) => {
    assertAmount(command.amount);
    assertWord(FUND_SOURCES, command.fundSource, '资金性质');
    const where = `${FUND_SOURCES[command.fundSource]} ${command.item} `;
    assertTakesBack(year, bookedAs.opening(command), command, `年初结转和结余 ${where}`);
    return [{ type: 'OpeningBalanceReversed', data: command }];
  },
  UseSurplus: (year, command, context) => {
    assertUnit(year);
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    return [{ type: 'SurplusUsed', data: command }];
  },
  DistributeSurplus: (year, command, context) => {
    assertUnit(year);
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    return [{ type: 'SurplusDistributed', data: command }];
  },
  ReverseSurplus: (year, command, context) => {
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    assertWord(SURPLUS_MOVEMENTS, command.movement, '结余的去向');
    const [key, what] = [bookedAs.surplus(command.movement, command), SURPLUS_MOVEMENTS[command.movement]];
    assertTakesBack(year, key, command, `${what}“${command.purpose}”`);
    assertNotBefore(command.date, bookedUnder(year, key).date, what);
    return [{ type: 'SurplusReversed', data: command }];
  },
};

/** The income a reversal speaks of; a payment, a reversal or an unknown voucher is none. */
function receivedIncome(year: BudgetYear, voucher: string): IncomeState {
  const income = year.incomes.get(voucher);
  if (income) return income;
  const text = `原凭证号 ${voucher} 不是本单位本年度已记录的收入。请核对原凭证号；支付请用退回或更正。`;
  throw new RuleViolation('income-unknown', text, { voucher });
}

/** A department is the sum of its units; money is recorded where it is. */
export function assertUnit(year: BudgetYear): void {
  if (year.opened?.unitType !== 'department') return;
  const text = `${year.opened.unitCode} 是部门，本身没有收支；请记在所属单位上。`;
  throw new RuleViolation('department-has-no-money', text, { unit: year.opened.unitCode });
}
