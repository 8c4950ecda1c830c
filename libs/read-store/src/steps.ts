import { type Kysely, sql } from 'kysely';
import type { Batch } from './batch';
import type { Step } from '@juesuan/sql';
import type { RowsOf } from './database';
import { checkpointName, type Standing } from './partitions';
import type { NoteKind } from './notes';
import { COLUMNS, type Columns, type ComputedTables, KEYS, type SetName, type Tables } from './schema';

type Keyed = keyof typeof KEYS;
const NOTHING = '[]';

/** The statements of one transaction: the checkpoint, which must still be where the batch was made for, then the rows. */
export class Steps {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly rowsOf: RowsOf,
    private readonly locks: readonly string[] = [],
  ) {}

  /** What a transaction begins with. */
  begin(): Step[] {
    return this.locks.map((lock) => ({ query: sql.raw(lock).compile(this.db) }));
  }

  /** Moves a partition's checkpoint from one standing to the next; undoes the transaction when it is elsewhere by now. */
  advance(set: SetName, partition: number, from: Standing, to: Standing): Step {
    const query = this.db
      .updateTable('checkpoint')
      .set({ position: to.position, events: to.events })
      .where('name', '=', checkpointName(set, partition))
      .where('generation', '=', from.generation)
      .where('position', from.position === null ? 'is' : '=', from.position)
      .compile();
    return { query, rows: 1 };
  }

  of(batch: Batch): Step[] {
    return [
      ...this.add('balance', batch.newBalances),
      ...this.move(batch.deltas),
      ...this.add('entry', batch.entries),
      ...this.put('unit', batch, 'opened'),
      ...this.close(batch.notes('closing')),
      ...this.reach(batch.notes('revision')),
      ...this.put('fact', batch, 'fact'),
      ...this.put('adjustment', batch, 'draft'),
      ...this.stand(batch.notes('standing')),
      ...this.put('code', batch, 'code'),
      ...this.put('import', batch, 'importBegun'),
      ...this.complete(batch.notes('importCompleted')),
    ];
  }

  private add(table: keyof ComputedTables, json: string): Step[] {
    return json === NOTHING ? [] : [{ query: this.insert(table, json).compile() }];
  }

  /** Inserts, or replaces what stands under the same key: the latest wins. */
  private put(table: Keyed, batch: Batch, kind: NoteKind): Step[] {
    const json = batch.notes(kind);
    if (json === NOTHING) return [];
    const key: readonly string[] = KEYS[table];
    const others = Object.keys(COLUMNS[table]).filter((column) => !key.includes(column));
    const latest = Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)]));
    const query = this.insert(table, json)
      .onConflict((conflict) => conflict.columns([...key] as never[]).doUpdateSet(latest))
      .compile();
    return [{ query }];
  }

  private insert(table: keyof ComputedTables, json: string) {
    const columns = COLUMNS[table] as Columns<Record<string, unknown>>;
    // SQLite reads the ON of an upsert as a join's unless a WHERE ends the select.
    const rows = this.db
      .selectFrom(this.rowsOf(columns, json).as('rows'))
      .selectAll()
      .where(sql<boolean>`true`);
    return this.db
      .insertInto(table)
      .columns(Object.keys(columns) as never[])
      .expression(rows as never);
  }

  private move(json: string): Step[] {
    if (json === NOTHING) return [];
    const moved = this.rowsOf<{ id: number; fen: number }>({ id: 'integer', fen: 'bigint' }, json).as('moved');
    const query = this.db
      .updateTable('balance')
      .from(moved)
      .set((eb) => ({ amount: eb('balance.amount', '+', eb.ref('moved.fen')) }))
      .whereRef('balance.id', '=', 'moved.id')
      .compile();
    return [{ query }];
  }

  private close(json: string): Step[] {
    if (json === NOTHING) return [];
    const columns = { unit: 'text', year: 'integer', closed: 'integer' } as const;
    const query = this.db
      .updateTable('unit')
      .from(this.rowsOf<{ unit: string; year: number; closed: number }>(columns, json).as('closing'))
      .set((eb) => ({ closed: eb.ref('closing.closed') }))
      .whereRef('unit.code', '=', 'closing.unit')
      .whereRef('unit.year', '=', 'closing.year')
      .compile();
    return [{ query }];
  }

  private reach(json: string): Step[] {
    if (json === NOTHING) return [];
    const columns = { unit: 'text', year: 'integer', revision: 'integer' } as const;
    const query = this.db
      .updateTable('unit')
      .from(this.rowsOf<{ unit: string; year: number; revision: number }>(columns, json).as('head'))
      .set((eb) => ({ revision: eb.ref('head.revision') }))
      .whereRef('unit.code', '=', 'head.unit')
      .whereRef('unit.year', '=', 'head.year')
      .compile();
    return [{ query }];
  }

  private stand(json: string): Step[] {
    if (json === NOTHING) return [];
    const columns = {
      unit: 'text',
      year: 'integer',
      id: 'text',
      status: 'text',
      comment: 'text',
      revision: 'integer',
    } as const;
    type Standing = { unit: string; year: number; id: string; comment: string | null; revision: number };
    const standing = this.rowsOf<Standing & Pick<Tables['adjustment'], 'status'>>(columns, json).as('standing');
    const query = this.db
      .updateTable('adjustment')
      .from(standing)
      .set((eb) => ({
        status: eb.ref('standing.status'),
        comment: eb.fn.coalesce('standing.comment', 'adjustment.comment'),
        revision: eb.ref('standing.revision'),
      }))
      .whereRef('adjustment.unit', '=', 'standing.unit')
      .whereRef('adjustment.year', '=', 'standing.year')
      .whereRef('adjustment.id', '=', 'standing.id')
      .compile();
    return [{ query }];
  }

  private complete(json: string): Step[] {
    if (json === NOTHING) return [];
    const done = this.db.selectFrom(this.rowsOf<{ id: string }>({ id: 'text' }, json).as('done')).select('done.id');
    return [{ query: this.db.updateTable('import').set({ state: 'completed' }).where('id', 'in', done).compile() }];
  }
}
