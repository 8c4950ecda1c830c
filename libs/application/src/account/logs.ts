import { balanceKey, eventReference, NO_FACTS, type Unit } from '@juesuan/account';
import type { Origin, UnitOrigin } from '@juesuan/disclosure';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { type Fen, lastDay } from '@juesuan/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { headOfSeveral } from '../maintenance/noted-head';
import { SETTINGS, type Settings } from '../settings';
import { EVENT_STORE } from '../stores';
import { type ReplayedCodes, replayCodes, unitsLeftOut } from './left-out';
import { replayInThread } from './replay-thread';
import { type Asked, type ReplayedLog, replayLog } from './replaying';
import { drawing, sharing } from './shared-streams';
import type { AccountKey, LogEvidence, YearView } from './year-view';

/** What the events behind an account say themselves. */
export interface Log {
  /** Where their chains end; null where no event stands behind the account, such as a grouping unit's without units below it. */
  readonly origin: Origin | null;
  /** The evidence of the checks, for which everything is read again: a thread has begun to, and who asks helps it to the end. Asked once. */
  evidence(): Promise<LogEvidence>;
}

type OnProgress = (checked: number) => void;

/** A thread takes half a second to begin, in which so many events are replayed here. */
const WORTH_A_THREAD = 30_000;
const NOTHING: Promise<ReplayedLog> = Promise.resolve({ events: 0, damage: null, years: new Map() });

/** Reads the log behind an account: verifies the chains of the account's units and replays them. */
@Injectable()
export class Logs {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Events that were recorded after the account's moment, or after it was read, are not the account's: they are left out. */
  async beside(view: YearView, onProgress: OnProgress = () => undefined): Promise<Log> {
    const { units, key, reading } = view;
    const { year, asOf, knownAt } = key;
    const codes = units.map(({ code }) => code);
    const taken = await reading.revisions(codes, year);
    const until = new Map(codes.map((code) => [budgetYearStream(code, year), taken.get(code) ?? -1]));
    // What was known at an instant is read from the events themselves, and nothing says how far.
    const through = knownAt === undefined ? ((await reading.checkpoint()).position ?? '') : null;
    const replay = this.replay({ until, through, asOf: asOf ?? null }, onProgress);
    const besideUnits = async () => ({
      hidden: await unitsLeftOut(this.events, view, through),
      books: await replayCodes(this.events, view, through),
      entries: await entriesIn(view),
    });
    return {
      origin: originOf(await this.ends(units, year, until)),
      evidence: async () => evidenceIn({ log: await replay(), until, ...(await besideUnits()) }, codes, key),
    };
  }

  /** Begins in a thread where that is worth it; what is given back does whatever the thread has not begun. */
  private replay(asked: Asked, onProgress: OnProgress): () => Promise<ReplayedLog> {
    const share = sharing(asked.until);
    const events = [...asked.until.values()].reduce((sum, revision) => sum + revision + 1, 0);
    const [here, there] = summed(onProgress);
    const task = { stores: this.settings, asked, share };
    const thread = events < WORTH_A_THREAD ? NOTHING : replayInThread(task, there);
    // Whoever asks is told; a caller that failed before does not ask.
    thread.catch(() => undefined);
    return async () => joined(await Promise.all([replayLog(this.events, asked, drawing(share), here), thread]));
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

/** Two counts of what was checked, told as one. */
function summed(onProgress: OnProgress): [OnProgress, OnProgress] {
  const checked = [0, 0];
  const counting = (part: number) => (count: number) => {
    checked[part] = count;
    onProgress(checked.reduce((sum, each) => sum + each));
  };
  return [counting(0), counting(1)];
}

const joined = ([one, other]: readonly [ReplayedLog, ReplayedLog]): ReplayedLog => ({
  events: one.events + other.events,
  damage: one.damage ?? other.damage,
  years: new Map([...one.years, ...other.years]),
});

interface Read {
  readonly log: ReplayedLog;
  /** The last event of each stream that the ledger says it took. */
  readonly until: Asked['until'];
  readonly hidden: readonly Unit[];
  readonly books: ReplayedCodes;
  readonly entries: ReadonlyMap<string, Fen>;
}

/** What the ledger's own entries come to, up to the account's day. */
async function entriesIn({ key: { year, asOf }, reading, codes }: YearView): Promise<ReadonlyMap<string, Fen>> {
  // Up to a day they are summed from the entries.
  const sums = await reading.balances({ units: codes, year, asOf: asOf ?? lastDay(year) });
  return new Map(sums.map((balance) => [balanceKey(balance), balance.amount]));
}

function evidenceIn(
  { log: { events, damage, years }, until, hidden, books, entries }: Read,
  codes: readonly string[],
  { unit, year, asOf }: AccountKey,
): LogEvidence {
  const replayed = codes.map((code) => ({ code, year: years.get(budgetYearStream(code, year)) }));
  const miscounted = replayed.map(({ code, year: own }) => ({
    unit: code,
    taken: until.get(budgetYearStream(code, year)) ?? -1,
    recorded: own?.revision ?? -1,
  }));
  return {
    chain: { events, damage: damage ?? books.damage },
    fromEvents: {
      sums: new Map(replayed.flatMap(({ year: own }) => [...(own?.sums ?? [])])),
      entries,
      facts: years.get(budgetYearStream(unit, year))?.facts ?? NO_FACTS,
      units: [...replayed.flatMap(({ year: own }) => own?.unit ?? []), ...hidden],
      miscounted: miscounted.filter(({ taken, recorded }) => taken !== recorded),
      otherCodes: books.otherCodes,
    },
    // The write side knows no business days: how it stands now could be compared with no earlier day.
    writeSide: asOf === undefined ? new Map(replayed.map(({ code, year: own }) => [code, own?.lines ?? []])) : null,
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
