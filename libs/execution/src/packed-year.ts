import { type BudgetYear, type CommandState, type VoucherState } from './budget-year';
import { lineKey } from './line';
import { PackedLookup, packing, type RowForm } from './packed-lookup';

/** A year's state as it can be kept outside: what is small as JSON, vouchers and commands in shards that open on demand. */
export interface PackedYear {
  readonly head: string;
  readonly body: Uint8Array;
}

const MAPS = [
  'lines',
  'incomes',
  'booked',
  'freezes',
  'threePublicBudget',
  'threePublicPaid',
  'adjustments',
  'alerts',
  'facts',
] as const;
type Small = Pick<BudgetYear, 'opened' | 'closed' | 'revision' | 'turnover' | 'latest'>;
type Head = Small & {
  readonly maps: Readonly<Record<(typeof MAPS)[number], readonly (readonly [string, unknown])[]>>;
  readonly vouchers: readonly number[];
  readonly commands: readonly number[];
};

/** Packs a year. Yields now and then; the year must not evolve before the end. */
export function* packYear(year: BudgetYear): Generator<void, PackedYear> {
  const about = year.revision + 1;
  const vouchers = yield* packing(year.vouchers, about, voucherForm([...year.lines.keys()], year));
  const commands = yield* packing(year.commands, about, COMMAND_FORM);
  const { opened, closed, revision, turnover, latest } = year;
  const maps = Object.fromEntries(MAPS.map((name) => [name, [...year[name]]])) as unknown as Head['maps'];
  const small: Small = { opened, closed, revision, turnover, latest };
  const head: Head = { ...small, maps, vouchers: vouchers.ends, commands: commands.ends };
  const body = new Uint8Array(vouchers.bytes.length + commands.bytes.length);
  body.set(vouchers.bytes);
  body.set(commands.bytes, vouchers.bytes.length);
  return { head: JSON.stringify(head), body };
}

/** The year that was packed: it decides and evolves as the packed one would have. */
export function unpackYear({ head, body }: PackedYear): BudgetYear {
  const { maps, vouchers, commands, ...small } = JSON.parse(head) as Head;
  const split = vouchers.at(-1) ?? 0;
  const grown = Object.fromEntries(MAPS.map((name) => [name, new Map(maps[name])]));
  // Not the whole BudgetYear: a map forgotten above must not compile.
  const year = { ...small, ...(grown as unknown as Pick<BudgetYear, (typeof MAPS)[number]>) };
  const lines = [...year.lines.keys()];
  return {
    ...year,
    vouchers: new PackedLookup({ bytes: body.subarray(0, split), ends: vouchers }, voucherForm(lines, year)),
    commands: new PackedLookup({ bytes: body.subarray(split), ends: commands }, COMMAND_FORM),
  };
}

/** A voucher names its line by place: a line's key in each of its vouchers would be half of the whole. */
function voucherForm(lines: readonly string[], year: Pick<BudgetYear, 'lines'>): RowForm<VoucherState> {
  const places = new Map(lines.map((key, place) => [key, place]));
  return {
    toRow: ({ fingerprint, date, line, economicItem, remaining, movedTo }) => [
      fingerprint,
      date,
      line && places.get(lineKey(line)),
      economicItem,
      remaining,
      movedTo,
    ],
    fromRow: (row) => {
      const [fingerprint, date, place, economicItem, remaining, movedTo] = row as VoucherRow;
      const line = place === null ? null : (year.lines.get(lines[place] ?? '')?.line ?? null);
      return { fingerprint, date, line, economicItem, remaining, movedTo };
    },
  };
}

type VoucherRow = [string, string, number | null, string | null, number, string | null];

const COMMAND_FORM: RowForm<CommandState> = {
  toRow: ({ fingerprint, first, last }) => [fingerprint, first, last],
  fromRow: (row) => {
    const [fingerprint, first, last] = row as [string, number, number];
    return { fingerprint, first, last };
  },
};
