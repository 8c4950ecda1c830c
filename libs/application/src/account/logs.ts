import { eventReference } from '@juesuan/account';
import type { Origin, UnitOrigin } from '@juesuan/disclosure';
import type { EventStore, Verified } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { Inject, Injectable } from '@nestjs/common';
import { headOfSeveral } from '../maintenance/noted-head';
import { Replays } from '../recording/replays';
import { EVENT_STORE } from '../stores';
import type { LogEvidence, YearView } from './year-view';

/** What the events behind an account say themselves: the evidence of the checks, and where their chains end. */
export interface Log {
  readonly evidence: LogEvidence;
  /** null where no event stands behind the account, such as a grouping unit's without units below it. */
  readonly origin: Origin | null;
}

type OnProgress = (checked: number) => void;

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
    const until = new Map(codes.map((code) => [budgetYearStream(code, year), taken.get(code) ?? -1]));
    const { events, damage, replays } = await this.replayed(until, onProgress);
    const years = units.map(({ code, name }) => ({ code, name, ...replays.of(budgetYearStream(code, year)) }));
    return {
      evidence: {
        chain: { events, damage: damage?.says ?? null },
        // The write side knows no business days: it can only be compared with the account as it stands now.
        writeSide: asOf === undefined ? new Map(years.map(({ code, lines }) => [code, lines])) : null,
        afterClosing: years.flatMap(({ code, afterClosing }) =>
          afterClosing.map((revision) => eventReference(code, year, revision)),
        ),
      },
      origin: originOf(
        years.flatMap(({ code, name, last }) =>
          last ? [{ code, name, head: last.hash, position: last.position }] : [],
        ),
      ),
    };
  }

  /** Verifies and replays in one reading; where a chain is damaged, all that can still be read is replayed. */
  private async replayed(until: ReadonlyMap<string, number>, onProgress: OnProgress) {
    const streams = [...until.keys()];
    const isLater = ({ stream, revision }: Verified): boolean => revision > (until.get(stream) ?? -1);
    const replays = new Replays(isLater);
    const { events, damage } = await this.events.verifyStreams(streams, onProgress, (event) => replays.take(event));
    if (damage === null) return { events, damage, replays };
    const whole = new Replays(isLater);
    for (const stream of streams)
      for await (const batch of this.events.readStream(stream)) for (const event of batch) whole.take(event);
    return { events, damage, replays: whole };
  }
}

function originOf(found: readonly UnitOrigin[]): Origin | null {
  const units = found.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const [first, second] = units;
  if (!first) return null;
  const position = units.reduce((newest, each) => (each.position > newest ? each.position : newest), first.position);
  return { units, position, head: second ? headOfSeveral(units) : first.head };
}
