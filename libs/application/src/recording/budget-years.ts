import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@juesuan/event-store';
import {
  type BudgetYear,
  type BudgetYearCommand,
  budgetYearStream,
  read,
  type RecordedEvent,
} from '@juesuan/execution';
import { evolveAll, RuleViolation } from '@juesuan/kernel';
import { type BudgetYearDecider, CarryingOut, type Receipt, type WaitingCommand } from './carrying-out';
import { CodeBooks } from '../codes/code-books';
import { Groups } from './groups';
import { type Loaded, LoadedYears } from './loaded-years';
import { toNewEvents } from './new-events';
import { racing } from './racing';
import { type Refusal, refusedTogether } from './refused-together';
import { EVENT_STORE } from '../stores';
import { yearDecider } from './year-decider';

/** A command on one of several years. */
export interface AskedOfUnit {
  readonly unit: { readonly code: string; readonly name: string };
  readonly command: BudgetYearCommand;
}

/** More commands at once would keep the last one's answer, and everybody else's turn, waiting for too long. */
const MOST_TOGETHER = 256;

/** Carries out commands on unit-years; one at a time decides on each. */
@Injectable()
export class BudgetYears {
  private readonly carryingOut: CarryingOut;
  private readonly groups: Groups<WaitingCommand, Receipt>;

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly books: CodeBooks,
    private readonly loaded: LoadedYears,
  ) {
    this.carryingOut = new CarryingOut(events, loaded);
    // Where several shares are not one transaction nothing is gained by appending them together.
    const most = events.atomic ? MOST_TOGETHER : 1;
    this.groups = new Groups(loaded.turns, most, (stream, asked) => this.carryingOut.together(stream, asked));
  }

  /**
   * The one way a command is carried out: load, decide, append at the revision decided on; a lost race is decided again on what
   * came in between. Commands that wait for the same year are committed together, and each is answered when that is durable. Throws
   * RuleViolation with nothing recorded, also where the command's lines or document were changed since the revision that its
   * sender has `seen` (null: she does not say).
   */
  async handle(
    unit: string,
    fiscalYear: number,
    command: BudgetYearCommand,
    seen: number | null = null,
  ): Promise<Receipt> {
    const decider = yearDecider(await this.books.load());
    return this.groups.join(budgetYearStream(unit, fiscalYear), { command, seen, decider });
  }

  /**
   * One command on the year of each of several units, decided for all before anything is appended: where one is refused nothing is
   * recorded, and the refusal says which units and why. On a store without transactions across streams an interrupted append is
   * finished by asking again.
   */
  async handleTogether(fiscalYear: number, asked: readonly AskedOfUnit[]): Promise<string | null> {
    const decider = yearDecider(await this.books.load());
    const attempt = async (): Promise<string | null> => {
      const decided = await this.decideTogether(fiscalYear, asked, decider);
      if (decided.length === 0) return null;
      const appends = decided.map(({ stream, year, events }) => ({
        stream,
        expected: year.revision,
        events: toNewEvents(stream, events),
      }));
      const { position } = await this.events.append(appends);
      for (const { stream, year, keptAt, events } of decided) {
        this.loaded.keep(stream, { year: evolveAll(decider, year, events), position, keptAt });
      }
      return position;
    };
    const streams = asked.map(({ unit }) => budgetYearStream(unit.code, fiscalYear));
    return this.loaded.turns.take(streams, () => racing(attempt));
  }

  /** Whether the very same, under whatever id and by whomever, was the last thing said of a year. */
  async saidLast(unit: string, fiscalYear: number, { by }: BudgetYearCommand): Promise<boolean> {
    const revision = await this.look(unit, fiscalYear, (year) => year.revision);
    let last: RecordedEvent | null = null;
    for await (const batch of this.events.readStream(budgetYearStream(unit, fiscalYear), Math.max(0, revision))) {
      for (const stored of batch) last = read(stored);
    }
    return last?.by.fingerprint === by.fingerprint;
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
  async take(unit: string, fiscalYear: number): Promise<Pick<Loaded, 'year' | 'position'>> {
    const stream = budgetYearStream(unit, fiscalYear);
    // In its turn: a command that is being decided holds the same state, and would be decided on the import's events.
    return this.loaded.turns.take([stream], async () => {
      const { year, position } = await this.loaded.load(stream);
      this.loaded.drop(stream);
      return { year, position };
    });
  }

  private async decideTogether(
    fiscalYear: number,
    asked: readonly AskedOfUnit[],
    decider: BudgetYearDecider,
  ): Promise<(Loaded & { stream: string; events: RecordedEvent[] })[]> {
    const decided = [];
    const refusals: Refusal[] = [];
    for (const { unit, command } of asked) {
      const stream = budgetYearStream(unit.code, fiscalYear);
      const loaded = await this.loaded.load(stream);
      try {
        const events = decider.decide(
          loaded.year,
          await this.carryingOut.sealed(stream, loaded.year.revision, command),
        );
        if (events.length > 0) decided.push({ ...loaded, stream, events });
      } catch (error) {
        if (!(error instanceof RuleViolation)) throw error;
        refusals.push({ unit, error });
      }
    }
    if (refusals.length > 0) throw refusedTogether(refusals, asked.length);
    return decided;
  }
}
