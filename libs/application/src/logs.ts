import { eventReference } from '@juesuan/account';
import type { Origin, UnitOrigin } from '@juesuan/disclosure';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { budgetYearStream, evolve, type LineTotals, read, type RecordedEvent, unopenedYear } from '@juesuan/execution';
import { Inject, Injectable } from '@nestjs/common';
import { headOfSeveral } from './noted-head';
import { EVENT_STORE } from './stores';
import type { LogEvidence, YearView } from './year-view';

/** What the events behind an account say themselves: the evidence of the checks, and where their chains end. */
export interface Log {
  readonly evidence: LogEvidence;
  /** null where no event stands behind the account, such as a grouping unit's without units below it. */
  readonly origin: Origin | null;
}

type OnProgress = (checked: number) => void;

interface Replayed {
  readonly lines: LineTotals[];
  readonly afterClosing: string[];
  readonly last: StoredEvent | null;
}

/** Reads the log beside an account: verifies the chains of the account's units and replays them. */
@Injectable()
export class Logs {
  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  /** Events that were recorded after the account's moment, or after it was read, are not the account's: they are left out. */
  async beside(view: YearView, onProgress: OnProgress = () => undefined): Promise<Log> {
    const { units } = view;
    const { year, asOf } = view.key;
    const codes = units.map(({ code }) => code);
    const taken = await view.reading.revisions(codes, year);
    const streams = codes.map((code) => budgetYearStream(code, year));
    const { events, damage } = await this.events.verifyStreams(streams, onProgress);
    const replayed = new Map<string, Replayed>();
    for (const code of codes) replayed.set(code, await this.replay(code, year, taken.get(code) ?? -1));
    // The write side knows no business days: it can only be compared with the account as it stands now.
    const writeSide = asOf === undefined ? new Map([...replayed].map(([code, { lines }]) => [code, lines])) : null;
    return {
      evidence: {
        chain: { events, damage: damage?.says ?? null },
        writeSide,
        afterClosing: [...replayed.values()].flatMap(({ afterClosing }) => afterClosing),
      },
      origin: originOf(
        units.flatMap(({ code, name }) => {
          const last = replayed.get(code)?.last;
          return last ? [{ code, name, head: last.hash, position: last.position }] : [];
        }),
      ),
    };
  }

  /** The unit's lines as the write side has them, the events that stand where none may, and the last event. */
  private async replay(unit: string, year: number, until: number): Promise<Replayed> {
    let state = unopenedYear();
    let last: StoredEvent | null = null;
    const afterClosing: string[] = [];
    for await (const batch of this.events.readStream(budgetYearStream(unit, year))) {
      for (const stored of batch) {
        if (stored.revision > until) return { lines: [...state.lines.values()], afterClosing, last };
        const event = read(stored);
        if (state.closed && !REOPENS.has(event.type)) afterClosing.push(eventReference(unit, year, stored.revision));
        state = evolve(state, event);
        last = stored;
      }
    }
    return { lines: [...state.lines.values()], afterClosing, last };
  }
}

const REOPENS: ReadonlySet<RecordedEvent['type']> = new Set(['FiscalYearReopened']);

function originOf(found: readonly UnitOrigin[]): Origin | null {
  const units = found.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const [first, second] = units;
  if (!first) return null;
  const position = units.reduce((newest, each) => (each.position > newest ? each.position : newest), first.position);
  return { units, position, head: second ? headOfSeveral(units) : first.head };
}
