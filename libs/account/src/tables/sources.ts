import { type ExpenditureKind, FISCAL_FUNDS, type FundSource } from '@juesuan/classification';

/** Final accounts print eight sources: 财政专户管理资金 counts as 事业收入 (CASES.md). */
export const incomeRow = (fund: FundSource | ''): string => `in.${fund === 'fiscalAccount' ? 'institutional' : fund}`;

/** The column of a 财政拨款 source in tables 04 and Y04, after 合计; null for other money. */
export function fiscalColumn(fund: FundSource | ''): number | null {
  const index = (FISCAL_FUNDS as readonly string[]).indexOf(fund);
  return index < 0 ? null : index + 1;
}

/** Columns 基本 and 项目 of the tables that know only these two, after the sum; other kinds stand in the sum alone. */
export const basicProjectColumns = (kind: ExpenditureKind | ''): number[] =>
  kind === 'basic' ? [0, 1] : kind === 'project' ? [0, 2] : [0];
