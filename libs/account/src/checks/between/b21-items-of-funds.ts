import type { Check, Evidence } from '../check';
import { faultless } from '../comparison';
import { type FundTables, onFundTables, type Paper } from '../paper';

/** How the code books name classes and sections that only 政府性基金 money is spent on. */
const FUND_NAME = /安排的支出$|基金支出$|基金财务支出$|政府性基金|专项债|彩票|农网还贷资金/;
/** 教育费附加安排的支出 is named like a fund section and is general public money. */
const GENERAL_ALL_THE_SAME = new Set(['20509']);

/**
 * Every fund spends on its own items. 国有资本 is class 223; a fund section is told by its name in the year's code book, so one
 * named unlike all others would have to be added here.
 */
export const itemsOfFunds: Check = {
  id: 'B21',
  scope: '07/08',
  formula: '07仅基金科目、08仅223类；05不得出现基金/国资科目',
  tolerance: 'exact',
  severity: 'error',
  run: onFundTables((paper, tables, evidence) =>
    faultless(
      [
        ...fundFaults(paper, tables, evidence),
        ...capitalFaults(paper, tables),
        ...generalFaults(paper, tables, evidence),
      ],
      `${tables.fund}表只有政府性基金科目，${tables.capital}表只有223类科目，${tables.general}表没有基金和国有资本科目`,
      '请核对这些支出的资金性质和功能分类科目',
    ),
  ),
};

const ITEM = /^\d{7}$/;
const isCapital = (item: string): boolean => item.startsWith('223');

const fundFaults = (paper: Paper, { fund }: FundTables, evidence: Evidence): string[] =>
  paper
    .rows(fund, ITEM)
    .filter((item) => isCapital(item) || !isFundItem(item, evidence))
    .map((item) => `${fund}表 ${paper.rowName(fund, item)} 不是政府性基金科目`);

const capitalFaults = (paper: Paper, { capital }: FundTables): string[] =>
  paper
    .rows(capital, ITEM)
    .filter((item) => !isCapital(item))
    .map((item) => `${capital}表 ${paper.rowName(capital, item)} 不是223类科目`);

const generalFaults = (paper: Paper, { general }: FundTables, evidence: Evidence): string[] =>
  paper
    .rows(general, ITEM)
    .filter((item) => isCapital(item) || isFundItem(item, evidence))
    .map((item) => `${general}表 ${paper.rowName(general, item)} 不是一般公共预算科目`);

function isFundItem(item: string, { nameOf }: Evidence): boolean {
  if (GENERAL_ALL_THE_SAME.has(item.slice(0, 5))) return false;
  return [item.slice(0, 3), item.slice(0, 5)].some((code) => FUND_NAME.test(nameOf('functional', code) ?? ''));
}
