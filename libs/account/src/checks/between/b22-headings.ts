import { type Check, type Evidence, notRun, type PrintedHeading } from '../check';
import { faultless } from '../comparison';
import { onFinalAccount } from '../paper';

/** The whole document speaks of one unit, one year, one unit of money. */
export const headingsAgree: Check = {
  id: 'B22',
  scope: '全部',
  formula: '单位名称、年度、金额单位在封面/目录/各表/正文一致',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalAccount((_, evidence) => {
    const { document } = evidence;
    if (document === null || document.headings.length === 0)
      return notRun('没有提供印出的决算公开文档，封面、目录、各表和正文无从核对');
    const faults = document.headings.flatMap((heading) => faultsOf(heading, evidence));
    const places = `封面和各表 ${document.headings.length} 处所写的单位名称、年度和金额单位一致`;
    return faultless(faults, places, '请核对文档的该处');
  }),
};

function faultsOf({ where, unitName, year, amountUnit }: PrintedHeading, { account }: Evidence): string[] {
  return [
    ...(unitName !== null && unitName !== account.unit.name
      ? [`${where}的单位名称是“${unitName}”，应为“${account.unit.name}”`]
      : []),
    ...(year !== null && year !== account.year ? [`${where}的年度是 ${year}，应为 ${account.year}`] : []),
    ...(amountUnit !== null && amountUnit !== '万元' ? [`${where}的金额单位是“${amountUnit}”，应为“万元”`] : []),
  ];
}
