import { eventReference, type Unit } from '@juesuan/account';
import type { Origin, UnitOrigin } from '@juesuan/disclosure';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { Inject, Injectable } from '@nestjs/common';
import { headOfSeveral } from '../maintenance/noted-head';
import { SETTINGS, type Settings } from '../settings';
import { EVENT_STORE } from '../stores';
import { replayInThread } from './replay-thread';
import { type Asked, type ReplayedLog, replayLog } from './replaying';
import type { LogEvidence, YearView } from './year-view';

/** What the events behind an account say themselves. */
export interface Log {
  /** Where their chains end; null where no event stands behind the account, such as a grouping unit's without units below it. */
  readonly origin: Origin | null;
  /** The evidence of the checks, for which everything is read again: it comes while the caller goes on. */
  readonly evidence: Promise<LogEvidence>;
}

type OnProgress = (checked: number) => void;

/** A thread takes half a second to begin, in which so many events are replayed here. */
const WORTH_A_THREAD = 30_000;

/** Reads the log beside an account: verifies the chains of the account's units and replays them. */
@Injectable()
export class Logs {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Events that were recorded after the account's moment, or after it was read, are not the account's: they are left out. */
  async beside({ units, key, reading }: YearView, onProgress: OnProgress = () => undefined): Promise<Log> {
    const { year, asOf } = key;
    const codes = units.map(({ code }) => code);
    const taken = await reading.revisions(codes, year);
    const until = new Map(codes.map((code) => [budgetYearStream(code, year), taken.get(code) ?? -1]));
    const asked = { until, asOf: asOf ?? null };
    const evidence = this.replayed(asked, onProgress).then((log) => evidenceIn(log, codes, year, asOf === undefined));
    // Whoever waits for it is told; a caller that failed before does not.
    evidence.catch(() => undefined);
    return { origin: originOf(await this.ends(units, year, until)), evidence };
  }

  private replayed(asked: Asked, onProgress: OnProgress): Promise<ReplayedLog> {
    const events = [...asked.until.values()].reduce((sum, revision) => sum + revision + 1, 0);
    if (events < WORTH_A_THREAD) return replayLog(this.events, asked, onProgress);
    return replayInThread({ stores: this.settings, asked }, onProgress);
  }

  /** The last event of each unit that has one. */
  private async ends(units: readonly Unit[], year: number, until: Asked['until']): Promise<UnitOrigin[]> {
    const ends: UnitOrigin[] = [];
    for (const { code, name } of units) {
      const stream = budgetYearStream(code, year);
      const last = await this.eventAt(stream, until.get(stream) ?? -1);
      if (last) ends.push({ code, name, head: last.hash, position: last.position });
    }
    return ends;
  }

  private async eventAt(stream: string, revision: number): Promise<StoredEvent | null> {
    if (revision < 0) return null;
    for await (const [event] of this.events.readStream(stream, revision))
      return event?.revision === revision ? event : null;
    return null;
  }
}

/** `isNow`: the account as it stands now; the write side knows no business days and could be compared with no other. */
function evidenceIn(
  { events, damage, years }: ReplayedLog,
  codes: readonly string[],
  year: number,
  isNow: boolean,
): LogEvidence {
  const replayed = codes.map((code) => ({ code, year: years.get(budgetYearStream(code, year)) }));
  return {
    chain: { events, damage },
    fromEvents: new Map(replayed.flatMap(({ year: own }) => [...(own?.sums ?? [])])),
    writeSide: isNow ? new Map(replayed.map(({ code, year: own }) => [code, own?.lines ?? []])) : null,
    afterClosing: replayed.flatMap(({ code, year: own }) =>
      (own?.afterClosing ?? []).map((revision) => eventReference(code, year, revision)),
    ),
  };
}

function originOf(found: readonly UnitOrigin[]): Origin | null {
  const units = found.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const [first, second] = units;
  if (!first) return null;
  const position = units.reduce((newest, each) => (each.position > newest ? each.position : newest), first.position);
  return { units, position, head: second ? headOfSeveral(units) : first.head };
}
