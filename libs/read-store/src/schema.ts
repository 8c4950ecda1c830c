import type { FactKind, Measure } from '@juesuan/account';
import type { ExpenditureKind, FundSource, UnitType } from '@juesuan/classification';
import type { CreateTableBuilder, Kysely } from 'kysely';

/** A balance carries the dimensions; its entries name it by `id` and so stay small. */
export interface BalanceTable {
  id: number;
  unit: string;
  year: number;
  measure: Measure;
  fund_source: FundSource | '';
  item: string;
  kind: ExpenditureKind | '';
  project: string;
  economic_item: string;
  purpose: string;
  amount: number;
}

/** The journal. `revision` is the event's place in its unit-year's stream, which the balance names. */
export interface EntryTable {
  balance_id: number;
  revision: number;
  amount: number;
  date: string;
  reference: string;
}

/** A unit's year; `revision` is the last event of its stream that was projected. */
export interface UnitTable {
  code: string;
  year: number;
  name: string;
  parent: string | null;
  type: UnitType;
  closed: number;
  revision: number;
}

/** What is no money movement; the latest of a key wins. `value` is JSON. */
export interface FactTable {
  unit: string;
  year: number;
  kind: FactKind;
  key: string;
  value: string;
  revision: number;
}

export type AdjustmentStatus = 'drafted' | 'submitted' | 'approved' | 'rejected' | 'applied';

/** 调整单 and where each stands. `document` is the JSON of its draft, `comment` what the approver said. */
export interface AdjustmentTable {
  unit: string;
  year: number;
  id: string;
  status: AdjustmentStatus;
  document: string;
  comment: string;
  revision: number;
}

/** Imported codes. Empty text for an open beginning or end, so that equal keys compare equal. */
export interface CodeTable {
  book: string;
  code: string;
  name: string;
  valid_from: string;
  valid_to: string;
}

export interface ImportTable {
  id: string;
  state: 'started' | 'completed';
  year: number;
  units: string;
}

/** The tables that serve, and those that a rebuild fills beside them. */
export type SetName = 'live' | 'next';

/**
 * How far a set of tables was filled, by partition: `live`, `live/1` … `generation` counts the swaps; it keeps the index names of
 * both sets apart and tells other processes that balance ids and partitions they remember are no longer those of `live`.
 */
export interface CheckpointTable {
  name: string;
  position: string | null;
  events: number;
  generation: number;
}

/**
 * What a stream's events came to at a revision, kept so that opening it again need not read them all. It may be missing, old,
 * written by another program or damaged at any time: whoever takes it checks it, and can do without.
 */
export interface Snapshot {
  readonly stream: string;
  /** The last event it holds, and that event's hash. */
  readonly revision: number;
  readonly hash: string;
  /** The program whose state it is. */
  readonly program: string;
  /** A digest of `head` and `body`. */
  readonly digest: string;
  readonly head: string;
  readonly body: Uint8Array;
}

/** The tables that are computed from events. Each exists twice while a rebuild runs, see `beside.ts`. */
export interface ComputedTables {
  balance: BalanceTable;
  entry: EntryTable;
  unit: UnitTable;
  fact: FactTable;
  adjustment: AdjustmentTable;
  code: CodeTable;
  import: ImportTable;
}

export interface Tables extends ComputedTables {
  checkpoint: CheckpointTable;
  snapshot: Snapshot;
}

type ColumnType = 'integer' | 'bigint' | 'text';
export type Columns<Row> = { readonly [Name in keyof Row]-?: ColumnType };

/** Column types of every computed table, in the order of the columns. */
export const COLUMNS: { readonly [Name in keyof ComputedTables]: Columns<ComputedTables[Name]> } = {
  balance: {
    id: 'integer',
    unit: 'text',
    year: 'integer',
    measure: 'text',
    fund_source: 'text',
    item: 'text',
    kind: 'text',
    project: 'text',
    economic_item: 'text',
    purpose: 'text',
    amount: 'bigint',
  },
  entry: { balance_id: 'integer', revision: 'integer', amount: 'bigint', date: 'text', reference: 'text' },
  unit: {
    code: 'text',
    year: 'integer',
    name: 'text',
    parent: 'text',
    type: 'text',
    closed: 'integer',
    revision: 'integer',
  },
  fact: { unit: 'text', year: 'integer', kind: 'text', key: 'text', value: 'text', revision: 'integer' },
  adjustment: {
    unit: 'text',
    year: 'integer',
    id: 'text',
    status: 'text',
    document: 'text',
    comment: 'text',
    revision: 'integer',
  },
  code: { book: 'text', code: 'text', name: 'text', valid_from: 'text', valid_to: 'text' },
  import: { id: 'text', state: 'text', year: 'integer', units: 'text' },
};

export const COMPUTED = Object.keys(COLUMNS) as (keyof ComputedTables)[];

/** What tells rows apart. Entries have no key: the checkpoint sees to it that an event is taken once. */
export const KEYS = {
  balance: ['unit', 'year', 'measure', 'fund_source', 'item', 'kind', 'project', 'economic_item', 'purpose'],
  unit: ['code', 'year'],
  fact: ['unit', 'year', 'kind', 'key'],
  adjustment: ['unit', 'year', 'id'],
  code: ['book', 'code', 'valid_from'],
  import: ['id'],
} as const;

/** The statements that create one set of computed tables, without the entries' index (see {@link entryIndex}). */
export function computedTables(db: Kysely<Tables>, generation: number): CreateTableBuilder<string>[] {
  return COMPUTED.map((name) => {
    let table = db.schema.createTable(name).ifNotExists() as CreateTableBuilder<string>;
    for (const [column, type] of Object.entries<ColumnType>(COLUMNS[name])) {
      const nullable = name === 'unit' && column === 'parent';
      table = table.addColumn(column, type, (definition) => {
        if (name === 'balance' && column === 'id') return definition.primaryKey();
        return nullable ? definition : definition.notNull();
      });
    }
    if (name === 'entry') return table;
    return table.addUniqueConstraint(`${name}_key_${generation}`, [...KEYS[name]] as never[]);
  });
}

/** Finds a balance's entries, and sums them up to a day without reading the rows. Made after a rebuild has filled its tables. */
export const entryIndex = (db: Kysely<Tables>, generation: number) =>
  db.schema
    .createIndex(`entry_balance_${generation}`)
    .ifNotExists()
    .on('entry')
    .columns(['balance_id', 'date', 'amount']);

export const checkpointTable = (db: Kysely<Tables>) =>
  db.schema
    .createTable('checkpoint')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('position', 'text')
    .addColumn('events', 'bigint', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull());
