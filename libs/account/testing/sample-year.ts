import type { BudgetYearEvent } from '@juesuan/execution';
import { type Account, type Evidence, FINAL_TABLES, type PrintedDocument } from '../src';
import { accountOfEvents, type Books, fromEventsOf } from './account-of-events';
import * as say from './events';

/** Codes the sample speaks of, as the year's code books name them. */
const NAMES: Readonly<Record<string, string>> = {
  '208': '社会保障和就业支出',
  '20801': '人力资源和社会保障管理事务',
  '2080101': '行政运行',
  '2080150': '事业运行',
  '2080199': '其他人力资源和社会保障管理事务支出',
  '212': '城乡社区支出',
  '21208': '国有土地使用权出让收入安排的支出',
  '2120803': '城市建设支出',
  '221': '住房保障支出',
  '22102': '住房改革支出',
  '2210201': '住房公积金',
  '223': '国有资本经营预算支出',
  '22301': '解决历史遗留问题及改革成本支出',
  '2230105': '国有企业退休人员社会化管理补助支出',
  '301': '工资福利支出',
  '30101': '基本工资',
  '302': '商品和服务支出',
  '30201': '办公费',
};

const running = say.line('2080101');
const housing = say.line('2210201');
const special = say.line('2080199', 'project', 'generalPublic', '专项业务');
const building = say.line('2120803', 'project', 'governmentFund', '道路建设');
const pensioners = say.line('2230105', 'project', 'stateCapital', '退休人员管理');
const selfEarned = say.line('2080199', 'project', 'other', '自筹项目');
const toCentre = say.line('2080150', 'toAffiliated', 'other');
const centre = say.line('2080150');
const centreSuperior = say.line('2080150', 'basic', 'superior');

/** A 行政单位 with every fund, a freeze, a refund, a correction and half a virement. */
const BUREAU: readonly BudgetYearEvent[] = [
  say.opened('900001', '示范局本级', 'administrative', '900'),
  say.budgeted(running, '100.00'),
  say.budgeted(housing, '10.00'),
  say.budgeted(special, '50.00'),
  say.budgeted(building, '30.00'),
  say.budgeted(pensioners, '8.00'),
  say.budgeted(selfEarned, '5.00'),
  say.budgeted(toCentre, '2.00'),
  say.threePublicBudget('vehicleOperation', '2.00'),
  say.threePublicBudget('reception', '1.00'),
  say.openedWith('governmentFund', '2120803', '4.00'),
  say.openedWith('other', '2080199', '1.00'),
  say.supplemented(special, '20.00', '示财预〔2023〕1号'),
  say.cut(running, '2.00', '示财预〔2023〕2号'),
  say.transferredOut(special, '5.00', '示财预〔2023〕3号'),
  say.recalled(special, '1.00', '示财预〔2023〕4号'),
  say.broughtIn(building, '4.00', '示财预〔2023〕5号'),
  say.frozen(special, '3.00', '合同一'),
  say.paid(running, '30101', '60.00'),
  say.paid(running, '30201', '18.00'),
  say.paid(running, '30201', '2.00', '凭证甲'),
  say.corrected(
    { line: running, economicItem: '30201', voucher: '凭证甲' },
    { line: running, economicItem: '30215' },
    '2',
  ),
  say.paid(running, '30231', '1.20'),
  say.paid(running, '30217', '0.50'),
  say.paid(housing, '30113', '9.50'),
  say.paid(special, '30226', '55.00', '凭证乙'),
  say.refunded(special, '30226', '1.00', '凭证乙'),
  say.paid(building, '31005', '28.00'),
  say.paid(pensioners, '30399', '8.00'),
  say.paid(selfEarned, '30201', '4.00'),
  say.paid(toCentre, '30399', '2.00'),
  say.received('generalPublic', '2080101', '81.70'),
  say.received('generalPublic', '2210201', '9.50'),
  say.received('generalPublic', '2080199', '54.00'),
  say.received('governmentFund', '2120803', '27.00'),
  say.received('stateCapital', '2230105', '8.00'),
  say.received('other', '2080199', '8.00'),
];

/** A closed 事业单位 that got the other half of the virement and a transfer inside the department. */
const CENTRE: readonly BudgetYearEvent[] = [
  say.opened('900002', '示范服务中心', 'institution', '900'),
  say.budgeted(centre, '40.00'),
  say.budgeted(centreSuperior, '2.00'),
  say.transferredIn(special, '5.00', '示财预〔2023〕3号'),
  say.paid(centre, '30101', '30.00'),
  say.paid(centre, '30201', '3.00'),
  say.paid(special, '30226', '5.00'),
  say.paid(centreSuperior, '30201', '2.00'),
  say.received('generalPublic', '2080150', '33.00'),
  say.received('generalPublic', '2080199', '5.00'),
  say.received('superior', '2080150', '2.00'),
  say.carriedOut(centre, '7.00'),
  say.closed,
];

const DEPARTMENT: readonly BudgetYearEvent[] = [
  say.opened('900', '示范局', 'department'),
  say.disclosed('公务用车保有量', '1'),
  say.disclosed('公务用车购置数', '0'),
  say.disclosed('因公出国（境）团组数', '0'),
  say.disclosed('因公出国（境）人次', '0'),
  say.disclosed('国内公务接待批次', '3'),
  say.disclosed('国内公务接待人次', '20'),
  say.disclosed('车辆:机要通信用车', '1'),
  say.disclosed('车辆:其他用车', '1'),
  say.disclosed('政府采购货物', '10.00', '万元'),
  say.disclosed('政府采购工程', '5.00', '万元'),
  say.disclosed('政府采购服务', '6.00', '万元'),
  say.disclosed('授予中小企业合同金额', '15.00', '万元'),
  say.disclosed('授予小微企业合同金额', '12.00', '万元'),
  say.disclosed('绩效自评项目数', '3'),
  say.disclosed('绩效自评优', '2'),
  say.disclosed('绩效自评良', '1'),
  say.disclosed('绩效自评:专项业务', '98', '分'),
];

const LAST_YEAR: readonly BudgetYearEvent[] = [
  say.opened('900001', '示范局本级', 'administrative', null, 2022),
  say.budgeted(building, '10.00'),
  say.budgeted(selfEarned, '2.00'),
  say.paid(building, '31005', '6.00'),
  say.paid(selfEarned, '30201', '2.00'),
  say.received('governmentFund', '2120803', '10.00'),
  say.received('other', '2080199', '3.00'),
  say.carriedOut(building, '4.00'),
];

/** The budget alone: nothing was paid yet. */
const ONLY_BUDGETED: readonly BudgetYearEvent[] = [
  say.opened('900001', '示范局本级', 'administrative'),
  say.budgeted(running, '100.00'),
  say.budgeted(building, '30.00'),
  say.budgeted(pensioners, '8.00'),
];

const evidenceOf = ({ account, entries, writeSide }: Books): Evidence => ({
  account,
  previousYear: null,
  virements: entries.filter(({ measure }) => measure === 'virementIn' || measure === 'virementOut'),
  nameOf: (book, code) => NAMES[code] ?? (book === 'economic' ? `经济分类${code}` : null),
  chain: null,
  fromEvents: fromEventsOf({ account, entries, writeSide }),
  incompleteImports: [],
  writeSide,
  afterClosing: [],
  publishedBudget: null,
  treasury: null,
  document: null,
});

/** A department's year in which every check can run, and holds. */
export function sampleYear(): Evidence {
  const books = accountOfEvents({ '900': DEPARTMENT, '900001': BUREAU, '900002': CENTRE });
  return {
    ...evidenceOf(books),
    previousYear: accountOfEvents({ '900001': LAST_YEAR }, 2022).account.balances,
    chain: { events: 66, damage: null },
    publishedBudget: new Map([
      ['2080101', '100.00'],
      ['2080150', '40.00'],
      ['2080199', '50.00'],
      ['2210201', '10.00'],
      ['total', '200.00'],
    ]),
    treasury: [{ month: 6, fundSource: 'stateCapital', ledger: 800_000_00, statement: 800_000_00 }],
    document: documentOf(books.account),
  };
}

/** The same account with nothing beside it: no last year, no document, no facts of the write side. */
export const bareYear = (): Evidence => ({
  ...evidenceOf(accountOfEvents({ '900001': BUREAU })),
  writeSide: null,
  afterClosing: null,
  virements: [],
});

/** A unit that has its initial budget and has paid nothing. */
export const budgetYear = (): Evidence => evidenceOf(accountOfEvents({ '900001': ONLY_BUDGETED }));

/** A unit of which nothing was ever recorded. */
export const emptyYear = (): Evidence =>
  evidenceOf(accountOfEvents({ '900003': [say.opened('900003', '新设单位', 'institution')] }));

function documentOf({ unit, year, finalTables }: Account): PrintedDocument {
  const numbers = FINAL_TABLES.map(({ id }) => `公开${id}表`);
  const places = ['封面', '目录', '正文', ...numbers];
  return {
    headings: places.map((where) => ({ where, unitName: unit.name, year, amountUnit: '万元' })),
    tables: FINAL_TABLES.map(({ id }) => ({
      id,
      printedNumber: `公开${id}表`,
      emptyNote: null,
      labels: new Map((finalTables.get(id)?.rows ?? []).map(({ key }) => [key, NAMES[key] ?? key])),
    })),
    contents: numbers,
  };
}
