import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client';
import { yearKey } from '../../../api/queries';
import type { Place } from '../../../frame/place';
import { revisionOf } from '../../../parts/command';

type InForce = Schemas['WatchSettingsInForceDto'];
export type Rule = Schemas['WatchRuleDto'];
type LimitName = keyof Schemas['WatchLimitsDto'];

/** How the unit's department watches the year, and the revision of the unit's year it was read at. */
export type Watching = InForce & { readonly seen: number };

/** The settings as a form holds them. */
export interface Typed {
  readonly on: Readonly<Record<string, boolean>>;
  readonly limits: Schemas['WatchLimitsDto'];
  /** By month, whole percent; a month left empty lies between its neighbours. */
  readonly curve: Readonly<Record<string, number | null>>;
  /** The revision the form was opened on. */
  readonly seen: number;
}

/** A limit in its sentence: the words before the number and after it. */
export interface Limit {
  readonly name: LimitName;
  readonly before: string;
  readonly after: string;
  readonly most: number;
}

const percent = (name: LimitName, before: string, after: string): Limit => ({ name, before, after, most: 100 });

/** What each rule measures by; a rule that is not here has no limit of its own. */
export const LIMITS: Readonly<Partial<Record<Rule['rule'], readonly Limit[]>>> = {
  'behind-time': [
    percent('lagWarn', '执行率落后序时进度', '个百分点时预警'),
    percent('lagReply', '执行率落后序时进度', '个百分点时须书面答复'),
  ],
  'nearly-used-up': [percent('usedUp', '指标支付超过全年预算数', '% 时预警')],
  'other-items': [percent('otherItems', '“其他”经济科目超过项目支付', '% 时预警')],
  'year-end-rate': [percent('yearEndLow', '项目年末执行率低于', '% 时须书面答复')],
  'three-years-low': [percent('threeYearsLow', '项目连续三年执行率低于', '% 时停止安排')],
  'late-spending': [percent('lateSpending', '11、12月支付超过全年支付', '% 时预警')],
  'two-years-unspent': [{ name: 'twoYearsMonth', before: '从', after: '月起提示将满两年的项目结转', most: 12 }],
};

export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

/** The revision is read first: what comes in between is then refused rather than overwritten. */
export const watchingQuery = ({ unit, year }: Place) =>
  queryOptions({
    queryKey: [...yearKey({ unit, year }), 'watching'],
    queryFn: async (): Promise<Watching> => {
      const seen = await revisionOf(unit, year);
      return { ...(await settingsOf(unit, year)), seen };
    },
  });

async function settingsOf(unit: string, year: number): Promise<InForce> {
  const params = { path: { unit, year } };
  const { data } = await api.GET('/api/units/{unit}/years/{year}/monitoring/settings', { params });
  if (data === undefined) throw new Error('the service answered without settings');
  return data;
}

export const typedOf = ({ settings: { limits, curve }, rules, seen }: Watching): Typed => ({
  on: Object.fromEntries(rules.map(({ rule, on }) => [rule, on])),
  limits,
  curve: Object.fromEntries(curve.map(({ month, percent: share }) => [String(month), share])),
  seen,
});

/** What is sent: the settings as a whole. */
export const settingsIn = ({ on, limits, curve }: Typed, rules: readonly Rule[]): Schemas['WatchSettingsDto'] => ({
  limits,
  off: rules.map(({ rule }) => rule).filter((rule) => on[rule] === false),
  curve: MONTHS.flatMap((month) => {
    const share = curve[String(month)] ?? null;
    return share === null ? [] : [{ month, percent: share }];
  }),
});
