import { type Balance, isOriginal, isSpending, linePartsOf } from '@juesuan/account';
import { exactFen, type Fen, formatWan, percent, sumFen } from '@juesuan/kernel';
import { grouped, sumOf } from '../alerts/groups';

/** What the composition of expenditure is compared by. */
export type Classification = 'function' | 'economic';

/** A class of the composition; amounts in 分. */
export interface CompositionRow {
  readonly key: string;
  readonly original: Fen;
  /** original × (total actual ÷ total original), to the 分: the change of the whole is no change of the composition. */
  readonly adjusted: Fen;
  readonly actual: Fen;
}

/** How far the composition came out otherwise than budgeted: `part ÷ whole`, exact; or why that is not known. */
export type Composition =
  | {
      readonly known: true;
      readonly rows: readonly CompositionRow[];
      readonly part: bigint;
      readonly whole: bigint;
      /** The same in percent, two decimals. */
      readonly percent: string | null;
    }
  | { readonly known: false; readonly reason: string };

/** 预备费 and 债务付息支出: PI-2.1 leaves out contingency items and interest on debt. */
const NOT_BY_FUNCTION: readonly string[] = ['227', '232'];

const CLASS: Readonly<Record<Classification, (balance: Balance) => string>> = {
  function: ({ item }) => item.slice(0, 3),
  economic: ({ economicItem }) => economicItem.slice(0, 3),
};

/** 预备费 (contingency) is in neither; interest on debt is an economic class like others. */
const counts = (by: Classification, { item }: Balance): boolean =>
  by === 'function' ? !NOT_BY_FUNCTION.includes(item.slice(0, 3)) : !item.startsWith('227');

/**
 * The variance of composition (PEFA 2016, PI-2.1 and PI-2.2): Σ |actual − adjusted| ÷ Σ adjusted over the classes. With a for actual,
 * o for original and A and O for their totals it is Σ |a·O − o·A| ÷ (A·O), computed so that no class is rounded first.
 */
export function composition(by: Classification, balances: readonly Balance[]): Composition {
  const spending = balances.filter((balance) => (isOriginal(balance) || isSpending(balance)) && counts(by, balance));
  const unclassed = by === 'economic' ? lacksEconomicBudget(spending) : null;
  if (unclassed !== null) return { known: false, reason: unclassed };
  const classes = [...grouped(spending, CLASS[by])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => ({ key, ...partsOf(own) }));
  const [original, actual] = [sumFen(classes.map((row) => row.original)), sumFen(classes.map((row) => row.actual))];
  if (original <= 0) return { known: false, reason: '没有年初预算' };
  if (actual <= 0) return { known: false, reason: '没有支出' };
  const [wholeBudget, wholeActual] = [BigInt(original), BigInt(actual)];
  const deviations = classes.map((row) => abs(BigInt(row.actual) * wholeBudget - BigInt(row.original) * wholeActual));
  const part = deviations.reduce((sum, deviation) => sum + deviation, 0n);
  const whole = wholeActual * wholeBudget;
  const rows = classes.map((row) => ({ ...row, adjusted: adjusted(row.original, wholeActual, wholeBudget) }));
  return { known: true, rows, part, whole, percent: percent(part, whole, 2) };
}

const partsOf = (balances: readonly Balance[]): { original: Fen; actual: Fen } => {
  const { original, paid } = linePartsOf(balances);
  return { original, actual: paid };
};

/** An initial budget is known by economic class only where each part of it names an economic item. */
function lacksEconomicBudget(spending: readonly Balance[]): string | null {
  const budget = spending.filter(isOriginal);
  const without = sumOf(budget.filter(({ economicItem }) => economicItem === ''));
  if (without === 0) return null;
  return `年初预算${formatWan(sumOf(budget))}万元中有${formatWan(without)}万元没有细化到经济分类`;
}

/** Half away from zero. */
function adjusted(original: Fen, actual: bigint, budget: bigint): Fen {
  const product = BigInt(original) * actual;
  const rounded = (abs(product) * 2n + budget) / (budget * 2n);
  return exactFen(Number(product < 0n ? -rounded : rounded));
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
