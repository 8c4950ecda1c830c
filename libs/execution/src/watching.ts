/** 蓝 record · 黄 warn · 橙 needs a written reply · 红 refuse · 灰 forbidden, from the mildest on (DOMAIN.md §6). */
export const ALERT_LEVELS = { record: '蓝色', warn: '黄色', reply: '橙色', refuse: '红色', forbidden: '灰色' } as const;
export type AlertLevel = keyof typeof ALERT_LEVELS;

/** What execution is watched for. An alert's key begins with its rule's name. */
export const ALERT_RULES = {
  'behind-time': '执行慢于序时进度',
  'nearly-used-up': '指标将要用完',
  'other-items': '“其他”经济科目偏多',
  'three-public': '“三公”经费超预算',
  'three-public-unbudgeted': '“三公”经费没有预算',
  'three-public-above-last-year': '“三公”经费超上年',
  'year-end-rate': '项目年末执行率过低',
  'three-years-low': '项目连续三年执行率偏低',
  'late-spending': '年底集中支付',
  'two-years-unspent': '项目结转将满两年',
  'virement-unbalanced': '调剂两边不平',
} as const;
export type AlertRuleName = keyof typeof ALERT_RULES;

/** An alert as it was raised: what it was about and how grave it was. */
export interface RaisedAlert {
  readonly level: AlertLevel;
  /** The sentence with its figures. */
  readonly message: string;
}

const order = Object.keys(ALERT_LEVELS);

/** Whether a level is graver than another; nothing at all is the mildest. */
export const isGraver = (level: AlertLevel, than: AlertLevel | null): boolean =>
  than === null || order.indexOf(level) > order.indexOf(than);

/** 橙 and graver are settled only after a written reply. */
export const needsReply = (level: AlertLevel): boolean => isGraver(level, 'warn');

/** What an office sets its watching by: whole percent or percentage points, but for the month. */
export const WATCH_LIMITS = {
  lagWarn: { title: '执行率落后序时进度多少个百分点时预警', standard: 10 },
  lagReply: { title: '执行率落后序时进度多少个百分点时须书面答复', standard: 20 },
  usedUp: { title: '指标支付超过全年预算数百分之多少时预警', standard: 90 },
  otherItems: { title: '“其他”经济科目超过项目支付百分之多少时预警', standard: 20 },
  yearEndLow: { title: '项目年末执行率低于百分之多少时须书面答复', standard: 20 },
  threeYearsLow: { title: '项目连续三年执行率低于百分之多少时停止安排', standard: 50 },
  lateSpending: { title: '11、12月支付超过全年支付百分之多少时预警', standard: 50 },
  twoYearsMonth: { title: '从几月起提示将满两年的项目结转', standard: 9 },
} as const;
export type WatchLimit = keyof typeof WATCH_LIMITS;

/** By the end of this month the office wants this share of 全年预算数 paid, in whole percent. */
export interface TargetPoint {
  readonly month: number;
  readonly percent: number;
}

/** How an office watches a year. */
export interface WatchSettings {
  readonly limits: Readonly<Record<WatchLimit, number>>;
  /** Rules that are turned off. */
  readonly off: readonly AlertRuleName[];
  /** Its target curve: months ascend, shares do not fall; linear in between. */
  readonly curve: readonly TargetPoint[];
}

const standardOf = ([name, { standard }]: [string, { readonly standard: number }]): [string, number] => [
  name,
  standard,
];

/** Where an office has set nothing (DOMAIN.md §6). */
export const STANDARD_SETTINGS: WatchSettings = {
  limits: Object.fromEntries(Object.entries(WATCH_LIMITS).map(standardOf)) as WatchSettings['limits'],
  off: [],
  curve: [
    { month: 6, percent: 50 },
    { month: 9, percent: 75 },
    { month: 11, percent: 92 },
    { month: 12, percent: 100 },
  ],
};
