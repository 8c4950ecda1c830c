import { parseYuan } from '@juesuan/kernel';
import type { BudgetLine, Commands } from '../src';
import { happened } from './scenario';

/** Amounts as people write them: `yuan('1,234.56')`. */
export const yuan = parseYuan;

/** Basic expenditure of 2080101 from the general public budget: the line of most stories. */
export const office: BudgetLine = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
export const project: BudgetLine = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '信息化' };
/** Stands on a code that ends on 2023-06-30. */
export const ending: BudgetLine = { fundSource: 'generalPublic', item: '2080105', kind: 'basic', project: '' };
export const land: BudgetLine = { fundSource: 'governmentFund', item: '2120801', kind: 'project', project: '征地' };
export const trading: BudgetLine = { fundSource: 'operating', item: '2080101', kind: 'operating', project: '' };

const identity = { unitCode: '301001', unitName: '市人社局本级', parentCode: '301', year: 2023 };
export const unit = { ...identity, unitType: 'administrative' } as const;
export const department = { ...identity, unitCode: '301', parentCode: null, unitType: 'department' } as const;

export const opened = happened('FiscalYearOpened', unit);
export const openedDepartment = happened('FiscalYearOpened', department);
export const closed = happened('FiscalYearClosed', { date: '2023-12-31', chainHead: null });

type Data<Type extends keyof Commands> = Commands[Type];

export const original = (
  amount: string,
  more: Partial<Data<'AllocateOriginalBudget'>> = {},
): Data<'AllocateOriginalBudget'> => ({
  line: office,
  amount: yuan(amount),
  economicItem: null,
  origin: 'current',
  ...more,
});

/** 年初预算 as it stands recorded. */
export const allocated = (amount: string, line: BudgetLine = office) =>
  happened('OriginalBudgetAllocated', { ...original(amount, { line }), date: '2023-01-01' });

/** A documented change of quota. */
export const change = (amount: string, more: Partial<Data<'SupplementBudget'>> = {}): Data<'SupplementBudget'> => ({
  line: office,
  amount: yuan(amount),
  documentNumber: '株财预〔2023〕9号',
  date: '2023-05-06',
  purpose: '人员经费',
  ...more,
});

export const payment = (
  voucher: string,
  amount: string,
  more: Partial<Data<'MakePayment'>> = {},
): Data<'MakePayment'> => ({
  voucher,
  date: '2023-06-01',
  line: office,
  economicItem: '30201',
  amount: yuan(amount),
  summary: '购办公用品',
  ...more,
});

export const refund = (
  voucher: string,
  originalVoucher: string,
  amount: string,
  more: Partial<Data<'RefundPayment'>> = {},
): Data<'RefundPayment'> => ({ ...payment(voucher, amount), originalVoucher, summary: '退回', ...more });

/** 更正 as it is asked for. */
export const correction = (
  voucher: string,
  originalVoucher: string,
  amount: string,
  more: Partial<Data<'ReclassifyPayment'>> = {},
): Data<'ReclassifyPayment'> => ({ ...refund(voucher, originalVoucher, amount), summary: '更正', ...more });

/** 更正 as it stands recorded: with where the money came from. */
export const corrected = (
  asked: Data<'ReclassifyPayment'>,
  fromLine: BudgetLine = office,
  fromEconomicItem: string | null = '30201',
) => happened('PaymentReclassified', { ...asked, fromLine, fromEconomicItem });

export const freeze = (freezeId: string, amount: string, line: BudgetLine = office): Data<'FreezeQuota'> => ({
  freezeId,
  line,
  amount: yuan(amount),
  date: '2023-03-01',
  purpose: '采购合同',
});

export const income = (voucher: string, amount: string, more: Partial<Data<'ReceiveIncome'>> = {}) => ({
  voucher,
  date: '2023-02-01',
  fundSource: 'generalPublic' as const,
  item: '2080101',
  amount: yuan(amount),
  summary: '财政拨款',
  ...more,
});

/** 红字冲销 as it is asked for. */
export const reversal = (
  voucher: string,
  originalVoucher: string,
  amount: string,
  more: Partial<Data<'ReverseIncome'>> = {},
): Data<'ReverseIncome'> => ({
  voucher,
  originalVoucher,
  date: '2023-03-01',
  amount: yuan(amount),
  summary: '冲销记错的收入',
  ...more,
});

/** 红字冲销 as it stands recorded: with what the original was booked under. */
export const reversed = (...asked: Parameters<typeof reversal>) =>
  happened('IncomeReversed', { ...reversal(...asked), fundSource: 'generalPublic', item: '2080101' });

/** A 调整单 with one entry unless told otherwise. */
export const draft = (
  adjustmentId: string,
  entries: Data<'DraftAdjustment'>['entries'] = [{ type: 'supplement', line: office, amount: yuan('500.00') }],
): Data<'DraftAdjustment'> => ({
  adjustmentId,
  documentNumber: '内调〔2023〕1号',
  date: '2023-08-01',
  purpose: '年中调整',
  entries,
});
