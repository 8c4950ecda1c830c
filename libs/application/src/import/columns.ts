/**
 * Import files by the number their names begin with, and the headers each must have: 00–09 as in CASES.md, 10 for quota held
 * for contracts, 11 for what 非财政拨款结余 were used for.
 */
export const IMPORT_FILES = {
  '00': { title: '单位', columns: ['单位编码', '单位名称', '上级单位编码', '单位类型'] },
  '01': {
    title: '年初预算',
    columns: ['单位编码', '功能分类科目', '资金性质', '支出类型', '项目名称', '经济分类科目', '指标来源', '金额(元)'],
  },
  '02': {
    title: '年中调整',
    columns: [
      '文号',
      '日期',
      '调整类型',
      '单位编码',
      '功能分类科目',
      '资金性质',
      '支出类型',
      '项目名称',
      '金额(元)',
      '事由',
    ],
  },
  '03': { title: '收入', columns: ['日期', '凭证号', '单位编码', '收入来源', '功能分类科目', '金额(元)', '摘要'] },
  '04': {
    title: '支付',
    columns: [
      '日期',
      '凭证号',
      '类型',
      '原凭证号',
      '单位编码',
      '功能分类科目',
      '资金性质',
      '支出类型',
      '项目名称',
      '经济分类科目',
      '金额(元)',
      '摘要',
    ],
  },
  '05-上年决算': { title: '上年决算', columns: ['指标', '金额(万元)'] },
  '05-上年预算': { title: '上年预算', columns: ['指标', '金额(万元)'] },
  '06': { title: '其他事项', columns: ['指标', '数值', '单位', '说明'] },
  '07': { title: '差异原因', columns: ['功能分类科目', '原因'] },
  '08': { title: '年初结转结余', columns: ['单位编码', '资金性质', '功能分类科目', '金额(元)'] },
  '09': { title: '三公预算', columns: ['单位编码', '类别', '全年预算数(元)'] },
  '10': {
    title: '冻结解冻',
    columns: [
      '日期',
      '冻结编号',
      '类型',
      '单位编码',
      '功能分类科目',
      '资金性质',
      '支出类型',
      '项目名称',
      '金额(元)',
      '事由',
    ],
  },
  '11': { title: '结余使用', columns: ['日期', '单位编码', '去向', '金额(元)', '用途'] },
} as const;
export type ImportFile = keyof typeof IMPORT_FILES;

/** Headers a file may have beside those it must: a payment that uses up a freeze names it; what has no number may be taken back. */
export const OPTIONAL_COLUMNS: Readonly<Partial<Record<ImportFile, readonly string[]>>> = {
  '01': ['类型', '事由'],
  '04': ['冻结编号'],
  '08': ['类型', '事由'],
  '11': ['类型', '事由'],
};

/** Which import file a table is, by the beginning of its name (`04-支付-1季度`) or its bare title (`支付`); null for others. */
export function importFileOf(name: string): ImportFile | null {
  const files = Object.entries(IMPORT_FILES) as [ImportFile, { title: string }][];
  const match = files.find(([file, { title }]) => name === title || name.startsWith(`${file.slice(0, 2)}-${title}`));
  return match?.[0] ?? null;
}

/** Stands for the account that facts 05–07 belong to: the top of the tree of units (see placing.ts). */
export const TOP_UNIT = '';
