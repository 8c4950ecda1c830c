import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Postgres, startPostgres } from '../support/postgres';
import { type StandIn, type StandInOrder, startStandIn } from '../support/stand-in';
import type { Home } from './department';
import { ballastOf } from './hardship';
import type { Random } from './random';
import { roomIn, unmount } from './room';
import type { Counted } from './tally';

/** Something that can go wrong around a department's processes. */
export interface Disturbance {
  readonly counted: Counted;
  readonly happen: (random: Random) => Promise<void>;
}

/** Where a department lives, and what can go wrong there. */
export interface Place {
  readonly home: Home;
  readonly disturbances: readonly Disturbance[];
  /** Nothing goes wrong any more. */
  readonly calm: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

const SMALL_DISK_MB = 48;
/** Of ten departments these have EventStoreDB, PostgreSQL, a disk that can be filled; the others one file on the machine's disk. */
const WITH_EVENT_STORE_DB = [7, 8];
const WITH_POSTGRES = [8, 9];
const ON_SMALL_DISK = [0, 3, 6];

/** The places of all departments of one run; one PostgreSQL serves them all. */
export class Places {
  private readonly folder = roomIn(tmpdir());
  private postgres: Promise<Postgres> | null = null;

  constructor(private readonly withSmallDisk: boolean) {}

  async place(seed: number): Promise<Place> {
    const folder = join(this.folder, String(seed));
    const db = join(folder, 'test.db');
    mkdirSync(folder);
    const smallDisk = this.withSmallDisk && ON_SMALL_DISK.includes(seed % 10);
    if (smallDisk) mountSmallDisk(folder);
    const standIn = WITH_EVENT_STORE_DB.includes(seed % 10) ? await startStandIn() : null;
    const postgres = WITH_POSTGRES.includes(seed % 10) ? await this.server() : null;
    const stores = {
      ...(standIn && { EVENTSTORE_URL: standIn.url }),
      ...(postgres && { DATABASE_URL: await schema(postgres, `department_${seed}`) }),
    };
    return {
      home: { db, stores, scratch: this.folder, smallDisk },
      disturbances: [...(standIn ? [connection(standIn)] : []), ...(postgres ? [restart(postgres)] : [])],
      calm: async () => {
        // A process that was killed while the disk was full left it so.
        rmSync(ballastOf(db), { force: true });
        await standIn?.order({ faults: {} });
      },
      leave: async () => {
        await standIn?.stop();
        if (smallDisk) unmount(folder);
        rmSync(folder, { recursive: true });
      },
    };
  }

  async end(): Promise<void> {
    await (await this.postgres)?.stop();
    rmSync(this.folder, { recursive: true });
  }

  private server(): Promise<Postgres> {
    this.postgres ??= startPostgres();
    return this.postgres;
  }
}

/** The connection breaks, answers are late, or appends are never answered though they were – or were not – recorded. */
const connection = (standIn: StandIn): Disturbance => ({
  counted: 'rounds with faults of the event store’s connection',
  happen: async (random) => {
    const count = random.between(1, 2);
    const orders: Readonly<{ [kind: string]: StandInOrder }> = {
      breaks: { restart: true },
      late: { faults: { lateAnswers: count * 5, lateMs: random.between(1, 500) } },
      swallows: { faults: { swallowAnswers: count } },
      ignores: { faults: { ignoreAppends: count } },
    };
    const order = orders[random.weighted({ breaks: 4, late: 3, swallows: 2, ignores: 1 })];
    if (order) await standIn.order(order);
  },
});

const restart = (postgres: Postgres): Disturbance => ({
  counted: 'rounds with restarts of PostgreSQL',
  happen: () => postgres.restart(),
});

async function schema({ url }: Postgres, name: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  await client.query(`create schema ${name}`);
  await client.end();
  return `${url}?options=-c%20search_path%3D${name}`;
}

/** A disk of its own, small enough to be filled. */
export function mountSmallDisk(folder: string): void {
  const options = ['-t', 'tmpfs', '-o', `size=${SMALL_DISK_MB}m`, 'juesuan-torture', folder];
  execFileSync('mount', options, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Whether this process may mount a small disk of its own. */
export function maySmallDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-mount-'));
  try {
    mountSmallDisk(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
