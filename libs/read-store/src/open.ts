import type { EventStore } from '@juesuan/event-store';
import type { DatabaseLocation } from '@juesuan/sql';
import { createTables } from './create';
import { type Database, databaseAt, type ReadableDatabase } from './database';
import { adjustments, facts } from './facts';
import { Following } from './following';
import { type Checkpoint, checkpointOf, standings } from './partitions';
import { Projections } from './projections';
import * as queries from './queries';
import type { OnProgress, Reading, ReadStore } from './read-store';
import { rebuild, type Serving } from './rebuild';
import { createSnapshots, keepSnapshot, snapshotOf } from './snapshots';
import { FOLLOWED_PREFIXES } from './streams';

/** Where the read store is kept. */
export type ReadStoreLocation = DatabaseLocation;

/**
 * Opens the read store and creates what is missing of it. The SQLite file may be the one that holds the events; on PostgreSQL the
 * tables are created and rebuilt in so many partitions, which as many processes can fill.
 */
export async function openReadStore(location: ReadStoreLocation, wanted = 1): Promise<ReadStore> {
  const database = databaseAt(location);
  // A file has one writer at a time.
  const partitions = 'sqliteFile' in location ? 1 : wanted;
  try {
    await createTables(database, partitions);
    await createSnapshots(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return readStore(database, partitions);
}

const BATCH = 2000;

function readStore(database: Database, partitions: number): ReadStore {
  const projections = new Projections(database, 'live', database, database.movingLock);
  const inTurn = turns();
  const checkpoint = (): Promise<Checkpoint> => inTurn(async () => checkpointOf(await projections.refresh()));
  const project: ReadStore['project'] = (events) =>
    inTurn(async () => {
      await projections.project(events);
      return checkpointOf(await projections.refresh());
    });
  const catchUp: ReadStore['catchUp'] = (events, onProgress) => caughtUp(events, checkpoint, project, onProgress);
  const follow: ReadStore['follow'] = async (events, onShare = () => undefined) =>
    new Following(events, database.share('the projection'), projections, inTurn, onShare);
  return {
    project,
    catchUp,
    follow,
    rebuild: (events, options) => rebuild(database, servingOf(database, events, inTurn), events, partitions, options),
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

/** Takes everything past a checkpoint. */
async function caughtUp(
  events: EventStore,
  checkpoint: () => Promise<Checkpoint>,
  project: ReadStore['project'],
  onProgress?: OnProgress,
): Promise<Checkpoint> {
  let reached = await checkpoint();
  for await (const batch of events.readAll(reached.position, FOLLOWED_PREFIXES, BATCH)) {
    reached = await project(batch);
    onProgress?.(reached.events);
  }
  return reached;
}

/** Its own projections do not wait for who holds the tables still: that is itself. */
function servingOf(database: Database, events: EventStore, inTurn: Turns): Serving {
  const catchUp = async (projections: Projections): Promise<void> => {
    // Tables that never took an event are not worth filling only to be compared and dropped.
    if (await isUntouched(database)) return;
    const now = async () => checkpointOf(await projections.refresh());
    await caughtUp(events, now, async (batch) => {
      await projections.project(batch);
      return now();
    });
  };
  return {
    catchUp: () => inTurn(() => catchUp(new Projections(database, 'live', database, database.movingLock))),
    heldStill: (work) =>
      inTurn(() =>
        database.heldStill(async () => {
          const projections = new Projections(database, 'live');
          await catchUp(projections);
          return work(await projections.refresh());
        }),
      ),
  };
}

/** Rows without a checkpoint were not left by a projection: they are to be compared like any others. */
async function isUntouched({ live }: Database): Promise<boolean> {
  const taken = (await standings(live, 'live')).some(({ position }) => position !== null);
  return !taken && (await live.selectFrom('unit').select('code').limit(1).execute()).length === 0;
}

function readingIn(database: ReadableDatabase): Reading {
  return {
    checkpoint: () => queries.checkpoint(database),
    units: (year) => queries.units(database, year),
    years: () => queries.years(database),
    unitsBefore: (year) => queries.unitsBefore(database, year),
    unit: async (code, year) => (await queries.units(database, year)).find((unit) => unit.code === code) ?? null,
    revisions: (units, year) => queries.revisions(database, units, year),
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

type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets one piece of work at a time run: a projection remembers where it stands, and the next one counts on it. */
function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
