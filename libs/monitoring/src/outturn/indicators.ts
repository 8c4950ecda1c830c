import type { Balance } from '@juesuan/account';
import { type BusinessDate, lastDay, percent } from '@juesuan/kernel';
import { executionTotal } from '../execution';
import { type Classification, composition } from './composition';

/** The indicators of budget reliability (PEFA 2016, pillar I). */
export const INDICATORS = {
  'PI-1': '支出总额执行结果：支出决算 ÷ 年初预算',
  'PI-2.1': '支出结构偏离：按功能分类（类）',
  'PI-2.2': '支出结构偏离：按经济分类（类）',
} as const;
export type IndicatorId = keyof typeof INDICATORS;
export const SCORES = ['A', 'B', 'C', 'D'] as const;
export type Score = (typeof SCORES)[number];

/** An indicator in a year: its figure in percent, or why it is not known. */
export interface IndicatorYear {
  readonly year: number;
  readonly percent: string | null;
  readonly reason: string | null;
}

export interface Indicator {
  readonly id: IndicatorId;
  /** The years recorded of the last three, ascending. */
  readonly years: readonly IndicatorYear[];
  readonly score: Score | null;
  /** Why there is no score. */
  readonly notScored: string | null;
}

/** How far a year is off, `part ÷ whole`, and the figure printed for it. */
type Measured =
  { readonly part: bigint; readonly whole: bigint; readonly percent: string | null } | { readonly reason: string };

const MEASURES: Readonly<Record<IndicatorId, (balances: readonly Balance[]) => Measured>> = {
  'PI-1': outturn,
  'PI-2.1': (balances) => variance('function', balances),
  'PI-2.2': (balances) => variance('economic', balances),
};

/** The bands: A up to 5 %, B up to 10 %, C up to 15 % off; PI-1 includes the limit (95–105 %), PI-2 does not (“less than 5%”). */
const BANDS = [
  ['A', 5n],
  ['B', 10n],
  ['C', 15n],
] as const;
const YEARS_BEFORE = 2;
const YEARS_NEEDED = 2;

/** What a year and those before it are known by. */
export interface OutturnYears {
  readonly year: number;
  readonly asOf: BusinessDate;
  readonly balances: readonly Balance[];
  readonly before: ReadonlyMap<number, readonly Balance[]>;
}

/** PI-1, PI-2.1 and PI-2.2: each scored by the band it reached in at least two of the last three completed years. */
export function indicatorsOf(years: OutturnYears): Indicator[] {
  return (Object.keys(INDICATORS) as IndicatorId[]).map((id) => indicator(id, years));
}

function indicator(id: IndicatorId, { year, asOf, balances, before }: OutturnYears): Indicator {
  const all = new Map([...before, [year, balances] as const]);
  const wanted = Array.from({ length: YEARS_BEFORE + 1 }, (_, index) => year - YEARS_BEFORE + index);
  const measured = wanted.flatMap((each) => {
    const own = all.get(each);
    return own ? [{ year: each, ...MEASURES[id](own) }] : [];
  });
  const years = measured.map((each) => ({
    year: each.year,
    percent: 'reason' in each ? null : each.percent,
    reason: 'reason' in each ? each.reason : null,
  }));
  const missing = wanted.filter((each) => !all.has(each));
  const notScored = whyNotScored(missing, years, asOf < lastDay(year) ? year : null);
  return { id, years, score: notScored === null ? scoreOf(id, measured) : null, notScored };
}

function whyNotScored(missing: readonly number[], years: readonly IndicatorYear[], running: number | null) {
  const reasons = [
    ...(missing.length > 0 ? [`没有记录 ${missing.join('、')} 年度`] : []),
    ...(running === null ? [] : [`${running} 年度尚未结束`]),
    ...years.flatMap(({ year, reason }) => (reason === null ? [] : [`${year} 年度${reason}`])),
  ];
  return reasons.length === 0 ? null : `不评级：需要三个完整年度，${reasons.join('；')}。`;
}

function scoreOf(id: IndicatorId, years: readonly Measured[]): Score {
  const reached = BANDS.find(([, limit]) => years.filter((each) => isWithin(id, each, limit)).length >= YEARS_NEEDED);
  return reached?.[0] ?? 'D';
}

function isWithin(id: IndicatorId, measured: Measured, limit: bigint): boolean {
  if ('reason' in measured) return false;
  const [off, most] = [measured.part * 100n, measured.whole * limit];
  return id === 'PI-1' ? off <= most : off < most;
}

function outturn(balances: readonly Balance[]): Measured {
  const { original, paid } = executionTotal(balances);
  if (original <= 0) return { reason: '没有年初预算' };
  return { part: BigInt(Math.abs(paid - original)), whole: BigInt(original), percent: percent(paid, original, 2) };
}

function variance(by: Classification, balances: readonly Balance[]): Measured {
  const found = composition(by, balances);
  return found.known ? found : { reason: found.reason };
}
