/** Closed vocabularies of DOMAIN.md §1 with the Chinese words that import files and documents use (CASES.md, literals). */

/** 资金性质, in the order the budget tables print them. */
export const FUND_SOURCES = {
  generalPublic: '一般公共预算财政拨款',
  governmentFund: '政府性基金预算财政拨款',
  stateCapital: '国有资本经营预算财政拨款',
  fiscalAccount: '财政专户管理资金',
  institutional: '事业收入',
  operating: '经营收入',
  superior: '上级补助收入',
  affiliated: '附属单位上缴收入',
  other: '其他收入',
} as const;
export type FundSource = keyof typeof FUND_SOURCES;

/** 财政拨款: the three sources that tables 04–09 speak of. */
export const FISCAL_FUNDS = ['generalPublic', 'governmentFund', 'stateCapital'] as const satisfies FundSource[];
export type FiscalFund = (typeof FISCAL_FUNDS)[number];

export const isFiscal = (fund: FundSource): fund is FiscalFund =>
  (FISCAL_FUNDS as readonly FundSource[]).includes(fund);

/** 支出类型, in the order table 03 prints them. */
export const EXPENDITURE_KINDS = {
  basic: '基本支出',
  project: '项目支出',
  toSuperior: '上缴上级支出',
  operating: '经营支出',
  toAffiliated: '对附属单位补助支出',
} as const;
export type ExpenditureKind = keyof typeof EXPENDITURE_KINDS;

/** 单位类型; a 部门 is the top of the tree: it has facts and texts, but no lines and no money. */
export const UNIT_TYPES = {
  department: '部门',
  administrative: '行政单位',
  civilServiceManaged: '参公事业单位',
  institution: '事业单位',
} as const;
export type UnitType = keyof typeof UNIT_TYPES;

/** The four kinds of “三公”经费 as 09-三公预算 names them. */
export const THREE_PUBLIC_KINDS = {
  abroad: '因公出国（境）费',
  vehiclePurchase: '公务用车购置费',
  vehicleOperation: '公务用车运行维护费',
  reception: '公务接待费',
} as const;
export type ThreePublicKind = keyof typeof THREE_PUBLIC_KINDS;

const THREE_PUBLIC_ITEMS: ReadonlyMap<string, ThreePublicKind> = new Map([
  ['30212', 'abroad'],
  ['31013', 'vehiclePurchase'],
  ['30913', 'vehiclePurchase'],
  ['30231', 'vehicleOperation'],
  ['30217', 'reception'],
]);

/** The 三公 kind an economic item belongs to, or null (DOMAIN.md §1, threePublic). */
export const threePublicKindOf = (economicItem: string | null): ThreePublicKind | null =>
  (economicItem !== null && THREE_PUBLIC_ITEMS.get(economicItem)) || null;

/** 人员经费 is what classes 301 and 303 buy; all other basic expenditure is 公用经费. */
export const isPersonnel = (economicItem: string): boolean => /^30[13]/.test(economicItem);

/** The English name of a Chinese literal, or null where the vocabulary does not know it. Brackets may be full or half width. */
export function wordFor<Key extends string>(vocabulary: Readonly<Record<Key, string>>, literal: string): Key | null {
  const wanted = fullWidth(literal);
  for (const key in vocabulary) if (vocabulary[key] === wanted) return key;
  return null;
}

const fullWidth = (text: string): string => text.replaceAll('(', '（').replaceAll(')', '）');
