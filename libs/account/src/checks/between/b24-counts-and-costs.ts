import { type Check, notRun } from '../check';
import { faultless } from '../comparison';
import { count, miscounted } from '../facts';
import { onFinalAccount } from '../paper';

/** Column of table 09 → the counts that go with it. 接待 is counted by 国内, 外事 and 国（境）外 in some forms. */
const COUNTS = [
  { column: 4, name: '公务用车保有量', pattern: /^公务用车保有量$/ },
  { column: 3, name: '公务用车购置数', pattern: /^公务用车购置数$/ },
  { column: 1, name: '因公出国（境）团组数', pattern: /^因公出国（境）团组数$/ },
  { column: 1, name: '因公出国（境）人次', pattern: /^因公出国（境）人次$/ },
  { column: 5, name: '公务接待批次', pattern: /接待批次$/ },
  { column: 5, name: '公务接待人次', pattern: /接待人次$/ },
];

/** Where money was spent there is something to count, and where something is counted money was spent. */
export const countsAndCosts: Check = {
  id: 'B24',
  scope: '09↔说明九',
  formula: '车运行>0⇔保有量>0；购置>0⇔购置数>0；出国>0⇔团组、人次>0；接待>0⇔批次、人次>0',
  tolerance: 'exact',
  severity: 'warn',
  run: onFinalAccount((paper, { account }) => {
    const found = COUNTS.map((one) => ({ ...one, counted: count(account, one.pattern) }));
    const stated = found.filter(({ counted }) => counted !== null);
    if (stated.length === 0) return notRun('没有登记公务用车数量、出国团组、接待批次等其他事项');
    const faults = stated.flatMap(({ column, name, pattern, counted }) => {
      const cost = paper.cell('09', 'actual', column);
      if (Number.isNaN(counted)) return miscounted(account, pattern);
      return cost.value > 0 === (counted ?? 0) > 0
        ? []
        : [`“${name}”为 ${counted}，而09表 ${cost.label} ${cost.value > 0 ? '有' : '没有'}支出`];
    });
    const missing = found.filter(({ counted }) => counted === null).map(({ name }) => name);
    const gap = missing.length === 0 ? '' : `（未登记：${missing.join('、')}）`;
    return faultless(faults, `09表各项支出与登记的数量相互印证${gap}`, '请核对06-其他事项与09表');
  }),
};
