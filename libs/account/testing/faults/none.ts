import {
  all,
  beside,
  type Damage,
  disclosedAs,
  emptied,
  type Fault,
  first,
  lastYear,
  misprint,
  notNumbers,
  onlyLedger,
  onTheDay,
  printedAs,
  rebooked,
} from '../damage';
import { headed, withoutCarryover } from './between';

const withoutContents: Damage = beside(({ document }) => ({ document: document && { ...document, contents: null } }));
const withoutHeadings: Damage = beside(({ document }) => ({ document: document && { ...document, headings: [] } }));
const silent = { unitName: null, year: null, amountUnit: null };

const withoutPublishedTotal: Damage = beside(({ publishedBudget }) => ({
  publishedBudget: new Map([...(publishedBudget ?? [])].filter(([code]) => code !== 'total')),
}));

const reception = ({ economicItem }: { readonly economicItem: string }): boolean => economicItem === '30217';
const withoutScores = disclosedAs('绩效自评:专项业务', null);
const withoutGrades = all(disclosedAs('绩效自评优', null), disclosedAs('绩效自评良', null));
const withoutSorts = all(disclosedAs('车辆:机要通信用车', null), disclosedAs('车辆:其他用车', null));
const withoutShares = all(disclosedAs('授予中小企业合同金额', null), disclosedAs('授予小微企业合同金额', null));

const takenBack = lastYear((one) =>
  one.measure === 'carryoverOut' ? [{ ...one, measure: 'recall', amount: -one.amount }] : [one],
);
const reissued = rebooked(first('carryoverIn'), { measure: 'reissued' });
const allClosed: Damage = (evidence) => {
  const units = evidence.account.units.map((unit) => ({ ...unit, closed: true }));
  return { ...evidence, account: { ...evidence.account, units } };
};

/** What looks like a fault and is none, and what cannot be looked into: the check holds, or says why it was not run. */
export const NO_FAULTS: readonly Fault[] = [
  ['A23', '印出的名称有缩进', printedAs('05', { labels: new Map([['208', '　社会保障和就业支出 ']]) })],
  [
    'A24',
    '空表印有自己的说明',
    all(emptied('08'), printedAs('08', { emptyNote: '本单位无国有资本经营预算财政拨款支出。' })),
  ],
  ['B13', '没有结转，各项的收入等于支出', withoutCarryover],
  [
    'B13',
    '各来源的年末结转正负相抵',
    all(
      withoutCarryover,
      misprint('02', 'total', 1, '1'),
      misprint('04', 'out.closing', 1, '1'),
      misprint('04', 'out.closing', 2, '-1'),
    ),
  ],
  ['B17', '接待费由其他资金支付', rebooked(reception, { fundSource: 'other' })],
  ['B17', '接待费由政府性基金支付', rebooked(reception, { fundSource: 'governmentFund' })],
  ['B17', '接待费列在项目支出', rebooked(reception, { kind: 'project' })],
  ['B19', '住房公积金与经济分类不同', misprint('06', '30113', 0, '1')],
  ['B19', '单元格不是数字', notNumbers('06')],
  ['B20', '登记了会议费和培训费', all(disclosedAs('会议费', '2.5', '万元'), disclosedAs('培训费', '3000', '元'))],
  ['B22', '正文没有写单位名称、年度和金额单位', headed('正文', silent)],
  ['B22', '没有任何标题', withoutHeadings],
  ['B23', '没有目录', withoutContents],
  ['B24', '有两项没有登记', all(disclosedAs('因公出国（境）团组数', null), disclosedAs('因公出国（境）人次', null))],
  ['B25', '登记了车辆总数', disclosedAs('车辆总数', '2')],
  ['B25', '车辆总数一栏是空的', disclosedAs('车辆总数', ' ')],
  ['B25', '只登记了各类车辆和总数', all(disclosedAs('公务用车保有量', null), disclosedAs('车辆总数', '2'))],
  ['B25', '保有量等于车辆总数', disclosedAs('公务用车保有量', '2')],
  ['B25', '只登记了各类车辆', disclosedAs('公务用车保有量', null)],
  ['B25', '只登记了车辆总数', all(withoutSorts, disclosedAs('公务用车保有量', null), disclosedAs('车辆总数', '2'))],
  ['B26', '登记了政府采购总额', disclosedAs('政府采购总额', '21', '万元')],
  ['B26', '没有登记中小企业合同金额', withoutShares],
  ['B27', '只有等次', withoutScores],
  ['B27', '只有得分', withoutGrades],
  ['B27', '没有等次和得分', all(withoutGrades, withoutScores)],
  ['B27', '满分带小数', disclosedAs('绩效自评:专项业务', ' 100.00 ')],
  ['B27', '得分带两位小数', disclosedAs('绩效自评:专项业务', '98.25')],
  ['B27', '绩效自评资金多于项目支出', disclosedAs('绩效自评资金', '9999', '万元')],
  ['B27', '绩效自评资金等于项目支出', disclosedAs('绩效自评资金', '99', '万元')],
  ['B28', '没有公开合计', withoutPublishedTotal],
  ['B29', '上年没有余额', beside(() => ({ previousYear: [] }))],
  ['D01', '没有问写侧', onlyLedger],
  ['D05', '截至年末最后一天', onTheDay('2023-12-31')],
  ['D05', '截至年中', onTheDay('2023-06-30')],
  ['D07', '截至年末最后一天', onTheDay('2023-12-31')],
  ['D07', '截至年中', onTheDay('2023-06-30')],
  ['D07', '上年没有余额', beside(() => ({ previousYear: [] }))],
  ['D07', '上年没有关账', lastYear((balance) => (balance.measure === 'carryoverOut' ? [] : [balance]))],
  ['D07', '上年收回的指标本年重新下达', all(takenBack, reissued)],
  ['D07', '结转的指标记成重新下达', reissued],
  ['D09', '各单位都已关账', allClosed],
  ['D10', '没有与事件核对', beside(() => ({ fromEvents: null }))],
  ['D12', '国库对账单是空的', beside(() => ({ treasury: [] }))],
];
