import type { BudgetYearEvent } from '@juesuan/execution';
import * as say from './account-of-events';

const aid = say.line('2050302', 'project', '中职学校春秋季学期助学金');
const scholarship = say.line('2050302', 'project', '中职学校奖学金');
const running = say.line('2080101');
const business = say.line('2080102', 'project', '业务专项');
const dispatch = say.line('2080102', 'project', '派遣人员社会保险代缴');
const inspection = say.line('2080105');
const arbitration = say.line('2080112', 'project', '仲裁办案专项');
const other = (project: string) => say.line('2080199', 'project', project);
const pensions = say.line('2080501');
const insurance = say.line('2080505');
const annuity = say.line('2080506');
const condolence = say.line('2080801');
const medical = say.line('2101101');
const merged = say.line('2101102');
const subsidy = say.line('2101103');
const loans = say.line('2130804', 'project', '贷款贴息');
const housing = say.line('2210201');

const PROJECTS: readonly (readonly [string, string])[] = [
  ['集中引才经费', '244.91'],
  ['人员经费补助', '23.63'],
  ['考试目标管理经费', '15'],
  ['产业大会支持经费', '9.98'],
  ['高级职称专场评审经费', '9.29'],
  ['三支一扶招聘工作经费', '6.48'],
  ['人才窗口', '4.32'],
];

/** A year in which every way of explaining an item occurs once. */
export const SAMPLE_YEAR: readonly BudgetYearEvent[] = [
  // Nothing budgeted, two projects added.
  say.supplemented(aid, '241.80', '下达资金'),
  say.supplemented(scholarship, '7.80', '下达资金'),
  say.paid(aid, '241.80'),
  say.paid(scholarship, '7.80'),
  // A recorded reason whose figure follows the account.
  say.budgeted(running, '3520.44'),
  say.recalled(running, '286.09', '压减日常开支'),
  say.paid(running, '3234.35'),
  say.reasoned('2080101', '主要原因是：落实过紧日子要求，压减日常开支{收回}万元。'),
  // Several cuts against one supplement, and a remainder too small to be printed.
  say.budgeted(business, '733'),
  say.cut(business, '64.88', '扣减考试考务经费'),
  say.cut(business, '19.50', '压减人力资源专项支出'),
  say.cut(business, '15', '工作计划调整'),
  say.recalled(business, 4000, '年末未使用指标收回'),
  say.supplemented(dispatch, '39.16', '追加'),
  say.paid(business, 633_616_000),
  say.paid(dispatch, '39.16'),
  // Inside the tolerance, no reason recorded.
  say.budgeted(inspection, '113.58'),
  say.recalled(inspection, '2.79', '年末未使用指标收回'),
  say.paid(inspection, '110.79'),
  // Inside the tolerance, and yet a reason recorded.
  say.budgeted(insurance, '100'),
  say.recalled(insurance, '1', '人员变动'),
  say.paid(insurance, '99'),
  say.reasoned('2080505', '在职人员减少'),
  // A purpose that ends in a figure, a virement and what goes against it.
  say.budgeted(arbitration, '16'),
  say.supplemented(say.line('2080112', 'project', '仲裁信息化二期2'), '6', '追加'),
  say.transferredOut(arbitration, '1.20', '解决办案差旅费不足。'),
  say.paid(arbitration, '14.80'),
  say.paid(say.line('2080112', 'project', '仲裁信息化二期2'), '6'),
  // More drivers than are named.
  say.budgeted(other('经办专项'), '48'),
  ...PROJECTS.flatMap(([project, amount]) => [
    say.supplemented(other(project), amount, '追加'),
    say.paid(other(project), amount),
  ]),
  say.broughtIn(other('高层次人才工作经费'), '70.77', '上年结转'),
  say.paid(other('高层次人才工作经费'), '70.77'),
  say.cut(other('经办专项'), '4.80', '压减经办专项'),
  say.paid(other('经办专项'), '43.20'),
  // Exactly level, though quota moved.
  say.budgeted(pensions, '296.75'),
  say.supplemented(pensions, '5', '离退休人员增加'),
  say.recalled(pensions, '5', '年末未使用指标收回'),
  say.paid(pensions, '296.75'),
  // Level as printed, not exactly.
  say.budgeted(annuity, '13.50'),
  say.supplemented(annuity, 278, '人员经费'),
  say.paid(annuity, 13_500_278),
  say.supplemented(condolence, '66.21', '退休职工去世抚恤金'),
  say.paid(condolence, '66.21'),
  // Left over in a year not yet closed: that alone explains nothing.
  say.budgeted(medical, '161.20'),
  say.paid(medical, '100'),
  say.budgeted(merged, '12.37'),
  say.supplemented(merged, '18.25', '公务员医疗补助等医疗项目合并列支'),
  say.paid(merged, '30.62'),
  // Nothing spent at all.
  say.budgeted(subsidy, '88.46'),
  say.recalled(subsidy, '88.46', '年中未安排此项支出'),
  // Closed: part carried out, part given back.
  say.budgeted(loans, '2030'),
  say.carriedOut(loans, '20'),
  say.carriedOut(loans, '1000', 'surplus'),
  say.paid(loans, '1010'),
  say.budgeted(housing, '50.76'),
  say.transferredIn(housing, '4.15', '科目间调剂'),
  say.supplemented(housing, '20', '公积金基数调整'),
  say.paid(housing, '74.91'),
];

/** The same year with income, last year's figures and the counts that the other sections speak of. */
export const SAMPLE_DISCLOSURE: readonly BudgetYearEvent[] = [
  ...SAMPLE_YEAR,
  say.received('6400'),
  say.received('20.50', 'other'),
  say.lastYear('收入支出总计', '7000'),
  say.lastYear('财政拨款收入支出总计', '6300'),
  say.lastYear('一般公共预算财政拨款支出', 640_689_000),
  say.lastYear('财政拨款收入', '7000'),
  say.lastYear('其他收入', '0'),
  say.lastYear('基本支出', '5000'),
  say.lastYear('公务接待费', '3'),
  say.lastYear('公务用车运行维护费', '0'),
  say.lastYear('公务用车购置费', '0'),
  say.lastYear('因公出国（境）费', '0'),
  say.explained('reason/收入支出总计', '专项减少{difference(table:01/in.total/0;prior:account/收入支出总计)}万元'),
  say.explained('overview/duties', '承担人力资源和社会保障工作。'),
  { type: 'ThreePublicBudgetSet', data: { kind: 'reception', amount: 30_000, previous: 0 } },
  say.paid(say.line('2080101'), 25_000, '30217'),
  say.disclosed('公务接待批次', '8', '个', '接待上级督查'),
  say.disclosed('公务接待人次', '51', '人次'),
  say.disclosed('公务用车保有量', '1', '辆', '燃油、维修'),
  say.disclosed('政府采购货物', '10', '万元'),
  say.disclosed('政府采购工程', '0', '万元'),
  say.disclosed('政府采购服务', '5', '万元'),
  say.disclosed('授予中小企业合同金额', '12', '万元'),
  say.disclosed('授予小微企业合同金额', '6', '万元'),
  say.disclosed('车辆:机要通信用车', '1', '辆'),
  say.disclosed('车辆:其他用车', '2', '辆', '下乡'),
  say.disclosed('绩效自评项目数', '2', '个'),
  say.disclosed('绩效自评资金', '100', '万元'),
  say.disclosed('绩效自评优', '2', '个'),
  say.disclosed('绩效自评:甲项目', '98', '分', '预算50万元，执行50万元'),
];
