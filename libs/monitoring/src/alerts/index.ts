import { LAG_LIMITS } from '../lag';
import type { Alert, AlertLimits, AlertRule, Watched } from './alert';
import { behindTime } from './behind-time';
import { nearlyUsedUp } from './nearly-used-up';
import { otherItems } from './other-items';
import { threePublic } from './three-public';

export type { Alert, AlertLevel, AlertLimits, AlertRule, Watched } from './alert';

/** DOMAIN.md §6. */
export const ALERT_LIMITS: AlertLimits = { lag: LAG_LIMITS, otherItems: 20, usedUp: 90 };

const RULES: readonly AlertRule[] = [behindTime, nearlyUsedUp, otherItems, threePublic];

/** What every rule finds in a year at the end of a day, in the order of the rules. */
export const alertsOf = (watched: Watched): Alert[] => RULES.flatMap((rule) => rule(watched));
