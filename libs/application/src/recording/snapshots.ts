import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { type BudgetYear, type PackedYear, packYear, unpackYear } from '@juesuan/execution';
import type { ReadStore, Snapshot } from '@juesuan/read-store';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EVENT_STORE, READ_STORE } from '../stores';

/** Fewer events than these are read again faster than a snapshot is worth. */
const WORTH_KEEPING = 5_000;

/** Keeps the states of large unit-years, so that one with hundreds of thousands of events opens without reading them all. */
@Injectable()
export class Snapshots {
  private readonly logger = new Logger('Snapshots');

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** The year as it stood at an earlier revision; null where nothing was kept, or not by this program, not whole, not of this log. */
  async find(stream: string): Promise<{ year: BudgetYear; position: string } | null> {
    const kept = await this.readStore.snapshot(stream);
    if (!kept || kept.program !== program() || kept.digest !== digestOf(kept)) return null;
    const last = await this.eventAt(stream, kept.revision);
    return last?.hash === kept.hash ? { year: unpackYear(kept), position: last.position } : null;
  }

  /**
   * Keeps the year for the next time where enough happened since one was last kept, and answers the revision that is kept now.
   * The year must not evolve meanwhile. What cannot be kept is told in the log and no more: the events are what counts.
   */
  async leave(stream: string, year: BudgetYear, keptAt: number): Promise<number> {
    if (year.revision - keptAt < WORTH_KEEPING) return keptAt;
    try {
      const last = await this.eventAt(stream, year.revision);
      const packed = await packedInTurns(year);
      const known = { stream, revision: year.revision, hash: last?.hash ?? '', program: program() };
      await this.readStore.keepSnapshot({ ...known, ...packed, digest: digestOf(packed) });
      return year.revision;
    } catch (error) {
      this.logger.warn(`${stream} 的状态未能存留，下次仍从事件读取：${(error as Error).message}`);
      return keptAt;
    }
  }

  private async eventAt(stream: string, revision: number): Promise<StoredEvent | null> {
    for await (const [event] of this.events.readStream(stream, revision)) return event ?? null;
    return null;
  }
}

/** Lets others work now and then: a year of 300,000 events takes most of a second. */
async function packedInTurns(year: BudgetYear): Promise<PackedYear> {
  const packing = packYear(year);
  for (;;) {
    const { done, value } = packing.next();
    if (done) return value;
    await turn();
  }
}

const digestOf = ({ head, body }: Pick<Snapshot, 'head' | 'body'>): string =>
  createHash('sha256').update(head).update(body).digest('hex');

let known: string | null = null;

/** A digest of the program that makes a state out of events: another one's state is not believed. */
function program(): string {
  known ??= ['kernel', 'classification', 'execution']
    .map((library) => join(__dirname, '..', '..', '..', library, 'src'))
    .flatMap((folder) => sources(folder).map((name) => readFileSync(join(folder, name))))
    .reduce((hash, source) => hash.update(source), createHash('sha256'))
    .digest('hex');
  return known;
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !/\.(spec|d)\.[jt]s$/.test(name))
    .sort();
