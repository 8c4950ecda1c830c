import { formatWan, lastDay, percent } from '@juesuan/kernel';
import type { AlertRule, Lacking, Watched } from './alert';
import { projectCalled, unitCalled } from './called';
import { isPaidBelow, type ProjectYear, projectYears } from './projects';

/** A project, by its name in the unit, that paid little of its 全年预算数 in this year and in both before it. */
export const threeYearsLow: AlertRule = (watched) => {
  const { year, asOf, settings, names } = watched;
  if (asOf < lastDay(year) || yearsMissing(watched).length > 0) return [];
  const least = settings.limits.threeYearsLow;
  const [third, second, first] = threeYears(watched);
  return [...(third ?? [])].flatMap(([key, now]) => {
    const years = [first?.get(key), second?.get(key), now];
    if (!years.every((each): each is ProjectYear => each !== undefined && isPaidBelow(each, least))) return [];
    const { unit, subject, line, final, paid } = now;
    const rates = years.map((each) => `${percent(each.paid, each.final, 2)}%`).join('、');
    const figures = `本年全年预算数${formatWan(final)}万元，已支付${formatWan(paid)}万元，三年执行率${rates}`;
    const message = `${unitCalled(unit, names)}的${projectCalled(line, names)}${figures}，连续三年低于${least}%，请停止安排并说明原因。`;
    const behind = years.flatMap(({ balances }) => balances);
    return [{ unit, subject, level: 'refuse', message, facts: { final, paid }, balances: behind }];
  });
};

/** Three years can be judged only where three are recorded. */
export const lacksThreeYears: Lacking = (watched) => {
  const missing = yearsMissing(watched);
  return missing.length === 0 ? null : `没有记录 ${missing.join('、')} 年度，不能判断是否连续三年`;
};

const yearsMissing = ({ year, before }: Watched): number[] => [year - 2, year - 1].filter((each) => !before.has(each));

const threeYears = ({ year, balances, before }: Watched): Map<string, ProjectYear>[] =>
  [balances, before.get(year - 1) ?? [], before.get(year - 2) ?? []].map(projectYears);
