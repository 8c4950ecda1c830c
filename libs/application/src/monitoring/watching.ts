import { eventReference, type Fact, type Facts, NO_FACTS, type Unit } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream, STANDARD_SETTINGS, type WatchSettings } from '@juesuan/execution';
import type { BusinessDate } from '@juesuan/kernel';
import { alertsOf, type KnownAlert, knownAlerts, type NotRun, rulesNotRun, type Watched } from '@juesuan/monitoring';
import type { Reading } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { type HistoryEntry, historyEntry } from '../reading/journals';
import { EVENT_STORE } from '../stores';
import { dayWithin } from '../reading/today';
import type { YearView } from '../account/year-view';

/** An alert with the records of what was said of it: by whom and when. */
export type AlertWithRecords = KnownAlert & {
  readonly answeredBy: HistoryEntry | null;
  readonly settledBy: HistoryEntry | null;
};

/** What people have said of a unit's year comes with what the rules look at. */
type WatchedYear = Watched & { readonly facts: ReadonlyMap<string, Facts> };

export interface WatchedAlerts {
  readonly asOf: BusinessDate;
  readonly alerts: readonly AlertWithRecords[];
  readonly notRun: readonly NotRun[];
}

/** How a department is watched, and since which record; null: it has set nothing, the standard holds. */
export interface SettingsInForce {
  readonly department: string;
  readonly settings: WatchSettings;
  readonly record: HistoryEntry | null;
}

/** How far back a rule looks. */
const YEARS_BEFORE = [1, 2];

/** Brings together what watching a unit's or department's year needs. */
@Injectable()
export class Watching {
  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  /** A year at the end of a day; without one the day it is known at, or the year's last day once it is over. */
  private async watched(view: YearView): Promise<WatchedYear> {
    const { key, units, reading } = view;
    const { year } = key;
    const unitNames = new Map(units.map(({ code, name }) => [code, name]));
    const facts = await factsOf(units, year, reading);
    return {
      year,
      asOf: key.asOf ?? dayWithin(year, key.knownAt),
      balances: await view.balances(),
      settings: (await this.settings(view)).settings,
      names: { unit: (code) => unitNames.get(code) ?? null, item: (code) => view.nameOf('functional', code) },
      units,
      months: await view.monthly(),
      before: await yearsBefore(view),
      published: new Map([...facts].map(([unit, { priorAccount }]) => [unit, priorAccount])),
      virements: await view.virements(),
      facts,
    };
  }

  /** The settings of the department that a unit belongs to. */
  async settings(view: YearView): Promise<SettingsInForce> {
    const { key, reading } = view;
    const [department = key.unit] = await view.department();
    const said = (await reading.facts(department, key.year)).watching.get('') ?? null;
    const record = await this.record(department, key.year, said);
    if (said === null) return { department, settings: STANDARD_SETTINGS, record };
    // A limit that was not yet there when this was said stands as the standard has it.
    const limits = { ...STANDARD_SETTINGS.limits, ...said.value.limits };
    return { department, settings: { ...said.value, limits }, record };
  }

  /** The alerts of a unit and of every unit below it, each with its life. */
  async alerts(view: YearView): Promise<WatchedAlerts> {
    const watched = await this.watched(view);
    const { asOf, year } = watched;
    const raised = alertsOf(watched);
    const known = watched.units.flatMap(({ code }) => {
      const own = raised.filter(({ unit }) => unit === code);
      return knownAlerts(code, own, watched.facts.get(code) ?? NO_FACTS, asOf);
    });
    const alerts = await Promise.all(known.map((alert) => this.withRecords(alert, year)));
    return { asOf, alerts, notRun: rulesNotRun(watched) };
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

async function factsOf(units: readonly Unit[], year: number, reading: Reading): Promise<Map<string, Facts>> {
  return new Map(await Promise.all(units.map(async ({ code }) => [code, await reading.facts(code, year)] as const)));
}

/** The whole earlier years of a view's units that are recorded. */
export async function yearsBefore(view: YearView): Promise<Watched['before']> {
  const years = await Promise.all(
    YEARS_BEFORE.map(async (back) => {
      const year = view.key.year - back;
      return [year, await view.wholeYear(year)] as const;
    }),
  );
  return new Map(years.filter(([, balances]) => balances.length > 0));
}
