import type { PrintedHeading } from '../../src';
import { all, type Damage, disclosedAs, type Fault, misprint, strikeOut } from '../damage';

/** Another heading in one place of the document. */
export const headed =
  (at: string, change: Partial<PrintedHeading>): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const headings = document.headings.map((one) => (one.where === at ? { ...one, ...change } : one));
    return { ...evidence, document: { ...document, headings } };
  };

const numbered =
  (numbers: readonly string[], contents: readonly string[]): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const tables = document.tables.map((table, index) => ({ ...table, printedNumber: numbers[index] ?? '' }));
    return { ...evidence, document: { ...document, tables, contents } };
  };

const onlyTables =
  (count: number): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const tables = document.tables.slice(0, count);
    return {
      ...evidence,
      document: { ...document, tables, contents: tables.map(({ printedNumber }) => printedNumber) },
    };
  };

const NINE = Array.from({ length: 9 }, (_, index) => `公开0${index + 1}表`);
const published =
  (code: string, wan: string): Damage =>
  (evidence) => ({ ...evidence, publishedBudget: new Map([...(evidence.publishedBudget ?? []), [code, wan]]) });

/** 财政拨款 that neither brought anything in nor left anything, as table 04 prints it. */
export const withoutCarryover = all(
  strikeOut('04', 'in.opening'),
  strikeOut('04', 'out.closing'),
  misprint('02', '2120803', 1, '1'),
);

const onlyAgencies: Damage = (evidence) => ({
  ...evidence,
  account: {
    ...evidence.account,
    units: evidence.account.units.map((unit) => ({ ...unit, type: 'administrative' as const })),
  },
});

/** Faults between tables. */
export const BETWEEN: readonly Fault[] = [
  ['B01', '02表其他收入少印', misprint('02', 'total', 6, '-1')],
  ['B02', '02表合计差末位', misprint('02', 'total', 0, '0.01')],
  ['B03', '03表合计差末位', misprint('03', 'total', 0, '0.01')],
  ['B04', '03表一类差末位', misprint('03', '212', 0, '0.01')],
  ['B04', '01表漏印一类', strikeOut('01', 'out.212')],
  ['B04', '03表漏印一类', strikeOut('03', '212')],
  ['B05', '04表基金收入差末位', misprint('04', 'in.governmentFund', 0, '0.01')],
  ['B06', '04表收入合计少印', misprint('04', 'in.total', 0, '-1')],
  ['B07', '05表一类差末位', misprint('05', '221', 0, '0.01')],
  ['B07', '05表漏印一类', strikeOut('05', '221')],
  ['B07', '04表漏印一类', strikeOut('04', 'out.221')],
  ['B08', '05表合计差末位', misprint('05', 'total', 0, '-0.01')],
  ['B09', '07表年末差末位', misprint('07', 'total', 5, '0.01')],
  ['B10', '08表合计差末位', misprint('08', 'total', 0, '0.01')],
  ['B11', '05表一项大于03表', misprint('05', '2080199', 0, '10')],
  ['B11', '没有其他资金的一项小于03表', misprint('05', '2210201', 0, '-1')],
  ['B11', '03表漏印一行', strikeOut('03', '2210201')],
  ['B12', '06表公用经费多印', misprint('06', 'publicUse', 0, '1')],
  ['B13', '一项的收入少于支出', misprint('02', '2210201', 1, '-1')],
  ['B13', '收支差额不是结转变动', misprint('04', 'out.closing', 0, '1')],
  ['B13', '没有结转而收入不等于支出', all(withoutCarryover, misprint('02', '2210201', 1, '1'))],
  ['B14', '04表年初大于01表', misprint('04', 'in.opening', 0, '2')],
  ['B15', '02表其他收入多印', misprint('02', 'total', 6, '1')],
  ['B16', '09表接待费小于06表', misprint('09', 'actual', 5, '-0.2')],
  ['B17', '没有项目支出而09表大于06表', misprint('09', 'actual', 4, '0.3')],
  ['B18', '机关运行经费大于公用经费', misprint('06', 'publicUse', 0, '-10')],
  ['B18', '全是行政单位而不相等', all(onlyAgencies, misprint('06', 'publicUse', 0, '0.01'))],
  ['B20', '会议费小于06表', misprint('06', '30215', 0, '5')],
  ['B20', '登记的会议费小于06表', disclosedAs('会议费', '1.5', '万元')],
  ['B21', '07表印了一般公共预算科目', misprint('07', '2080101', 2, '1')],
  ['B21', '07表印了国资科目', misprint('07', '2230105', 2, '1')],
  ['B21', '08表印了其他科目', misprint('08', '2080101', 0, '1')],
  ['B21', '05表印了国资科目', misprint('05', '2230105', 0, '1')],
  ['B21', '05表印了基金科目', misprint('05', '2120803', 0, '1')],
  ['B22', '封面年度是上年', headed('封面', { year: 2022 })],
  ['B22', '正文单位名称不同', headed('正文', { unitName: '示例局' })],
  ['B22', '一张表以元为单位', headed('公开03表', { amountUnit: '元' })],
  ['B23', '表号重复', numbered(NINE.with(2, '公开02表'), NINE.with(2, '公开02表'))],
  ['B23', '目录次序不同', numbered(NINE, [...NINE].reverse())],
  ['B23', '只印了八张表', onlyTables(8)],
  ['B23', '一张表没有表号', numbered(NINE.with(8, '附表'), NINE)],
  ['B24', '有车辆运行费而没有车', disclosedAs('公务用车保有量', '0')],
  ['B24', '有出国团组而没有费用', disclosedAs('因公出国（境）团组数', '2')],
  ['B24', '人次写成文字', disclosedAs('国内公务接待人次', '若干')],
  ['B25', '保有量多于车辆总数', disclosedAs('公务用车保有量', '5')],
  ['B25', '各类之和不等于总数', disclosedAs('车辆总数', '3')],
  ['B25', '车辆总数写成文字', disclosedAs('车辆总数', '若干')],
  ['B25', '保有量写成小数', disclosedAs('公务用车保有量', '1.5')],
  ['B26', '小微多于中小', disclosedAs('授予小微企业合同金额', '16', '万元')],
  ['B26', '总额不等于三项之和', disclosedAs('政府采购支出总额', '30', '万元')],
  ['B26', '金额写成文字', disclosedAs('政府采购货物', '约十万', '万元')],
  ['B26', '金额没有单位', disclosedAs('政府采购货物', '10.00')],
  ['B27', '等次之和不等于项目数', disclosedAs('绩效自评优', '3')],
  ['B27', '得分超过一百', disclosedAs('绩效自评:专项业务', '120')],
  ['B27', '得分是负数', disclosedAs('绩效自评:专项业务', '-1')],
  ['B27', '项目数写成文字', disclosedAs('绩效自评项目数', '三')],
  ['B28', '公开时一项不同', published('2210201', '11.00')],
  ['B28', '公开时多一项', published('2080501', '1.00')],
  ['B28', '公开的合计不同', published('total', '201.00')],
  ['B29', '01表年初不是上年年末', misprint('01', 'in.opening', 0, '0.01')],
  ['B29', '07表一项年初不是上年年末', misprint('07', '2120803', 0, '1')],
  ['B29', '07表漏印上年有结转的一项', strikeOut('07', '2120803')],
  ['B29', '07表印了上年没有结转的一项', misprint('07', '2120899', 0, '1')],
  ['B29', '04表一个来源的年初不是上年年末', misprint('04', 'in.opening.stateCapital', 0, '1')],
];
