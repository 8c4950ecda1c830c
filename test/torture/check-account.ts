import { READ_STORE, ReportAccount } from '@juesuan/application';
import type { ReadStore } from '@juesuan/read-store';
import type { TestApplication } from '../support/application';
import type { Books } from './books';
import { DEPARTMENT, UNITS, YEAR } from './steps';
import type { Violation } from './violation';

/** Which part of the model's books a measure of the read store belongs to. */
const PARTS: Readonly<{ [measure: string]: 'budget' | 'paid' | 'frozen' | 'income' }> = {
  original: 'budget',
  supplement: 'budget',
  cut: 'budget',
  virementIn: 'budget',
  virementOut: 'budget',
  payment: 'paid',
  refund: 'paid',
  reclassification: 'paid',
  freeze: 'frozen',
  income: 'income',
};

type Sums = ReadonlyMap<string, number>;

/** Every line's balances, what each line bought, the income, and the printed totals against the model's books. */
export async function accountAgainst(application: TestApplication, books: Books): Promise<Violation[]> {
  const { json } = await application.ask(new ReportAccount({ unit: DEPARTMENT, year: YEAR }, 'standard'));
  const differences = differing(await balancesIn(application), sumsOf(books));
  const total = sumOf([...books.lines.values()].map(({ paid }) => paid));
  const received = sumOf([...books.income.values()]);
  // Before the first payment the account is the budget and has no table of what was spent.
  if (json.tables['03'] !== undefined || total > 0) {
    differences.push(...printed(json.tables, '03', total), ...printed(json.tables, '02', received));
    differences.push(...printed(json.tables, '05', general(books)));
  }
  return differences.map((says) => ({ finds: 'account is not the model', says }));
}

async function balancesIn({ app }: TestApplication): Promise<Sums> {
  const sums = new Map<string, number>();
  const balances = await app.get<ReadStore>(READ_STORE).balances({ units: UNITS, year: YEAR });
  for (const { measure, unit, fundSource, item, kind, project, economicItem, amount } of balances) {
    const part = PARTS[measure] ?? measure;
    const where = part === 'income' ? [unit, fundSource, item] : [unit, fundSource, item, kind, project];
    add(sums, [part, ...where], amount);
    if (part === 'paid') add(sums, ['bought', ...where, economicItem], amount);
  }
  return sums;
}

function sumsOf(books: Books): Sums {
  const sums = new Map<string, number>();
  for (const [line, parts] of books.lines)
    for (const part of ['budget', 'paid', 'frozen'] as const) add(sums, [part, line], parts[part]);
  for (const [what, amount] of books.spent) add(sums, ['bought', what], amount);
  for (const [source, amount] of books.income) add(sums, ['income', source], amount);
  return sums;
}

function differing(found: Sums, wanted: Sums): string[] {
  return [...new Set([...found.keys(), ...wanted.keys()])]
    .filter((key) => (found.get(key) ?? 0) !== (wanted.get(key) ?? 0))
    .map((key) => `${key}: ${found.get(key) ?? 0}, not ${wanted.get(key) ?? 0}`);
}

const general = ({ lines }: Books): number =>
  sumOf([...lines].filter(([key]) => key.includes(' generalPublic ')).map(([, { paid }]) => paid));

type Tables = Readonly<Record<string, { readonly rows: readonly { key: string; values: readonly string[] }[] }>>;

/** The first figure of a table's total row, 万元 with two decimals, against 分. */
function printed(tables: Tables, id: string, fen: number): string[] {
  const found = tables[id]?.rows.find(({ key }) => key === 'total')?.values[0] ?? 'nothing';
  const cents = Math.floor((fen + 5000) / 10_000);
  const wanted = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const isEmpty = fen === 0 && ['nothing', ''].includes(found);
  return found === wanted || isEmpty ? [] : [`table ${id}: ${found}, not ${wanted}`];
}

function add(sums: Map<string, number>, key: readonly string[], amount: number): void {
  const text = key.join(' ');
  sums.set(text, (sums.get(text) ?? 0) + amount);
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
