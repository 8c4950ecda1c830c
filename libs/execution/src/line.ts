import { EXPENDITURE_KINDS, type ExpenditureKind, FUND_SOURCES, type FundSource } from '@juesuan/classification';

/** 预算指标（科目行）within one unit's budget year: what a quota is for and out of which money. */
export interface BudgetLine {
  readonly fundSource: FundSource;
  /** Functional item, 7 digits. */
  readonly item: string;
  readonly kind: ExpenditureKind;
  /** 项目名称; empty for lines without a project. */
  readonly project: string;
}

/** Equal lines have equal keys. */
export const lineKey = (line: BudgetLine): string => `${line.fundSource}|${line.item}|${line.kind}|${line.project}`;

/** A line as messages name it. */
export function describeLine(line: BudgetLine): string {
  const project = line.project === '' ? '' : `“${line.project}”`;
  return `${line.item} ${FUND_SOURCES[line.fundSource] ?? line.fundSource} ${EXPENDITURE_KINDS[line.kind] ?? line.kind}${project}`;
}
