import type { DriverKind } from '@juesuan/account';
import { FUND_SOURCES } from '@juesuan/classification';
import { type BudgetYearEvent, type BudgetYearEventType, describeLine } from '@juesuan/execution';
import { formatYuan } from '@juesuan/kernel';

/** What parts of a figure are called on screens. */
export const PART_WORDS: Readonly<Record<DriverKind | 'elimination', string>> = {
  supplement: '追加',
  cut: '追减',
  virement: '调剂',
  carryoverIn: '上年结转',
  recall: '收回',
  carryoverOut: '结转下年',
  surplus: '结余',
  unspent: '未支出',
  elimination: '内部往来抵销',
};

/** What events are called on screens. */
export const EVENT_WORDS: Readonly<Record<BudgetYearEventType, string>> = {
  FiscalYearOpened: '开启年度',
  OriginalBudgetAllocated: '年初预算',
  OriginalBudgetReversed: '冲减年初预算',
  BudgetSupplemented: '追加',
  BudgetCut: '追减',
  BudgetTransferredOut: '调剂转出',
  BudgetTransferredIn: '调剂转入',
  CarryoverBroughtIn: '上年结转',
  QuotaRecalled: '收回',
  QuotaFrozen: '冻结',
  QuotaReleased: '解冻',
  PaymentMade: '支付',
  PaymentRefunded: '退回',
  PaymentReclassified: '更正',
  CarryoverCarriedOut: '年末结转结余',
  CarryoverReturned: '冲回年末结转结余',
  IncomeReceived: '收入',
  IncomeReversed: '收入冲销',
  OpeningBalanceRecorded: '年初结转和结余',
  OpeningBalanceReversed: '冲减年初结转和结余',
  SurplusUsed: '使用非财政拨款结余',
  SurplusDistributed: '结余分配',
  SurplusReversed: '冲减结余变动',
  ThreePublicBudgetSet: '三公预算',
  PriorYearAccountRecorded: '上年数',
  DisclosureRecorded: '其他事项',
  VarianceReasonRecorded: '差异原因',
  ExplanationRevised: '修改说明',
  FiscalYearClosed: '关账',
  FiscalYearReopened: '重新开账',
  AdjustmentDrafted: '起草调整单',
  AdjustmentSubmitted: '送审调整单',
  AdjustmentApproved: '批准调整单',
  AdjustmentRejected: '退回调整单',
  AdjustmentApplied: '执行调整单',
  AlertAnswered: '答复预警',
  AlertSettled: '了结预警',
  WatchingSet: '预警设置',
};

/** An event as one line of a journal says it: `追加 1,200,000.00 元，2080101 …，文号 …`. */
export function eventInWords({ type, data }: BudgetYearEvent): string {
  const parts = [
    'amount' in data ? `${EVENT_WORDS[type]} ${formatYuan(data.amount)} 元` : EVENT_WORDS[type],
    'line' in data ? describeLine(data.line) : subjectOf(data),
    'documentNumber' in data ? `文号 ${data.documentNumber}` : '',
    'voucher' in data ? `凭证 ${data.voucher}` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
}

/** What an event without a line is about. */
export function subjectOf(data: BudgetYearEvent['data']): string {
  if ('unitName' in data) return data.unitName;
  if ('fundSource' in data && !('voucher' in data)) {
    return [FUND_SOURCES[data.fundSource], data.item, 'reason' in data ? data.reason : ''].join(' ').trim();
  }
  if ('reason' in data) return data.reason;
  if ('level' in data) return 'text' in data ? `${data.message}答复：${data.text}` : data.message;
  if ('name' in data) return 'value' in data ? `${data.name} ${data.value}${data.unit}` : data.name;
  if ('adjustmentId' in data) return data.adjustmentId;
  return 'item' in data ? data.item : '';
}
