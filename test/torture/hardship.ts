import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EventStore } from '@juesuan/event-store';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Jump, Kill, NoRoom, Plan } from './plan';

/** What befalls a process from within, counted in its own calls and answers. */
export class Hardship {
  private answers = 0;
  private calls = 0;
  private full = false;

  constructor(private readonly plan: Plan) {}

  /** Before each step of any client. */
  beforeStep(): void {
    const { kill, noRoom, jumps } = this.plan;
    for (const jump of jumps) if (jump.at === this.answers) jumpClock(jump);
    if (kill?.at === 'byte' && kill.answers === this.answers) dieWhenWriting(this.plan.db, kill);
    if (noRoom && !this.full && this.answers >= noRoom.from && this.answers < noRoom.to) this.fill(noRoom);
    if (noRoom && this.full && this.answers >= noRoom.to) this.empty();
  }

  afterAnswer(): void {
    this.answers++;
  }

  /** There is room again at the end, whatever happened. */
  end(): void {
    if (this.full) this.empty();
  }

  /** Counts the ways into and out of the event store, and dies in one of them. */
  watch(store: EventStore): void {
    const append = store.append.bind(store);
    store.append = async (appends) => {
      this.call();
      const appended = await append(appends);
      this.call();
      return appended;
    };
    const readAll = store.readAll.bind(store);
    const counted = async function* (this: Hardship, ...words: Parameters<EventStore['readAll']>) {
      for await (const batch of readAll(...words)) {
        this.call();
        yield batch;
        this.call();
      }
    };
    store.readAll = counted.bind(this);
  }

  private call(): void {
    const { kill } = this.plan;
    if (kill?.at === 'call' && ++this.calls === kill.count) process.kill(process.pid, 'SIGKILL');
  }

  private fill({ spare }: NoRoom): void {
    this.full = true;
    if (this.plan.smallDisk) fillDisk(ballastOf(this.plan.db), spare);
    else limitFiles(logOf(this.plan.db) + spare);
  }

  private empty(): void {
    this.full = false;
    if (this.plan.smallDisk) rmSync(ballastOf(this.plan.db));
    else limitFiles(null);
  }
}

/** The kernel ends the process inside a write, once it has written just so much of it; no handler of the process runs. */
function dieWhenWriting(db: string, { bytes }: Extract<Kill, { at: 'byte' }>): void {
  // Node ignores this signal from its start; taking a handler away puts the kernel's own answer to it back: death.
  const listen = (): void => undefined;
  process.on('SIGXFSZ', listen);
  process.off('SIGXFSZ', listen);
  limitFiles(logOf(db) + bytes);
}

/** No file of this process may grow past so many bytes (null: any size). A soft limit: it can be taken back. */
function limitFiles(bytes: number | null): void {
  execFileSync('prlimit', [`--fsize=${bytes ?? 'unlimited'}:unlimited`, '--pid', String(process.pid)]);
}

/** Takes the write-ahead log into the database: a log that is written from its beginning again does not grow. */
export function emptyLog(db: string): void {
  const file = new DatabaseSync(db, { timeout: 5000 });
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  file.close();
}

/** The write-ahead log's size: what is written goes there first. */
const logOf = (db: string): number => statSync(`${db}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** The file that fills a small disk. */
export const ballastOf = (db: string): string => join(dirname(db), 'ballast');

/** Writes until the disk refuses, and gives so many bytes back. */
function fillDisk(file: string, spare: number): void {
  const ballast = openSync(file, 'w');
  let size = 0;
  for (let piece = 1 << 20; piece >= 512;) {
    try {
      size += writeSync(ballast, Buffer.alloc(piece));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      piece /= 2;
    }
  }
  closeSync(ballast);
  truncateSync(file, Math.max(0, size - spare));
}

/** The wall clock of the whole process jumps, as when its machine's is set; what was measured before does not. */
function jumpClock({ seconds }: Jump): void {
  const Before = Date;
  const now = (): number => Before.now() + seconds * 1000;
  globalThis.Date = class extends Before {
    constructor(...words: unknown[]) {
      super(...((words.length === 0 ? [now()] : words) as [number]));
    }
    static override now = now;
  } as DateConstructor;
}
