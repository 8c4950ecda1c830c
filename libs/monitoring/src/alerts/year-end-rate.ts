import { formatWan, lastDay, percent } from '@juesuan/kernel';
import type { AlertRule } from './alert';
import { projectCalled, unitCalled } from './called';
import { isPaidBelow, projectYears } from './projects';

/** A project of which hardly anything was paid when the year ended: next year's budget follows from the reply. */
export const yearEndRate: AlertRule = ({ year, asOf, balances, settings, names }) => {
  if (asOf < lastDay(year)) return [];
  const least = settings.limits.yearEndLow;
  return [...projectYears(balances).values()]
    .filter((project) => isPaidBelow(project, least))
    .map(({ unit, subject, line, final, paid, balances: behind }) => {
      const figures = `全年预算数${formatWan(final)}万元，已支付${formatWan(paid)}万元`;
      const rate = `年末执行率${percent(paid, final, 2)}%，低于${least}%`;
      const message = `${unitCalled(unit, names)}的${projectCalled(line, names)}${figures}，${rate}，请说明原因，并压减或取消下年预算。`;
      return { unit, subject, level: 'reply', message, facts: { final, paid }, balances: behind };
    });
};
