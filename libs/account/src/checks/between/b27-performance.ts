import type { Account } from '../../account';
import { type Check, notRun } from '../check';
import { faultless } from '../comparison';
import { count, disclosedSide, disclosures, miscounted } from '../facts';
import { paperOf } from '../paper';

/** Grades add up to the projects graded and scores lie in 0–100; money beyond 项目支出 is remarked, not a fault. */
export const performance: Check = {
  id: 'B27',
  scope: '绩效',
  formula: '优+良+中+差=项目数；分值合计100；执行率=B/A；附件分数=正文分数；项目金额≤项目支出口径（此条warn）',
  tolerance: 'exact',
  severity: 'error',
  run: (evidence) => {
    const { account } = evidence;
    const grades = gradesOf(account);
    const scores = disclosures(account, /^绩效自评:/);
    if (grades === null && scores.length === 0) return notRun('没有登记绩效自评的等次和分数，绩效附件也没有导入');
    const held = [
      ...(grades === null ? [] : [`优、良、中、差共 ${grades.graded} 个，等于项目数`]),
      ...(scores.length === 0 ? [] : [`${scores.length} 个得分在0至100之间`]),
      ...beyondProjects(account, paperOf(evidence).cell('03', 'total', 2).value),
    ];
    const faults = [...(grades === null ? [] : faultsOf(account, grades)), ...scores.flatMap(outOfRange)];
    const rest = '（指标分值、执行率和附件分数须有绩效附件才能核对）';
    return faultless(faults, `${held.join('，')}${rest}`, '请核对06-其他事项的绩效自评');
  },
};

const PROJECTS = /^绩效(自评|评价)项目数$/;
const GRADES = /^绩效(自评|评价)(优|良|中|差)$/;

interface Grades {
  readonly projects: number;
  readonly graded: number;
}

function gradesOf(account: Account): Grades | null {
  const projects = count(account, PROJECTS);
  const graded = count(account, GRADES);
  return projects === null || graded === null ? null : { projects, graded };
}

function faultsOf(account: Account, { projects, graded }: Grades): string[] {
  const odd = [PROJECTS, GRADES].flatMap((pattern) => miscounted(account, pattern));
  if (odd.length > 0) return odd;
  return projects === graded ? [] : [`优、良、中、差共 ${graded} 个，项目数为 ${projects} 个`];
}

const outOfRange = ({ name, value }: { name: string; value: string }): string[] =>
  /^(100(\.0+)?|\d{1,2}(\.\d+)?)$/.test(value.trim()) ? [] : [`“${name}”的得分“${value}”不在0至100之间`];

function beyondProjects(account: Account, projectSpending: number): string[] {
  const money = disclosedSide(account, /^绩效自评资金$/);
  return money !== null && money.value > projectSpending ? ['但绩效自评资金大于03表项目支出，请核对口径'] : [];
}
