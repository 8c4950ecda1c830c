import type { Happened } from '@juesuan/event-store';
import { sql } from 'kysely';
import { BalanceIds } from './balance-ids';
import { Batch } from './batch';
import { Outdated, type Writer } from '@juesuan/sql';
import type { Database } from './database';
import { partitionOf, type Standing, standings } from './partitions';
import type { SetName } from './schema';
import { Steps } from './steps';
import { unitYearOf } from './streams';

interface At {
  /** What the tables hold once everything on its way has arrived. */
  standing: Standing;
  /** How many partitions the tables have. */
  readonly of: number;
  readonly ids: BalanceIds;
  /** Events taken but not yet on their way, and where the tables will stand with them. */
  open: { readonly batch: Batch; readonly through: Standing } | null;
}

/** Turns the events of one partition into rows of a set of tables. Its methods must not run at the same time; the callers take turns. */
export class Projection {
  private at: At | null = null;
  private written: Promise<void> = Promise.resolve();
  private readonly steps: Steps;

  constructor(
    private readonly database: Database,
    private readonly set: SetName,
    private readonly partition: number,
    private readonly writer: Writer,
    locks: readonly string[],
  ) {
    this.steps = new Steps(this.db, database.rowsOf, locks);
  }

  /**
   * Takes the events past the checkpoint in one transaction, all or none. Where another process was faster, what it took is left
   * out and the rest is decided anew. Throws UnknownEvent, and then the checkpoint stays before these events.
   */
  async project(events: readonly Happened[]): Promise<void> {
    for (;;) {
      try {
        await this.take(events);
        await this.send();
        return await this.written;
      } catch (error) {
        this.forget();
        if (!(error instanceof Outdated)) throw error;
      }
    }
  }

  /** Takes events into the open batch, in memory. Those of other partitions move it on as well: it has seen that they are not its own. */
  async take(events: readonly Happened[]): Promise<void> {
    const at = await this.now();
    if (at === null) return;
    const through = at.open?.through ?? at.standing;
    const fresh = after(events, through.position);
    const last = fresh.at(-1);
    if (!last) return;
    const own = at.of === 1 ? fresh : fresh.filter(({ stream }) => partitionOf(stream, at.of) === this.partition);
    await this.learn(own, at);
    const batch = at.open?.batch ?? new Batch(at.ids);
    for (const event of own) batch.add(event);
    at.open = { batch, through: { ...through, position: last.position, events: through.events + own.length } };
  }

  /** How many events the open batch holds. */
  get waiting(): number {
    return this.at?.open?.batch.size ?? 0;
  }

  /** How many events its partition holds with what is on its way. */
  get events(): number {
    return this.at?.standing.events ?? 0;
  }

  /**
   * Sends the open batch on its way and returns when the one before it has arrived: the next events can be read meanwhile.
   * Rejects with Outdated where another process fills the same tables.
   */
  async send(): Promise<void> {
    const { at } = this;
    if (!at?.open) return;
    const { batch, through } = at.open;
    const advance = this.steps.advance(this.set, this.partition, at.standing, through);
    const steps = [...this.steps.begin(), advance, ...this.steps.of(batch)];
    await this.written;
    this.written = this.writer.atomically(steps);
    // Whoever awaits it next sees the failure; until then it is not an unhandled one.
    this.written.catch(() => undefined);
    at.standing = through;
    at.open = null;
    at.ids.forgetIfMany();
  }

  /** Resolves when all that was sent is durable. */
  async settled(): Promise<void> {
    await this.written;
  }

  /** To be told where its partition stands, read anew: other processes may have moved it. */
  standsAt({ position, generation }: Standing, of: number): void {
    const { standing } = this.at ?? {};
    if (standing?.position !== position || standing.generation !== generation || this.at?.of !== of) this.forget();
  }

  private get db() {
    return this.set === 'live' ? this.database.live : this.database.next;
  }

  private forget(): void {
    this.at = null;
    this.written = Promise.resolve();
  }

  /** Null where the tables have no such partition any more. */
  private async now(): Promise<At | null> {
    if (this.at) return this.at;
    const all = await standings(this.db, this.set);
    const standing = all[this.partition];
    if (!standing) return null;
    this.at = { standing, of: all.length, ids: await this.ids(all.length), open: null };
    return this.at;
  }

  private async ids(of: number): Promise<BalanceIds> {
    const all = this.db.selectFrom('balance').select((eb) => eb.fn.max('id').as('id'));
    const own = of === 1 ? all : all.where(sql<number>`id % ${of}`, '=', this.partition);
    const largest = await own.executeTakeFirst();
    return new BalanceIds(largest?.id ?? this.partition, of);
  }

  /** Reads the balances of unit-years not seen yet; what is still on its way to the tables is waited for. */
  private async learn(events: readonly Happened[], { ids }: At): Promise<void> {
    let last = '';
    for (const { stream } of events) {
      if (stream === last) continue;
      last = stream;
      const year = ids.knows(stream) ? null : unitYearOf(stream);
      if (!year) continue;
      await this.written;
      ids.learn(stream, await this.balancesOf(year.unit, year.year));
    }
  }

  private balancesOf(unit: string, year: number) {
    return this.db
      .selectFrom('balance')
      .select([
        'id',
        'measure',
        'fund_source as fundSource',
        'item',
        'kind',
        'project',
        'economic_item as economicItem',
      ])
      .select('purpose')
      .where('unit', '=', unit)
      .where('year', '=', year)
      .execute();
  }
}

/** The events past a position; they are in order, and commonly all of them are. */
function after(events: readonly Happened[], position: string | null): readonly Happened[] {
  if (position === null) return events;
  const first = events.findIndex((event) => event.position > position);
  return first === 0 ? events : first < 0 ? [] : events.slice(first);
}
