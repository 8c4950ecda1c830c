import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@juesuan/event-store';
import {
  type BudgetYear,
  type BudgetYearCommand,
  budgetYearDecider,
  budgetYearStream,
  evolve,
  read,
  type RecordedEvent,
  unopenedYear,
} from '@juesuan/execution';
import { type Decider, evolveAll, RuleViolation } from '@juesuan/kernel';
import { changedMeanwhile, isAboutTheSame } from './changed-meanwhile';
import { CodeBooks } from './code-books';
import { toNewEvents } from './new-events';
import { racing } from './racing';
import { type Refusal, refusedTogether } from './refused-together';
import { Turns } from './turns';
import { EVENT_STORE } from './stores';

/** What a command answers: where its events stand. `repeated` means that the very same was already recorded. */
export interface Receipt {
  readonly position: string | null;
  readonly revisions: readonly [first: number, last: number] | null;
  readonly repeated: boolean;
}

interface Loaded {
  readonly year: BudgetYear;
  readonly position: string | null;
}

/** A command on one of several years. */
export interface AskedOfUnit {
  readonly unit: { readonly code: string; readonly name: string };
  readonly command: BudgetYearCommand;
}

const KEPT_YEARS = 64;

/** Loads unit-years from the event store, keeps the recent ones, and lets one command at a time decide on each. */
@Injectable()
export class BudgetYears {
  private readonly kept = new Map<string, Loaded>();
  /** The state is changed in place, and a queue is cheaper than losing races against oneself. */
  private readonly turns = new Turns();

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly books: CodeBooks,
  ) {}

  /**
   * The one way a command is carried out: load, decide, append at the revision decided on; a lost race is decided again on what
   * came in between. Throws RuleViolation with nothing recorded, also where the command's lines or document were changed since
   * the revision that its sender `seen` (null: she does not say).
   */
  async handle(
    unit: string,
    fiscalYear: number,
    command: BudgetYearCommand,
    seen: number | null = null,
  ): Promise<Receipt> {
    const decider = budgetYearDecider(await this.books.load());
    const stream = budgetYearStream(unit, fiscalYear);
    const attempt = async (): Promise<Receipt> => {
      const loaded = await this.load(stream);
      const decided = decider.decide(loaded.year, await this.sealed(stream, loaded.year, command));
      if (decided.length === 0) return firstAnswer(loaded, command);
      if (seen !== null && seen < loaded.year.revision) await this.assertUnchanged(stream, seen, command);
      return this.commit(stream, loaded.year, decided, decider);
    };
    return this.turns.take([stream], () => racing(attempt));
  }

  /**
   * One command on the year of each of several units, decided for all before anything is appended: where one is refused nothing is
   * recorded, and the refusal says which units and why. On a store without transactions across streams an interrupted append is
   * finished by asking again.
   */
  async handleTogether(fiscalYear: number, asked: readonly AskedOfUnit[]): Promise<void> {
    const decider = budgetYearDecider(await this.books.load());
    const attempt = async (): Promise<void> => {
      const decided = await this.decideTogether(fiscalYear, asked, decider);
      if (decided.length === 0) return;
      const appends = decided.map(({ stream, year, events }) => ({
        stream,
        expected: year.revision,
        events: toNewEvents(stream, events),
      }));
      const { position } = await this.events.append(appends);
      for (const { stream, year, events } of decided) {
        this.keep(stream, { year: evolveAll(decider, year, events), position });
      }
    };
    const streams = asked.map(({ unit }) => budgetYearStream(unit.code, fiscalYear));
    return this.turns.take(streams, () => racing(attempt));
  }

  /** What a year's state says now. It is changed in place later: take out of it what is wanted, and keep no part of it. */
  async look<T>(unit: string, fiscalYear: number, take: (year: BudgetYear, position: string | null) => T): Promise<T> {
    const stream = budgetYearStream(unit, fiscalYear);
    // In its turn: topping up a state whose own events are on their way would take them twice.
    return this.turns.take([stream], async () => {
      const { year, position } = await this.load(stream);
      return take(year, position);
    });
  }

  /** A year to decide a whole import on, which may evolve it and drop it: it is nobody else's. What is asked next loads its own. */
  async take(unit: string, fiscalYear: number): Promise<BudgetYear> {
    const stream = budgetYearStream(unit, fiscalYear);
    // In its turn: a command that is being decided holds the same state, and would be decided on the import's events.
    return this.turns.take([stream], async () => {
      const { year } = await this.load(stream);
      this.kept.delete(stream);
      return year;
    });
  }

  private async decideTogether(
    fiscalYear: number,
    asked: readonly AskedOfUnit[],
    decider: Decider<BudgetYear, BudgetYearCommand, RecordedEvent>,
  ): Promise<{ stream: string; year: BudgetYear; events: RecordedEvent[] }[]> {
    const decided = [];
    const refusals: Refusal[] = [];
    for (const { unit, command } of asked) {
      const stream = budgetYearStream(unit.code, fiscalYear);
      const { year } = await this.load(stream);
      try {
        const events = decider.decide(year, await this.sealed(stream, year, command));
        if (events.length > 0) decided.push({ stream, year, events });
      } catch (error) {
        if (!(error instanceof RuleViolation)) throw error;
        refusals.push({ unit, error });
      }
    }
    if (refusals.length > 0) throw refusedTogether(refusals, asked.length);
    return decided;
  }

  private async commit(
    stream: string,
    year: BudgetYear,
    decided: readonly RecordedEvent[],
    decider: Decider<BudgetYear, BudgetYearCommand, RecordedEvent>,
  ): Promise<Receipt> {
    const first = year.revision + 1;
    const append = { stream, expected: year.revision, events: toNewEvents(stream, decided) };
    const { position } = await this.events.append([append]);
    this.keep(stream, { year: evolveAll(decider, year, decided), position });
    return { position, revisions: [first, first + decided.length - 1], repeated: false };
  }

  private async assertUnchanged(stream: string, seen: number, command: BudgetYearCommand): Promise<void> {
    for await (const batch of this.events.readStream(stream, Math.max(0, seen + 1))) {
      const changed = batch.map((stored) => ({ ...read(stored), at: stored.recordedAt }));
      const touching = changed.filter((event) => isAboutTheSame(event, command));
      if (touching.length > 0) throw changedMeanwhile(touching);
    }
  }

  /** Closing seals what was recorded so far: it carries the hash of the last event before it. */
  private async sealed(stream: string, year: BudgetYear, command: BudgetYearCommand): Promise<BudgetYearCommand> {
    if (command.type !== 'CloseFiscalYear') return command;
    let chainHead: string | null = null;
    for await (const batch of this.events.readStream(stream, Math.max(0, year.revision))) {
      chainHead = batch.at(-1)?.hash ?? chainHead;
    }
    return { ...command, data: { ...command.data, chainHead } };
  }

  private async load(stream: string): Promise<Loaded> {
    let { year, position } = this.kept.get(stream) ?? { year: unopenedYear(), position: null };
    for await (const batch of this.events.readStream(stream, year.revision + 1)) {
      for (const stored of batch) year = evolve(year, read(stored));
      position = batch.at(-1)?.position ?? position;
    }
    const loaded = { year, position };
    this.keep(stream, loaded);
    return loaded;
  }

  private keep(stream: string, loaded: Loaded): void {
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_YEARS && oldest !== undefined) this.kept.delete(oldest);
  }
}

function firstAnswer({ year, position }: Loaded, { by }: BudgetYearCommand): Receipt {
  const known = year.commands.get(by.commandId);
  return { position, revisions: known ? [known.first, known.last] : null, repeated: true };
}
