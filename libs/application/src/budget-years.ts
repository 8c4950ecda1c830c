import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@juesuan/event-store';
import {
  type BudgetYear,
  type BudgetYearCommand,
  budgetYearDecider,
  budgetYearStream,
  read,
  type RecordedEvent,
} from '@juesuan/execution';
import { type Decider, evolveAll, RuleViolation } from '@juesuan/kernel';
import { changedMeanwhile, isAboutTheSame } from './changed-meanwhile';
import { CodeBooks } from './code-books';
import { type Loaded, LoadedYears } from './loaded-years';
import { toNewEvents } from './new-events';
import { racing } from './racing';
import { type Refusal, refusedTogether } from './refused-together';
import { EVENT_STORE } from './stores';

/** What a command answers: where its events stand. `repeated` means that the very same was already recorded. */
export interface Receipt {
  readonly position: string | null;
  readonly revisions: readonly [first: number, last: number] | null;
  readonly repeated: boolean;
}

/** A command on one of several years. */
export interface AskedOfUnit {
  readonly unit: { readonly code: string; readonly name: string };
  readonly command: BudgetYearCommand;
}

/** Carries out commands on unit-years; one at a time decides on each. */
@Injectable()
export class BudgetYears {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly books: CodeBooks,
    private readonly loaded: LoadedYears,
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
      const loaded = await this.loaded.load(stream);
      const decided = decider.decide(loaded.year, await this.sealed(stream, loaded.year, command));
      if (decided.length === 0) return firstAnswer(loaded, command);
      if (seen !== null && seen < loaded.year.revision) await this.assertUnchanged(stream, seen, command);
      return this.commit(stream, loaded, decided, decider);
    };
    return this.loaded.turns.take([stream], () => racing(attempt));
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
      for (const { stream, year, keptAt, events } of decided) {
        this.loaded.keep(stream, { year: evolveAll(decider, year, events), position, keptAt });
      }
    };
    const streams = asked.map(({ unit }) => budgetYearStream(unit.code, fiscalYear));
    return this.loaded.turns.take(streams, () => racing(attempt));
  }

  /** What a year's state says now. It is changed in place later: take out of it what is wanted, and keep no part of it. */
  async look<T>(unit: string, fiscalYear: number, take: (year: BudgetYear, position: string | null) => T): Promise<T> {
    const stream = budgetYearStream(unit, fiscalYear);
    // In its turn: topping up a state whose own events are on their way would take them twice.
    return this.loaded.turns.take([stream], async () => {
      const { year, position } = await this.loaded.load(stream);
      return take(year, position);
    });
  }

  /** A year to decide a whole import on, which may evolve it and drop it: it is nobody else's. What is asked next loads its own. */
  async take(unit: string, fiscalYear: number): Promise<BudgetYear> {
    const stream = budgetYearStream(unit, fiscalYear);
    // In its turn: a command that is being decided holds the same state, and would be decided on the import's events.
    return this.loaded.turns.take([stream], async () => {
      const { year } = await this.loaded.load(stream);
      this.loaded.drop(stream);
      return year;
    });
  }

  private async decideTogether(
    fiscalYear: number,
    asked: readonly AskedOfUnit[],
    decider: Decider<BudgetYear, BudgetYearCommand, RecordedEvent>,
  ): Promise<(Loaded & { stream: string; events: RecordedEvent[] })[]> {
    const decided = [];
    const refusals: Refusal[] = [];
    for (const { unit, command } of asked) {
      const stream = budgetYearStream(unit.code, fiscalYear);
      const loaded = await this.loaded.load(stream);
      try {
        const events = decider.decide(loaded.year, await this.sealed(stream, loaded.year, command));
        if (events.length > 0) decided.push({ ...loaded, stream, events });
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
    { year, keptAt }: Loaded,
    decided: readonly RecordedEvent[],
    decider: Decider<BudgetYear, BudgetYearCommand, RecordedEvent>,
  ): Promise<Receipt> {
    const first = year.revision + 1;
    const append = { stream, expected: year.revision, events: toNewEvents(stream, decided) };
    const { position } = await this.events.append([append]);
    this.loaded.keep(stream, { year: evolveAll(decider, year, decided), position, keptAt });
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
}

function firstAnswer({ year, position }: Loaded, { by }: BudgetYearCommand): Receipt {
  const known = year.commands.get(by.commandId);
  return { position, revisions: known ? [known.first, known.last] : null, repeated: true };
}
