import { ALERT_RULES, type AlertRuleName } from '@juesuan/execution';
import type { Alert, AlertRule, Lacking, Watched } from './alert';
import { behindTime } from './behind-time';
import { lateSpending } from './late-spending';
import { nearlyUsedUp } from './nearly-used-up';
import { otherItems } from './other-items';
import { threePublic } from './three-public';
import { lacksLastYear, threePublicAboveLastYear } from './three-public-above-last-year';
import { threePublicUnbudgeted } from './three-public-unbudgeted';
import { lacksThreeYears, threeYearsLow } from './three-years-low';
import { twoYearsUnspent } from './two-years-unspent';
import { virementUnbalanced } from './virement-unbalanced';
import { yearEndRate } from './year-end-rate';

export { ALERT_FIGURES, type AlertFigure, toldFigures } from './figures';
export type { Alert, Names, Watched } from './alert';
export { type AlertLife, type KnownAlert, knownAlerts, type Said } from './life';

const RULES: Readonly<Record<AlertRuleName, AlertRule>> = {
  'behind-time': behindTime,
  'nearly-used-up': nearlyUsedUp,
  'other-items': otherItems,
  'three-public': threePublic,
  'three-public-unbudgeted': threePublicUnbudgeted,
  'three-public-above-last-year': threePublicAboveLastYear,
  'year-end-rate': yearEndRate,
  'three-years-low': threeYearsLow,
  'late-spending': lateSpending,
  'two-years-unspent': twoYearsUnspent,
  'virement-unbalanced': virementUnbalanced,
};

const LACKING: Readonly<Partial<Record<AlertRuleName, Lacking>>> = {
  'three-public-above-last-year': lacksLastYear,
  'three-years-low': lacksThreeYears,
};

/** What every rule that is on finds in a year at the end of a day, in the order of the rules. */
export function alertsOf(watched: Watched): Alert[] {
  return rulesOn(watched).flatMap((rule) =>
    RULES[rule](watched).map(({ subject, ...finding }) => {
      const about = subject === '' ? finding.unit : `${finding.unit}|${subject}`;
      return { ...finding, rule, key: `${rule}:${about}` };
    }),
  );
}

/** A rule that could not judge, and why: silence is no answer. */
export interface NotRun {
  readonly rule: AlertRuleName;
  readonly reason: string;
}

/** The rules that are on and lack what they would need. */
export function rulesNotRun(watched: Watched): NotRun[] {
  return rulesOn(watched).flatMap((rule) => {
    const reason = LACKING[rule]?.(watched) ?? null;
    return reason === null ? [] : [{ rule, reason }];
  });
}

const rulesOn = ({ settings }: Watched): AlertRuleName[] =>
  (Object.keys(ALERT_RULES) as AlertRuleName[]).filter((rule) => !settings.off.includes(rule));
