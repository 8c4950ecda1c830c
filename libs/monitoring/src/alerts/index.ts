import { ALERT_RULES, type AlertRuleName } from '@juesuan/execution';
import type { Alert, AlertRule, Watched } from './alert';
import { behindTime } from './behind-time';
import { nearlyUsedUp } from './nearly-used-up';
import { otherItems } from './other-items';
import { threePublic } from './three-public';
import { threePublicUnbudgeted } from './three-public-unbudgeted';

export type { Alert, Names, Watched } from './alert';
export { type AlertLife, type KnownAlert, knownAlerts, type Said } from './life';

const RULES: Readonly<Record<AlertRuleName, AlertRule>> = {
  'behind-time': behindTime,
  'nearly-used-up': nearlyUsedUp,
  'other-items': otherItems,
  'three-public': threePublic,
  'three-public-unbudgeted': threePublicUnbudgeted,
};

/** What every rule that is on finds in a year at the end of a day, in the order of the rules. */
export function alertsOf(watched: Watched): Alert[] {
  const on = (Object.keys(ALERT_RULES) as AlertRuleName[]).filter((rule) => !watched.settings.off.includes(rule));
  return on.flatMap((rule) =>
    RULES[rule](watched).map(({ subject, ...finding }) => {
      const about = subject === '' ? finding.unit : `${finding.unit}|${subject}`;
      return { ...finding, rule, key: `${rule}:${about}` };
    }),
  );
}
