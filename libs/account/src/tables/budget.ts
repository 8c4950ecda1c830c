import {
  type ExpenditureKind,
  type FundSource,
  isFiscal,
  isPersonnel,
  type ThreePublicKind,
} from '@juesuan/classification';
import type { Balance } from '../entry';
import { isOriginal } from '../measures';
import { at, economicRows, functionalRows, type Statement } from '../statement';
import { basicProjectColumns, fiscalColumn } from './sources';

const isCarried = (balance: Balance): boolean => balance.measure === 'originalCarryover';

/**
 * Y01 部门收支总表: this year's budget by source, 上年结转 of all sources; spending by class holds both. A part that consolidation
 * took off is one side only: without source no income, without kind no spending.
 */
const overview: Statement = {
  id: 'Y01',
  columns: 1,
  rowsBy: 'fixed',
  place: (balance) => {
    if (!isOriginal(balance)) return [];
    const source = isCarried(balance) ? ['in.opening'] : [`in.${balance.fundSource}`, 'in.total'];
    const income = balance.fundSource === '' ? [] : [...source, 'in.grandTotal'];
    const spending = balance.kind === '' ? [] : [`out.${balance.item.slice(0, 3)}`, 'out.total', 'out.grandTotal'];
    return at([...income, ...spending], [0]);
  },
};

const INCOME_COLUMN: Readonly<Partial<Record<FundSource, number>>> = {
  fiscalAccount: 3,
  institutional: 4,
  operating: 5,
  superior: 6,
  affiliated: 7,
  other: 8,
};

/** Y02 部门收入总表: 合计, 本年收入小计, 财政拨款, 财政专户, 事业, 经营, 上级补助, 附属单位上缴, 其他, 上年结转. */
const income: Statement = {
  id: 'Y02',
  columns: 10,
  rowsBy: 'functional',
  place: (balance) => {
    if (!isOriginal(balance) || balance.fundSource === '') return [];
    const source = isFiscal(balance.fundSource) ? 2 : (INCOME_COLUMN[balance.fundSource] ?? 8);
    return at(functionalRows(balance.item), isCarried(balance) ? [0, 9] : [0, 1, source]);
  },
};

const KIND_COLUMN: Readonly<Record<ExpenditureKind, number>> = {
  basic: 1,
  project: 2,
  operating: 3,
  toSuperior: 4,
  toAffiliated: 5,
};

/** Y03 部门支出总表: 合计, 基本, 项目, 经营, 上缴上级, 对附属单位补助. */
const expenditure: Statement = {
  id: 'Y03',
  columns: 6,
  rowsBy: 'functional',
  place: (balance) =>
    isOriginal(balance) && balance.kind !== '' ? at(functionalRows(balance.item), [0, KIND_COLUMN[balance.kind]]) : [],
};

/** Y04 财政拨款收支总表: as table 04, opening = 上年结转 of the three sources; everything budgeted is spent, so nothing is left. */
const fiscalOverview: Statement = {
  id: 'Y04',
  columns: 4,
  rowsBy: 'fixed',
  place: (balance) => {
    const column = fiscalColumn(balance.fundSource);
    if (!isOriginal(balance) || column === null) return [];
    const source = isCarried(balance)
      ? ['in.opening', `in.opening.${balance.fundSource}`]
      : [`in.${balance.fundSource}`, 'in.total'];
    const spending = [`out.${balance.item.slice(0, 3)}`, 'out.total', 'out.grandTotal'];
    return [...at([...source, 'in.grandTotal'], [0]), ...at(spending, [0, column])];
  },
};

const spendingOf = (id: string, fund: FundSource): Statement => ({
  id,
  columns: 3,
  rowsBy: 'functional',
  place: (balance) =>
    isOriginal(balance) && balance.fundSource === fund
      ? at(functionalRows(balance.item), basicProjectColumns(balance.kind))
      : [],
});

/** Y06 一般公共预算基本支出表: by economic item: 合计, 人员, 公用. Lines without economic item cannot enter it (see `withoutEconomicItem`). */
const basic: Statement = {
  id: 'Y06',
  columns: 3,
  rowsBy: 'economic',
  place: (balance) => {
    if (!isOriginal(balance) || !isGeneralBasic(balance) || balance.economicItem === '') return [];
    return at(['total', ...economicRows(balance.economicItem)], [0, isPersonnel(balance.economicItem) ? 1 : 2]);
  },
};

const isGeneralBasic = (balance: Balance): boolean =>
  balance.fundSource === 'generalPublic' && balance.kind === 'basic';

/** Basic lines of the initial budget that Y06 misses for want of an economic item: reported, not guessed. */
export const withoutEconomicItem = (balances: Iterable<Balance>): Balance[] =>
  [...balances].filter((balance) => isOriginal(balance) && isGeneralBasic(balance) && balance.economicItem === '');

const THREE_PUBLIC_ROWS: Readonly<Record<ThreePublicKind, readonly string[]>> = {
  abroad: ['total', 'abroad'],
  vehiclePurchase: ['total', 'vehicleSubtotal', 'vehiclePurchase'],
  vehicleOperation: ['total', 'vehicleSubtotal', 'vehicleOperation'],
  reception: ['total', 'reception'],
};
const CONFERENCE_ROWS: Readonly<Record<string, string>> = { '30215': 'meeting', '30216': 'training' };

/** Y09 “三公”经费等: the kinds from 09-三公预算, 会议费 and 培训费 from the initial budget. */
const threePublic: Statement = {
  id: 'Y09',
  columns: 1,
  rowsBy: 'fixed',
  place: (balance) => {
    if (balance.measure === 'threePublicBudget')
      return at(THREE_PUBLIC_ROWS[balance.economicItem as ThreePublicKind], [0]);
    const row = isOriginal(balance) ? CONFERENCE_ROWS[balance.economicItem] : undefined;
    return row === undefined ? [] : at([row], [0]);
  },
};

/** The nine tables of 部门预算公开, from the initial budget and 09-三公预算 alone. */
export const BUDGET_TABLES: readonly Statement[] = [
  overview,
  income,
  expenditure,
  fiscalOverview,
  spendingOf('Y05', 'generalPublic'),
  basic,
  spendingOf('Y07', 'governmentFund'),
  spendingOf('Y08', 'stateCapital'),
  threePublic,
];
