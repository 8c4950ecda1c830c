import { FUND_SOURCES } from '@juesuan/classification';
import { firstDay, RuleViolation } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import type { Rules } from './rule';
import { assertVoucher } from './payment';
import { assertAmount, assertInYear, assertWord } from './guards';

/** Money that is no quota: 收入, 年初结转和结余, 使用非财政拨款结余, 结余分配. */
export const incomeRules: Rules<'ReceiveIncome' | 'RecordOpeningBalance' | 'UseSurplus' | 'DistributeSurplus'> = {
  ReceiveIncome: (year, command, context) => {
    assertUnit(year);
    assertVoucher(command, context);
    assertWord(FUND_SOURCES, command.fundSource, '收入来源');
    context.functional.assertLeaf(command.item, command.date);
    return [{ type: 'IncomeReceived', data: command }];
  },
  RecordOpeningBalance: (year, command, context) => {
    assertUnit(year);
    assertAmount(command.amount);
    assertWord(FUND_SOURCES, command.fundSource, '资金性质');
    context.functional.assertLeaf(command.item, firstDay(context.year));
    return [{ type: 'OpeningBalanceRecorded', data: command }];
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
};

/** A department is the sum of its units; money is recorded where it is. */
export function assertUnit(year: BudgetYear): void {
  if (year.opened?.unitType !== 'department') return;
  const text = `${year.opened.unitCode} 是部门，本身没有收支；请记在所属单位上。`;
  throw new RuleViolation('department-has-no-money', text, { unit: year.opened.unitCode });
}
