import type { Commands, CommandType } from '@juesuan/execution';
import type { CellError } from '@juesuan/documents';
import { grouped } from './grouped';
import type { RowReader } from './row';

/** Within one day: what adds quota first, then freezes, payments in file order, then what takes quota away (CASES.md). */
export const RANK = { open: 0, ceiling: 1, adds: 2, holds: 3, pays: 4, takes: 5, facts: 6 } as const;

/** A command that a row asks for, before it is decided. */
export interface Planned {
  readonly reader: RowReader;
  /** The unit whose year it belongs to. */
  readonly unit: string;
  /** Business date; empty for what holds from the start of the year. */
  readonly date: string;
  readonly rank: (typeof RANK)[keyof typeof RANK];
  /** What the row is about: the same row in another import has the same key, so that it is recognised. */
  readonly key: string;
  /** Digest of the command: equal rows, equal digests. */
  readonly fingerprint: string;
  readonly command: { [Type in CommandType]: { readonly type: Type; readonly data: Commands[Type] } }[CommandType];
}

export interface Plan {
  readonly planned: readonly Planned[];
  readonly errors: readonly CellError[];
  /** Rows that only say once more what another row of the same files says: a voucher is recorded once. */
  readonly doubled: number;
  readonly notices: readonly string[];
}

/** How one import file's rows become commands. */
export type Reads = (reader: RowReader, year: number) => Omit<Planned, 'reader' | 'fingerprint'>;

/** A day, then what may come first within the day, then the order of the files. Stable, so payments keep their order. */
export const inOrderOfDeciding = (planned: readonly Planned[]): Planned[] =>
  [...planned].sort((a, b) => (a.date === b.date ? a.rank - b.rank : a.date < b.date ? -1 : 1));

/** What replaces what was said before, so that an import says it once. */
export const REPLACING: ReadonlySet<CommandType> = new Set([
  'OpenFiscalYear',
  'SetThreePublicBudget',
  'RecordPriorYearAccount',
  'RecordDisclosure',
  'RecordVarianceReason',
  'ReviseExplanation',
]);

/** Whether a row may stand there twice and count twice: a voucher is known by its number, a fact is said once. */
export const isNumbered = ({ key, command }: Planned): boolean =>
  !key.startsWith(VOUCHER) && !REPLACING.has(command.type);

const VOUCHER = 'voucher:';

/** Rows that are one voucher, the same in every field, group by group where there is more than one. */
export const equalVouchers = (planned: readonly Planned[]): Planned[][] =>
  equalGroups(planned.filter(({ key }) => key.startsWith(VOUCHER)));

/** Rows of one unit that say the same of the same, where there is more than one. */
export const equalGroups = (rows: readonly Planned[]): Planned[][] =>
  [...grouped(rows, ({ unit, key, fingerprint }) => `${unit}|${key}|${fingerprint}`).values()].filter(
    ({ length }) => length > 1,
  );
