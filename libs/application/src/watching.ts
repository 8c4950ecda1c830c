import { eventReference, type Fact } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream, STANDARD_SETTINGS } from '@juesuan/execution';
import { alertsOf, type KnownAlert, knownAlerts, type Watched } from '@juesuan/monitoring';
import { Inject, Injectable } from '@nestjs/common';
import { type AccountKey, Accounts, type NamedBalances } from './accounts';
import { type HistoryEntry, historyEntry } from './journals';
import { EVENT_STORE } from './stores';
import { dayWithin } from './today';

/** An alert with the records of what was said of it: by whom and when. */
export type AlertWithRecords = KnownAlert & {
  readonly answeredBy: HistoryEntry | null;
  readonly settledBy: HistoryEntry | null;
};

/** What is watched, its units, and what it was read from. */
type WatchedUnits = Watched & Pick<NamedBalances, 'units' | 'reading'>;

/** Brings together what watching a unit's or department's year needs. */
@Injectable()
export class Watching {
  constructor(
    private readonly accounts: Accounts,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  /** A year at the end of a day; without one the day it is known at, or the year's last day once it is over. */
  async watched(key: AccountKey): Promise<WatchedUnits> {
    const { year } = key;
    const asOf = key.asOf ?? dayWithin(year, key.knownAt);
    const { reading, units, balances, nameOf } = await this.accounts.balances({ ...key, asOf });
    const unitNames = new Map(units.map(({ code, name }) => [code, name]));
    const names: Watched['names'] = {
      unit: (code) => unitNames.get(code) ?? null,
      item: (code) => nameOf('functional', code),
    };
    return { year, asOf, balances, settings: STANDARD_SETTINGS, names, units, reading };
  }

  /** The alerts of a unit and of every unit below it, each with its life. */
  async alerts(key: AccountKey): Promise<{ asOf: string; alerts: AlertWithRecords[] }> {
    const watched = await this.watched(key);
    const { asOf, year } = watched;
    const raised = alertsOf(watched);
    const lists = await Promise.all(
      watched.units.map(async ({ code }) => {
        const own = raised.filter(({ unit }) => unit === code);
        return knownAlerts(code, own, await watched.reading.facts(code, year), asOf);
      }),
    );
    return { asOf, alerts: await Promise.all(lists.flat().map((alert) => this.withRecords(alert, year))) };
  }

  private async withRecords(alert: KnownAlert, year: number): Promise<AlertWithRecords> {
    const { unit, answer, settlement } = alert;
    const [answeredBy, settledBy] = await Promise.all(
      [answer, settlement].map((fact) => this.record(unit, year, fact)),
    );
    return { ...alert, answeredBy: answeredBy ?? null, settledBy: settledBy ?? null };
  }

  /** The event that a fact came from, with who recorded it. */
  private async record(unit: string, year: number, fact: Fact<unknown> | null): Promise<HistoryEntry | null> {
    if (fact === null) return null;
    const revision = Number(fact.event.slice(eventReference(unit, year, 0).length - 1));
    for await (const [stored] of this.events.readStream(budgetYearStream(unit, year), revision)) {
      return stored ? historyEntry(stored, unit, year) : null;
    }
    return null;
  }
}
