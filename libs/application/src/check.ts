import { type CheckResult, eventReference, runChecks } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream, evolve, type LineTotals, read, type RecordedEvent, unopenedYear } from '@juesuan/execution';
import { Inject } from '@nestjs/common';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts, type LogEvidence } from './accounts';
import { EVENT_STORE } from './stores';

/** Runs every check on an account, those of the log included: hash chain, closed years, the write side's own totals. */
export class CheckAccount extends Query<readonly CheckResult[]> {
  constructor(
    readonly key: AccountKey,
    readonly onProgress: (checked: number) => void = () => undefined,
  ) {
    super();
  }
}

@QueryHandler(CheckAccount)
export class CheckAccountHandler implements IQueryHandler<CheckAccount> {
  constructor(
    private readonly accounts: Accounts,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  async execute({ key, onProgress }: CheckAccount): Promise<readonly CheckResult[]> {
    const { events, damage } = await this.events.verify(onProgress);
    const named = await this.accounts.account(key);
    const units = named.account.units.map(({ code }) => code);
    const replayed = await Promise.all(units.map((unit) => this.replay(unit, key.year)));
    // The write side knows no business days: it can only be compared with the account as it stands now.
    const writeSide =
      key.asOf === undefined ? new Map(replayed.map(({ lines }, index) => [units[index] ?? '', lines])) : null;
    const log: LogEvidence = {
      chain: { events, damage: damage?.says ?? null },
      writeSide,
      afterClosing: replayed.flatMap(({ afterClosing }) => afterClosing),
    };
    return runChecks(await this.accounts.evidence(named, log));
  }

  /** The unit's lines as the write side has them, and the events that stand where none may. */
  private async replay(unit: string, year: number): Promise<{ lines: LineTotals[]; afterClosing: string[] }> {
    let state = unopenedYear();
    const afterClosing: string[] = [];
    for await (const batch of this.events.readStream(budgetYearStream(unit, year))) {
      for (const stored of batch) {
        const event = read(stored);
        if (state.closed && !REOPENS.has(event.type)) afterClosing.push(eventReference(unit, year, stored.revision));
        state = evolve(state, event);
      }
    }
    return { lines: [...state.lines.values()], afterClosing };
  }
}

const REOPENS: ReadonlySet<RecordedEvent['type']> = new Set(['FiscalYearReopened']);
