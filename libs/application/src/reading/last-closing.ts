import type { BudgetLine, YearEndDisposition } from '@juesuan/execution';
import { type BusinessDate, type Fen, sumFen } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { type HistoryEntry, Journals } from './journals';

/** A freeze that closing released: opening the year again leaves it so. */
export interface ReleasedFreeze {
  readonly unit: string;
  readonly freezeId: string;
  readonly line: BudgetLine;
  readonly amount: Fen;
}

/** What the last closing did with what was left of a unit's lines (of a department's: of all its units' lines). */
export interface LastClosing extends Readonly<Record<YearEndDisposition['outcome'], Fen>> {
  /** Of units that were closed on several days the last; null where the year was never closed. */
  readonly date: BusinessDate | null;
  readonly released: readonly ReleasedFreeze[];
}

/** What the last closing of a unit's year did, also after it was opened again. */
export class LookAtClosing extends Query<LastClosing> {
  constructor(
    readonly unit: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(LookAtClosing)
export class LookAtClosingHandler implements IQueryHandler<LookAtClosing> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
  ) {}

  async execute({ unit, year }: LookAtClosing): Promise<LastClosing> {
    const units = await this.accounts.unitsUnder(unit, year);
    const journals = await Promise.all(units.map(({ code }) => this.journals.of(code, year)));
    const done = journals.flatMap(lastClosingIn);
    const days = done.flatMap(({ event }) => (event.type === 'FiscalYearClosed' ? [event.data.date] : []));
    return {
      date: days.toSorted().at(-1) ?? null,
      carryover: carriedOut(done, 'carryover'),
      surplus: carriedOut(done, 'surplus'),
      recall: sumFen(done.flatMap(({ event }) => (event.type === 'QuotaRecalled' ? [event.data.amount] : []))),
      released: done.flatMap(({ unit: of, event }) =>
        event.type === 'QuotaReleased' ? [{ ...event.data, unit: of }] : [],
      ),
    };
  }
}

/** Everything that the command recorded which closed the unit last. */
function lastClosingIn(journal: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const closing = journal.findLast(({ event }) => event.type === 'FiscalYearClosed');
  return journal.filter(({ event }) => event.by.commandId === closing?.event.by.commandId);
}

const carriedOut = (entries: readonly HistoryEntry[], outcome: 'carryover' | 'surplus'): Fen =>
  sumFen(
    entries.flatMap(({ event }) =>
      event.type === 'CarryoverCarriedOut' && event.data.outcome === outcome ? [event.data.amount] : [],
    ),
  );
