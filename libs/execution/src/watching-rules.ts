import { RuleViolation } from '@juesuan/kernel';
import { assertWord } from './guards';
import type { Rules } from './rule';
import { ALERT_RULES, type TargetPoint, WATCH_LIMITS, type WatchLimit, type WatchSettings } from './watching';

/** How a department watches itself and its units; saying it anew replaces what was said. */
export const watchingRules: Rules<'SetWatching'> = {
  SetWatching: (year, settings) => {
    const parent = year.opened?.parentCode ?? null;
    if (parent !== null) {
      const text = `预警设置由部门统一规定，请在上级单位 ${parent} 上设置。`;
      throw new RuleViolation('set-by-the-department', text, { parent });
    }
    assertLimits(settings.limits);
    for (const rule of settings.off) assertWord(ALERT_RULES, rule, '预警规则');
    assertCurve(settings.curve);
    return [{ type: 'WatchingSet', data: settings }];
  },
};

function assertLimits(limits: WatchSettings['limits']): void {
  for (const name of Object.keys(limits)) assertWord(titles, name, '预警界限');
  for (const [name, { title }] of Object.entries(WATCH_LIMITS)) {
    const limit = limits[name as WatchLimit];
    const most = name === 'twoYearsMonth' ? 12 : 100;
    if (Number.isInteger(limit) && limit >= 1 && limit <= most) continue;
    throw badLimit(`“${title}”须为 1–${most} 的整数。`, name);
  }
  if (limits.lagReply >= limits.lagWarn) return;
  throw badLimit('须书面答复的落后幅度不能小于预警的落后幅度。', 'lagReply');
}

const titles = Object.fromEntries(Object.entries(WATCH_LIMITS).map(([name, { title }]) => [name, title]));

const badLimit = (text: string, name: string): RuleViolation => new RuleViolation('bad-watch-limit', text, { name });

/** Months ascend and shares do not fall, else no day has one share. */
function assertCurve(curve: readonly TargetPoint[]): void {
  if (curve.length === 0) throw new RuleViolation('bad-target-curve', '目标进度至少要有一个月份。');
  let last = { month: 0, percent: 0 };
  for (const point of curve) {
    const { month, percent } = point;
    const isWhole = Number.isInteger(month) && Number.isInteger(percent);
    if (!isWhole || month <= last.month || month > 12 || percent < last.percent || percent > 100) {
      const text = `目标进度“${month}月 ${percent}%”有误：月份须逐个递增（1–12），百分比须为 0–100 的整数且不下降。`;
      throw new RuleViolation('bad-target-curve', text, { month, percent });
    }
    last = point;
  }
}
