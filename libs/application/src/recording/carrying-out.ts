import type { Append, EventStore } from '@juesuan/event-store';
import { type BudgetYear, type BudgetYearCommand, read, type RecordedEvent } from '@juesuan/execution';
import { type Decider, evolveAll } from '@juesuan/kernel';
import { changedMeanwhile, isAboutTheSame, seenNowhere } from './changed-meanwhile';
import type { LoadedYears } from './loaded-years';
import { toNewEvents } from './new-events';
import { racing } from './racing';

/** What a command answers: where its events stand. `repeated` means that the very same was already recorded. */
export interface Receipt {
  /** A position that its events have been recorded by. */
  readonly position: string | null;
  readonly revisions: readonly [first: number, last: number] | null;
  readonly repeated: boolean;
}

export type BudgetYearDecider = Decider<BudgetYear, BudgetYearCommand, RecordedEvent>;

/** A command that waits for its turn, and the revision its sender saw (null: she does not say). */
export interface WaitingCommand {
  readonly command: BudgetYearCommand;
  readonly seen: number | null;
  readonly decider: BudgetYearDecider;
}

/** A year with what was decided on it and is not recorded yet. */
interface Tip {
  year: BudgetYear;
  readonly keptAt: number;
  /** The last command's events: they become part of the state when the next one is decided on, or when they are recorded. */
  last: readonly RecordedEvent[];
  readonly appends: Append[];
}

/** Decides the commands that wait on one year one on top of another, and appends what they decide in one commit. */
export class CarryingOut {
  constructor(
    private readonly events: EventStore,
    private readonly loaded: LoadedYears,
  ) {}

  /** Each command's own answer or refusal; nobody learns of it before everything it rests on is durable. */
  async together(stream: string, asked: readonly WaitingCommand[]): Promise<PromiseSettledResult<Receipt>[]> {
    const settled: PromiseSettledResult<Receipt>[] = [];
    for (const run of this.runs(asked)) {
      const failed = (reason: unknown) => run.map(() => ({ status: 'rejected', reason }) as const);
      settled.push(...(await racing(() => this.carryOut(stream, run)).catch(failed)));
    }
    return settled;
  }

  /**
   * What is committed at once. A command that looks into the store begins a commit of its own: it must find there what was decided
   * before it.
   */
  private runs(asked: readonly WaitingCommand[]): WaitingCommand[][] {
    const runs: WaitingCommand[][] = [];
    for (const each of asked) {
      const open = looksIntoTheStore(each) ? undefined : runs.at(-1);
      if (open) open.push(each);
      else runs.push([each]);
    }
    return runs;
  }

  private async carryOut(stream: string, run: readonly WaitingCommand[]): Promise<PromiseSettledResult<Receipt>[]> {
    const { year, position, keptAt } = await this.loaded.load(stream);
    const tip: Tip = { year, keptAt, last: [], appends: [] };
    const settled: PromiseSettledResult<Omit<Receipt, 'position'>>[] = [];
    for (const asked of run) settled.push(...(await Promise.allSettled([this.decide(stream, tip, asked)])));
    const reached = tip.appends.length === 0 ? position : await this.append(stream, tip, run);
    return settled.map((each) =>
      each.status === 'fulfilled' ? { ...each, value: { ...each.value, position: reached } } : each,
    );
  }

  private async decide(stream: string, tip: Tip, asked: WaitingCommand): Promise<Omit<Receipt, 'position'>> {
    const { decider, seen, command } = asked;
    tip.year = evolveAll(decider, tip.year, tip.last);
    tip.last = [];
    const { revision, commands } = tip.year;
    const decided = decider.decide(tip.year, await this.sealed(stream, revision, command));
    if (decided.length === 0) {
      const known = commands.get(command.by.commandId);
      return { revisions: known ? [known.first, known.last] : null, repeated: true };
    }
    if (seen !== null && seen > revision) throw seenNowhere(seen, revision);
    if (seen !== null && seen < revision) await this.assertUnchanged(stream, seen, command);
    tip.appends.push({ stream, expected: revision, events: toNewEvents(stream, decided) });
    tip.last = decided;
    return { revisions: [revision + 1, revision + decided.length], repeated: false };
  }

  /** A state that took over what is not recorded after all is dropped; a single command's events were not taken over yet. */
  private async append(stream: string, tip: Tip, [first]: readonly WaitingCommand[]): Promise<string> {
    try {
      const { position } = await this.events.append(tip.appends);
      const { year, last, keptAt } = tip;
      if (first) this.loaded.keep(stream, { year: evolveAll(first.decider, year, last), position, keptAt });
      return position;
    } catch (error) {
      if (tip.appends.length > 1 || tip.last.length === 0) this.loaded.drop(stream);
      throw error;
    }
  }

  private async assertUnchanged(stream: string, seen: number, command: BudgetYearCommand): Promise<void> {
    for await (const batch of this.events.readStream(stream, Math.max(0, seen + 1))) {
      const changed = batch.map((stored) => ({ ...read(stored), at: stored.recordedAt }));
      const touching = changed.filter((event) => isAboutTheSame(event, command));
      if (touching.length > 0) throw changedMeanwhile(touching);
    }
  }

  /** Closing seals what was recorded so far: it carries the hash of the last event before it. */
  async sealed(stream: string, revision: number, command: BudgetYearCommand): Promise<BudgetYearCommand> {
    if (command.type !== 'CloseFiscalYear') return command;
    let chainHead: string | null = null;
    for await (const batch of this.events.readStream(stream, Math.max(0, revision))) {
      chainHead = batch.at(-1)?.hash ?? chainHead;
    }
    return { ...command, data: { ...command.data, chainHead } };
  }
}

const looksIntoTheStore = ({ command, seen }: WaitingCommand): boolean =>
  seen !== null || command.type === 'CloseFiscalYear';
