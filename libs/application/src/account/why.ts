import {
  type Account,
  type Balance,
  cellParts,
  type Driver,
  type DriverKind,
  type Entry,
  partOf,
  STATEMENTS,
} from '@juesuan/account';
import { addressOf, itemReports, type NamedAccount, printTables, sourceAt } from '@juesuan/disclosure';
import { type Fen, RuleViolation, sumFen } from '@juesuan/kernel';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { PART_WORDS } from '../reading/words';
import { Accounts } from './accounts';
import { Profiles } from './profiles';
import type { AccountKey, YearView } from './year-view';

/** A cell by table, row key and column (0-based number or printed name), or an item's variance. */
export type Figure =
  | { readonly table: string; readonly row: string; readonly column: string }
  | { readonly item: string; readonly driver?: { readonly kind: DriverKind; readonly purpose?: string } };

/** The figure that a source address in a report's text speaks of (see disclosure's `addressOf`). */
export function figureAt(address: string): Figure {
  const source = sourceAt(address);
  if (source?.of === 'cell') return { ...source, column: String(source.column) };
  if (source?.of === 'driver') return { item: source.item, driver: source };
  if (source?.of === 'derived' && source.from[0]) return figureAt(addressOf(source.from[0]));
  // Rates and variances lead to what they are computed from.
  if (source?.of === 'overall') return generalPublicCell(source.figure, 'total');
  if (source?.of === 'item') {
    const { figure, item } = source;
    return figure === 'original' || figure === 'actual' ? generalPublicCell(figure, item) : { item };
  }
  throw new RuleViolation('address-unknown', `“${address}”不是说明中数字的出处。`, { address });
}

/** The initial budget stands in Y05, the actual in 05. */
const generalPublicCell = (figure: string, row: string): Figure => ({
  table: figure === 'original' ? 'Y05' : '05',
  row,
  column: '0',
});

/**
 * One part of a figure with the entries behind it; the parts sum to the figure. A part is the sum of its entries, but for an
 * elimination: that may take off less than its entries, where the rest of a transfer went to or came from outside.
 */
export interface Part {
  /** A driver's kind; `elimination` for what consolidation took off a cell (内部往来抵销); null for what a cell's units recorded. */
  readonly kind: DriverKind | 'elimination' | null;
  readonly purpose: string | null;
  readonly amount: Fen;
  readonly entries: readonly SignedEntry[];
}

export interface SignedEntry {
  readonly entry: Entry;
  readonly sign: 1 | -1;
}

export interface Explanation {
  /** What the figure is, in words. */
  readonly title: string;
  readonly amount: Fen;
  /** An item's sentence in the account; null for a cell. */
  readonly sentence: string | null;
  readonly parts: readonly Part[];
}

/** Why a figure is what it is: the entries behind it, and so the events and documents. */
export class WhyFigure extends Query<Explanation> {
  constructor(
    readonly key: AccountKey,
    readonly figure: Figure,
    readonly profile: string,
  ) {
    super();
  }
}

@QueryHandler(WhyFigure)
export class WhyFigureHandler implements IQueryHandler<WhyFigure> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
  ) {}

  async execute({ key, figure, profile }: WhyFigure): Promise<Explanation> {
    return this.accounts.at(key, (view) => this.explain(view, figure, profile));
  }

  private async explain(view: YearView, figure: Figure, profile: string): Promise<Explanation> {
    const named = await view.account();
    if ('item' in figure) {
      const { items } = itemReports(named.account, this.profiles.get(profile), named);
      const sentence = items.find(({ code }) => code === figure.item)?.text ?? null;
      return { ...(await whyItem(named.account, figure, view)), sentence };
    }
    const printed = printTables(named, this.profiles.get(profile)).find(({ id }) => id === figure.table);
    const labels = printed?.columns ?? [];
    const column = columnIndex(figure, labels);
    const label = printed?.rows.find(({ key: row }) => row === figure.row)?.label ?? nameOfRow(named, figure);
    const title = [printed?.title ?? figure.table, label, labels[column]].filter(Boolean).join(' · ');
    return whyCell(named.account, figure, view, column, title);
  }
}

async function whyCell(
  account: Account,
  { table, row }: Extract<Figure, { table: string }>,
  view: YearView,
  column: number,
  title: string,
): Promise<Explanation> {
  const statement = STATEMENTS.get(table);
  if (!statement) throw unknownTable(table);
  const parts: Part[] = [];
  for (const { kind, amount, contributions } of cellParts(account, statement, row, column)) {
    const turned = kind === 'elimination' ? -1 : 1;
    const signs = new Map(contributions.map(({ balance, sign }) => [balance.id, (sign * turned) as 1 | -1]));
    const balances = contributions.map(({ balance }) => balance);
    const entries = await entriesOf(balances, view, (id) => signs.get(id) ?? 1);
    parts.push({ kind: kind === 'recorded' ? null : kind, purpose: null, amount, entries });
  }
  return { title, amount: sumFen(parts.map((part) => part.amount)), sentence: null, parts };
}

async function whyItem(
  account: Account,
  { item: code, driver: wanted }: Extract<Figure, { item: string }>,
  view: YearView,
): Promise<Explanation> {
  const item = account.items.find((one) => one.code === code);
  if (!item) {
    const text = `科目 ${code} 没有一般公共预算财政拨款的年初预算或决算数，因此没有差异说明。`;
    throw new RuleViolation('item-not-explained', text, { item: code });
  }
  const parts: Part[] = [];
  for (const { kind, purpose, fen, balances } of largestFirst(item.drivers)) {
    if (wanted && (wanted.kind !== kind || (wanted.purpose ?? purpose) !== purpose)) continue;
    const signs = new Map(balances.map((balance) => [balance.id, signIn(kind, balance)]));
    const entries = await entriesOf(balances, view, (id) => signs.get(id) ?? 1);
    parts.push({ kind, purpose, amount: fen, entries });
  }
  const amount = wanted ? sumFen(parts.map((part) => part.amount)) : item.actual - item.original;
  return {
    title: `${code} ${wanted ? factorCalled(wanted) : '决算数与年初预算数的差额'}`,
    amount,
    sentence: null,
    parts,
  };
}

/** `差额中的追加：系统运维`. */
const factorCalled = ({ kind, purpose }: Pick<Driver, 'kind'> & { readonly purpose?: string }): string =>
  `差额中的${PART_WORDS[kind]}${purpose ? `：${purpose}` : ''}`;

async function entriesOf(
  balances: readonly Balance[],
  { reading, key: { asOf } }: YearView,
  signOf: (balance: number) => 1 | -1,
): Promise<SignedEntry[]> {
  const ids = [...new Set(balances.map(({ id }) => id))];
  const entries = await reading.entries({ balanceIds: ids, ...(asOf === undefined ? {} : { asOf }) });
  return entries.map((entry) => ({ entry, sign: signOf(entry.balanceId) }));
}

/** What is carried out lowers the actual; what is left unspent is quota that was not paid. */
function signIn(kind: DriverKind, balance: Balance): 1 | -1 {
  if (kind === 'carryoverOut' || kind === 'surplus') return -1;
  const part = partOf(balance);
  const lowersWhatIsLeft = part === 'paid' || part === 'carriedOut';
  return kind === 'unspent' && !lowersWhatIsLeft ? -1 : 1;
}

const largestFirst = (drivers: readonly Driver[]): Driver[] =>
  drivers.toSorted((a, b) => Math.abs(b.fen) - Math.abs(a.fen));

function columnIndex({ table, column }: Extract<Figure, { table: string }>, labels: readonly string[]): number {
  const statement = STATEMENTS.get(table);
  if (!statement) throw unknownTable(table);
  const index = /^\d+$/.test(column) ? Number(column) : labels.indexOf(column);
  if (index >= 0 && index < statement.columns) return index;
  const known = labels.map((label, position) => `${position} ${label}`).join('、');
  throw new RuleViolation('column-unknown', `表 ${table} 没有列“${column}”，可用：${known}。`, { table, column });
}

/** A row that is not printed because it is zero is named by its code; one that no code book knows is mistyped. */
function nameOfRow({ nameOf }: NamedAccount, { table, row }: Extract<Figure, { table: string }>): string {
  const name = nameOf('functional', row) ?? nameOf('economic', row);
  if (name !== null) return name;
  const text = `表 ${table} 没有“${row}”这一行，请核对编码：行是表中印出的编码或项目。`;
  throw new RuleViolation('row-unknown', text, { table, row });
}

const unknownTable = (table: string): RuleViolation =>
  new RuleViolation('table-unknown', `没有表“${table}”，可用：${[...STATEMENTS.keys()].join('、')}。`, { table });
