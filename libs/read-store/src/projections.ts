import type { Happened } from '@juesuan/event-store';
import type { Writer } from '@juesuan/sql';
import type { Database } from './database';
import { type Standing, standings } from './partitions';
import { Projection } from './projection';
import type { SetName } from './schema';

/** One set of tables with all its partitions. Its methods must not run at the same time; the callers take turns. */
export class Projections {
  private readonly known: Projection[] = [];

  constructor(
    private readonly database: Database,
    private readonly set: SetName,
    private readonly writer: Writer = database,
    /** Statements that each of its transactions begins with. */
    private readonly locks: readonly string[] = [],
  ) {}

  /** Where each partition stands, read anew: other processes may have moved them, or a rebuild divided them otherwise. */
  async refresh(): Promise<Standing[]> {
    const now = await standings(this.set === 'live' ? this.database.live : this.database.next, this.set);
    for (const [partition, standing] of now.entries()) {
      this.known[partition] ??= new Projection(this.database, this.set, partition, this.writer, this.locks);
      this.known[partition].standsAt(standing, now.length);
    }
    this.known.length = now.length;
    return now;
  }

  /**
   * Takes events into each of some partitions (left out: all), which write side by side. A partition that cannot take its own keeps
   * none of the others from theirs.
   */
  async project(events: readonly Happened[], own?: readonly number[]): Promise<void> {
    await this.refresh();
    const wanted = own === undefined ? this.known : this.known.filter((_, partition) => own.includes(partition));
    await together(wanted.map((each) => each.project(events)));
  }

  /** Takes events into the open batches, in memory; only after `refresh`. */
  async take(events: readonly Happened[]): Promise<void> {
    for (const each of this.known) await each.take(events);
  }

  /** How many events the open batches hold. */
  get waiting(): number {
    return this.known.reduce((sum, each) => sum + each.waiting, 0);
  }

  /** How many events the tables hold with what is on its way. */
  get events(): number {
    return this.known.reduce((sum, each) => sum + each.events, 0);
  }

  /** Sends the open batches on their way; see Projection. */
  async send(): Promise<void> {
    await together(this.known.map((each) => each.send()));
  }

  /** Resolves when all that was sent is durable. */
  async settled(): Promise<void> {
    await together(this.known.map((each) => each.settled()));
  }
}

/** Waits for all, also where one fails: nothing of them may still run when the next turn begins. */
async function together(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
