import type { Happened } from '@juesuan/event-store';
import { BalanceIds } from './balance-ids';
import { Batch } from './batch';
import { Outdated, type Writer } from '@juesuan/sql';
import type { Database } from './database';
import { type Standing, Steps } from './steps';
import { unitYearOf } from './streams';

interface At {
  /** What the tables hold once everything on its way has arrived. */
  standing: Standing;
  readonly ids: BalanceIds;
  /** Events taken but not yet on their way, and where the tables will stand with them. */
  open: { readonly batch: Batch; readonly through: Standing } | null;
}

/** Turns events into rows of one set of tables. Its methods must not run at the same time; the callers take turns. */
export class Projection {
  private at: At | null = null;
  private written: Promise<void> = Promise.resolve();
  private readonly steps: Steps;

  constructor(
    private readonly database: Database,
    private readonly name: 'live' | 'next',
    private readonly writer: Writer = database,
  ) {
    this.steps = new Steps(this.db, database.rowsOf);
  }

  /**
   * Takes the events past the checkpoint in one transaction, all or none. Where another process was faster, what it took is left
   * out and the rest is decided anew. Throws UnknownEvent, and then the checkpoint stays before these events.
   */
  async project(events: readonly Happened[]): Promise<Standing> {
    for (;;) {
      try {
        const standing = await this.take(events);
        await this.send();
        await this.written;
        return standing;
      } catch (error) {
        this.forget();
        if (!(error instanceof Outdated)) throw error;
      }
    }
  }

  /** Takes events into the open batch, in memory; answers where the tables will stand with them. */
  async take(events: readonly Happened[]): Promise<Standing> {
    const at = await this.now();
    const through = at.open?.through ?? at.standing;
    const fresh = after(events, through.position);
    const last = fresh.at(-1);
    if (!last) return through;
    await this.learn(fresh, at);
    const batch = at.open?.batch ?? new Batch(at.ids);
    for (const event of fresh) batch.add(event);
    at.open = { batch, through: { ...through, position: last.position, events: through.events + fresh.length } };
    return at.open.through;
  }

  /** How many events the open batch holds. */
  get waiting(): number {
    return this.at?.open?.batch.size ?? 0;
  }

  /**
   * Sends the open batch on its way and returns when the one before it has arrived: the next events can be read meanwhile.
   * Rejects with Outdated where another process fills the same tables.
   */
  async send(): Promise<void> {
    const { at } = this;
    if (!at?.open) return;
    const { batch, through } = at.open;
    const steps = [this.steps.advance(this.name, at.standing, through), ...this.steps.of(batch)];
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

  /** Where the tables stand, read anew: other processes may have moved them. */
  async refresh(): Promise<Standing> {
    const standing = await this.standing();
    const known = this.at?.standing;
    if (known?.position !== standing.position || known.generation !== standing.generation) this.forget();
    return standing;
  }

  private get db() {
    return this.name === 'live' ? this.database.live : this.database.next;
  }

  private forget(): void {
    this.at = null;
    this.written = Promise.resolve();
  }

  private async now(): Promise<At> {
    if (this.at) return this.at;
    const standing = await this.standing();
    const largest = await this.db
      .selectFrom('balance')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirst();
    this.at = { standing, ids: new BalanceIds(largest?.id ?? 0), open: null };
    return this.at;
  }

  private standing(): Promise<Standing> {
    return this.db
      .selectFrom('checkpoint')
      .select(['position', 'events', 'generation'])
      .where('name', '=', this.name)
      .executeTakeFirstOrThrow();
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
