import type { ExpenditureKind, FundSource, ThreePublicKind, UnitType } from '@juesuan/classification';
import type { BudgetLine, BudgetYearEvent } from '@juesuan/execution';
import { parseWan } from '@juesuan/kernel';

/** Events as an accountant would tell them: who, which line, 万元. Dates and vouchers are made up where they do not matter. */
const date = '2023-06-01';
let vouchers = 0;
const voucher = (): string => `${(vouchers += 1)}`.padStart(6, '0');

export const opened = (
  unitCode: string,
  unitName: string,
  unitType: UnitType,
  parentCode: string | null = null,
  year = 2023,
): BudgetYearEvent => ({ type: 'FiscalYearOpened', data: { unitCode, unitName, unitType, parentCode, year } });

export const line = (
  item: string,
  kind: ExpenditureKind = 'basic',
  fundSource: FundSource = 'generalPublic',
  project = '',
): BudgetLine => ({ fundSource, item, kind, project });

export const budgeted = (
  on: BudgetLine,
  wan: string,
  origin: 'current' | 'carryover' = 'current',
  economicItem: string | null = null,
): BudgetYearEvent => ({
  type: 'OriginalBudgetAllocated',
  data: { line: on, amount: parseWan(wan), origin, economicItem, date: '2023-01-01' },
});

type Change = 'BudgetSupplemented' | 'BudgetCut' | 'BudgetTransferredOut' | 'BudgetTransferredIn' | 'QuotaRecalled';

const change =
  (type: Change) =>
  (on: BudgetLine, wan: string, documentNumber: string, purpose = '年中调整'): BudgetYearEvent => ({
    type,
    data: { line: on, amount: parseWan(wan), documentNumber, date, purpose },
  });

export const supplemented = change('BudgetSupplemented');
export const cut = change('BudgetCut');
export const transferredOut = change('BudgetTransferredOut');
export const transferredIn = change('BudgetTransferredIn');
export const recalled = change('QuotaRecalled');

export const broughtIn = (on: BudgetLine, wan: string, documentNumber: string): BudgetYearEvent => ({
  type: 'CarryoverBroughtIn',
  data: { line: on, amount: parseWan(wan), documentNumber, date, purpose: '上年结转', carryover: 'book' },
});

export const frozen = (on: BudgetLine, wan: string, freezeId: string): BudgetYearEvent => ({
  type: 'QuotaFrozen',
  data: { line: on, amount: parseWan(wan), freezeId, date, purpose: '采购合同' },
});

export const paid = (on: BudgetLine, economicItem: string, wan: string, number = voucher()): BudgetYearEvent => ({
  type: 'PaymentMade',
  data: { line: on, economicItem, amount: parseWan(wan), voucher: number, date, summary: '支出' },
});

export const paidOutOfFreeze = (
  on: BudgetLine,
  economicItem: string,
  wan: string,
  freezeId: string,
): BudgetYearEvent => {
  const amount = parseWan(wan);
  return {
    type: 'PaymentMade',
    data: { line: on, economicItem, amount, voucher: voucher(), date, summary: '付款', freezeId, fromFreeze: amount },
  };
};

export const refunded = (
  on: BudgetLine,
  economicItem: string,
  wan: string,
  originalVoucher: string,
): BudgetYearEvent => ({
  type: 'PaymentRefunded',
  data: { line: on, economicItem, amount: parseWan(wan), originalVoucher, voucher: voucher(), date, summary: '退回' },
});

/** A payment moved to another line or economic item. */
export const corrected = (
  from: { line: BudgetLine; economicItem: string; voucher: string },
  to: { line: BudgetLine; economicItem: string },
  wan: string,
): BudgetYearEvent => ({
  type: 'PaymentReclassified',
  data: {
    line: to.line,
    economicItem: to.economicItem,
    fromLine: from.line,
    fromEconomicItem: from.economicItem,
    originalVoucher: from.voucher,
    amount: parseWan(wan),
    voucher: voucher(),
    date,
    summary: '更正',
  },
});

export const received = (fundSource: FundSource, item: string, wan: string): BudgetYearEvent => ({
  type: 'IncomeReceived',
  data: { fundSource, item, amount: parseWan(wan), voucher: voucher(), date, summary: '收入' },
});

export const openedWith = (fundSource: FundSource, item: string, wan: string): BudgetYearEvent => ({
  type: 'OpeningBalanceRecorded',
  data: { fundSource, item, amount: parseWan(wan) },
});

export const surplusUsed = (wan: string): BudgetYearEvent => ({
  type: 'SurplusUsed',
  data: { date, amount: parseWan(wan), purpose: '弥补收支差额' },
});

export const surplusDistributed = (wan: string): BudgetYearEvent => ({
  type: 'SurplusDistributed',
  data: { date, amount: parseWan(wan), purpose: '提取专用结余' },
});

export const threePublicBudget = (kind: ThreePublicKind, wan: string): BudgetYearEvent => ({
  type: 'ThreePublicBudgetSet',
  data: { kind, amount: parseWan(wan), previous: 0 },
});

export const disclosed = (name: string, value: string, unit = ''): BudgetYearEvent => ({
  type: 'DisclosureRecorded',
  data: { name, value, unit, note: '' },
});

export const carriedOut = (
  on: BudgetLine,
  wan: string,
  outcome: 'carryover' | 'surplus' = 'carryover',
): BudgetYearEvent => ({
  type: 'CarryoverCarriedOut',
  data: { line: on, amount: parseWan(wan), outcome, date: '2023-12-31' },
});

export const reasoned = (item: string, reason: string): BudgetYearEvent => ({
  type: 'VarianceReasonRecorded',
  data: { item, reason },
});

export const lastYear = (name: string, wan: string): BudgetYearEvent => ({
  type: 'PriorYearAccountRecorded',
  data: { document: 'account', name, amount: parseWan(wan) },
});

export const closed: BudgetYearEvent = { type: 'FiscalYearClosed', data: { date: '2023-12-31', chainHead: null } };
