import type { EventStore } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import { sql } from 'kysely';
import { beside } from './beside';
import { compare, type Comparison } from './compare';
import { Outdated, type Step, type Writer } from '@juesuan/sql';
import type { Database } from './database';
import { checkpointName, checkpointOf, isOf, type Standing, standings } from './partitions';
import { Projections } from './projections';
import { COMPUTED, computedTables, entryIndex, type SetName } from './schema';
import { FOLLOWED_PREFIXES } from './streams';

/** How far a rebuild is. */
export interface RebuildProgress {
  readonly done: number;
  /** null where the event store cannot tell. */
  readonly total: number | null;
  readonly eventsPerSecond: number;
  /** null where `total` is. */
  readonly secondsLeft: number | null;
}

export interface RebuildOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Stops after the batch under way; a later rebuild goes on from there. */
  readonly signal?: AbortSignal;
}

export interface RebuildResult {
  readonly events: number;
  /** The tables that were compared; none where nothing had been projected before. */
  readonly compared: readonly string[];
  /** What the old tables held and the events do not say, or the other way round: Chinese sentences. */
  readonly differences: readonly string[];
}

/** The tables that serve, as a rebuild sees them. */
export interface Serving {
  /** Takes what was recorded since; does nothing where no event was ever taken. */
  catchUp(): Promise<unknown>;
  /**
   * Takes what was recorded since, keeps this process – on PostgreSQL all processes – from moving the tables on, and lets work run
   * on where each partition stands.
   */
  heldStill<T>(work: (standings: readonly Standing[]) => Promise<T>): Promise<T>;
}

/** Events read at a time: few, so that they die young and cost no garbage collection. */
const PAGE = 500;
/** Events written in one transaction. */
const BATCH = 10_000;

/**
 * Fills a second set of tables while the first serves, compares both at the same position and swaps them in one transaction. Its
 * own checkpoint moves with every batch: cancelled or killed, the next rebuild goes on from there.
 */
export async function rebuild(
  database: Database,
  serving: Serving,
  events: EventStore,
  partitions: number,
  options: RebuildOptions = {},
): Promise<RebuildResult> {
  const generation = await begin(database, partitions);
  const writer = database.inBackground();
  try {
    const filling = new Filling(database, writer, events, options);
    await filling.run(null);
    await writer.atomically([{ query: entryIndex(database.next, generation).compile() }]);
    for (;;) {
      await serving.catchUp();
      const done = await serving.heldStill((live) => finish(database, filling, live));
      if (done) return done;
    }
  } catch (error) {
    if (!(error instanceof Outdated) && !(await isOvertaken(database, generation, error))) throw error;
    throw new RuleViolation('rebuild-running', '另一个重算正在进行，或刚刚完成：请等它结束，不必再做。');
  } finally {
    await writer.close();
  }
}

/**
 * Whether something failed on the second set because another rebuild has put it in place of the first, or begun one anew. False where
 * the database does not answer.
 */
async function isOvertaken({ live }: Database, generation: number, error: unknown): Promise<boolean> {
  if (!COMPUTED.some((table) => String(error).includes(beside(table)))) return false;
  return standings(live, 'next').then(
    ([first]) => first?.generation !== generation,
    () => false,
  );
}

/** Creates the second set unless an interrupted rebuild left it, in as many partitions as are wanted; answers its generation. */
async function begin(database: Database, partitions: number): Promise<number> {
  const { live, next, schemaLock } = database;
  const left = await standings(live, 'next');
  if (left[0] && left.length === partitions) return left[0].generation;
  const generation = ((await standings(live, 'live'))[0]?.generation ?? 0) + 1;
  const drop = COMPUTED.map((table) => next.schema.dropTable(table).ifExists().compile());
  const forget = live.deleteFrom('checkpoint').where(isOf('next'));
  const rows = Array.from({ length: partitions }, (_, partition) => ({
    name: checkpointName('next', partition),
    position: null,
    events: 0,
    generation,
  }));
  const create = computedTables(next, generation).map((table) => table.compile());
  const stand = live.insertInto('checkpoint').values(rows);
  const locks = schemaLock.map((lock) => sql.raw(lock).compile(live));
  const queries = [...locks, ...drop, forget.compile(), ...create, stand.compile()];
  await database.atomically(queries.map((query) => ({ query })));
  return generation;
}

/** Events that were never recorded cannot have been taken: the checkpoint was changed, or the log is another, older one. */
const AHEAD = '检查点：原在事件日志的末尾之后，其间记录的事项没有计入';

/** Compares and swaps when both sets stand at one position; null when the live one had moved on by then. */
async function finish(database: Database, filling: Filling, live: readonly Standing[]): Promise<RebuildResult | null> {
  const at = checkpointOf(live).position;
  if (live.some(({ position }) => position !== at)) return null;
  const all = await filling.run(at);
  const next = checkpointOf(all);
  const ahead = at !== null && (next.position ?? '') < at;
  if (next.position !== at && at !== null && !ahead) return null;
  const comparison: Comparison = at === null ? { compared: [], differences: [] } : await compare(database);
  try {
    await database.atomically(swap(database, live, all));
  } catch (error) {
    if (error instanceof Outdated) return null;
    throw error;
  }
  return { events: next.events, ...comparison, differences: [...(ahead ? [AHEAD] : []), ...comparison.differences] };
}

/** The rebuilt tables take the names of those that served; undone as a whole when one of the two moved in between. */
function swap({ live: db, schemaLock }: Database, live: readonly Standing[], next: readonly Standing[]): Step[] {
  const at = (set: SetName, partition: number, { position, generation }: Standing) =>
    sql<boolean>`name = ${checkpointName(set, partition)} and generation = ${generation}
      and ${position === null ? sql`position is null` : sql`position = ${position}`}`;
  const leave = live.map((each, partition) =>
    db
      .deleteFrom('checkpoint')
      .where(at('live', partition, each))
      .compile(),
  );
  const take = next.map((each, partition) =>
    db
      .updateTable('checkpoint')
      .set({ name: checkpointName('live', partition) })
      .where(at('next', partition, each))
      .compile(),
  );
  const tables = COMPUTED.flatMap((name) => [
    { query: db.schema.dropTable(name).compile() },
    { query: db.schema.alterTable(beside(name)).renameTo(name).compile() },
  ]);
  // Whoever rebuilds trusts nothing but the events: a snapshot forged together with its digest would still be believed.
  const forget = { query: db.deleteFrom('snapshot').compile() };
  const locks = schemaLock.map((lock) => ({ query: sql.raw(lock).compile(db) }));
  return [...locks, forget, ...[...leave, ...take].map((query) => ({ query, rows: 1 })), ...tables];
}

/** Reads the log into the second set; reading and writing overlap. */
class Filling {
  private readonly projections: Projections;

  constructor(
    database: Database,
    writer: Writer,
    private readonly events: EventStore,
    private readonly options: RebuildOptions,
  ) {
    this.projections = new Projections(database, 'next', writer);
  }

  /** Takes the events past its checkpoint, up to a position or (null) to the end. */
  async run(until: string | null): Promise<Standing[]> {
    const { signal, onProgress } = this.options;
    const from = checkpointOf(await this.projections.refresh());
    const tell = onProgress && progressFrom(from.events, await this.events.count(), onProgress);
    const pages = this.events.readAll(from.position, FOLLOWED_PREFIXES, PAGE);
    try {
      for await (const page of pages) {
        signal?.throwIfAborted();
        const batch = until === null ? page : page.filter(({ position }) => position <= until);
        await this.projections.take(batch);
        if (this.projections.waiting >= BATCH) {
          await this.projections.send();
          tell?.(this.projections.events);
        }
        if (batch.length < page.length) break;
      }
      await this.projections.send();
      tell?.(this.projections.events);
    } finally {
      await this.projections.settled();
    }
    signal?.throwIfAborted();
    return this.projections.refresh();
  }
}

const MS = 1000;

function progressFrom(
  first: number,
  total: number | null,
  onProgress: (progress: RebuildProgress) => void,
): (done: number) => void {
  const started = performance.now();
  return (done) => {
    const seconds = Math.max(performance.now() - started, 1) / MS;
    const eventsPerSecond = Math.round((done - first) / seconds);
    const left =
      total === null || eventsPerSecond === 0 ? null : Math.ceil(Math.max(0, total - done) / eventsPerSecond);
    onProgress({ done, total, eventsPerSecond, secondsLeft: left });
  };
}
