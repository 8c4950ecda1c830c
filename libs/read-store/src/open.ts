import type { EventStore, Subscription } from '@juesuan/event-store';
import type { DatabaseLocation } from '@juesuan/sql';
import { createTables } from './create';
import { type Database, databaseAt, type ReadableDatabase } from './database';
import { adjustments, facts } from './facts';
import { Projection } from './projection';
import * as queries from './queries';
import type { Checkpoint } from './queries';
import type { Reading, ReadStore } from './read-store';
import { rebuild, type Serving } from './rebuild';
import { createSnapshots, keepSnapshot, snapshotOf } from './snapshots';
import { FOLLOWED_PREFIXES } from './streams';

/** Where the read store is kept. */
export type ReadStoreLocation = DatabaseLocation;

/** Opens the read store and creates what is missing of it. The SQLite file may be the one that holds the events. */
export async function openReadStore(location: ReadStoreLocation): Promise<ReadStore> {
  const database = databaseAt(location);
  try {
    await createTables(database);
    await createSnapshots(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return readStore(database);
}

const BATCH = 2000;

function readStore(database: Database): ReadStore {
  const projection = new Projection(database, 'live');
  const inTurn = turns();
  const project: ReadStore['project'] = (events) => inTurn(async () => checkpointOf(await projection.project(events)));
  const checkpoint = (): Promise<Checkpoint> => inTurn(async () => checkpointOf(await projection.refresh()));
  const catchUp: ReadStore['catchUp'] = async (events, onProgress) => {
    let reached = await checkpoint();
    for await (const batch of events.readAll(reached.position, FOLLOWED_PREFIXES, BATCH)) {
      reached = await project(batch);
      onProgress?.(reached.events);
    }
    return reached;
  };
  const serving = (events: EventStore): Serving => ({
    // Tables that never took an event are not worth filling only to be compared and dropped.
    catchUp: async () => ((await isUntouched(database)) ? null : catchUp(events)),
    heldStill: (work) => inTurn(async () => work(await projection.refresh())),
  });
  const follow = async (events: EventStore): Promise<Subscription> =>
    events.subscribe((await checkpoint()).position, FOLLOWED_PREFIXES, async (batch) => void (await project(batch)));
  return {
    project,
    catchUp,
    follow,
    rebuild: (events, options) => rebuild(database, serving(events), events, options),
    ...readingIn(database),
    checkpoint,
    ...besideProjection(database),
    close: () => inTurn(() => database.close()),
  };
}

const besideProjection = (database: Database): Pick<ReadStore, 'atOneMoment' | 'snapshot' | 'keepSnapshot'> => ({
  atOneMoment: (work) => database.atOneMoment((moment) => work(readingIn(moment))),
  snapshot: (stream) => snapshotOf(database, stream),
  keepSnapshot: (snapshot) => keepSnapshot(database, snapshot),
});

/** Rows without a checkpoint were not left by a projection: they are to be compared like any others. */
async function isUntouched({ live }: Database): Promise<boolean> {
  const checkpoint = live.selectFrom('checkpoint').select('position').where('name', '=', 'live');
  const { position } = await checkpoint.executeTakeFirstOrThrow();
  return position === null && (await live.selectFrom('unit').select('code').limit(1).execute()).length === 0;
}

function readingIn(database: ReadableDatabase): Reading {
  return {
    checkpoint: () => queries.checkpoint(database),
    units: (year) => queries.units(database, year),
    unit: async (code, year) => (await queries.units(database, year)).find((unit) => unit.code === code) ?? null,
    subtree: (code, year) => queries.subtree(database, code, year),
    balances: (query) => queries.balances(database, query),
    monthly: (query) => queries.monthly(database, query),
    entries: (query) => queries.entries(database, query),
    references: (balanceIds, asOf) => queries.references(database, balanceIds, asOf),
    virements: (query) => queries.virements(database, query),
    facts: (unit, year) => facts(database, unit, year),
    adjustments: (unit, year) => adjustments(database, unit, year),
    codes: (book) => queries.codes(database, book),
    imports: (units, year) => queries.imports(database, units, year),
    incompleteImports: (units, year) => queries.incompleteImports(database, units, year),
  };
}

const checkpointOf = ({ position, events }: Checkpoint): Checkpoint => ({ position, events });

/** Lets one piece of work at a time run: a projection remembers where it stands, and the next one counts on it. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
