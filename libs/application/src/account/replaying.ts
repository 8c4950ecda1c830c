import type { EventStore, Verified } from '@juesuan/event-store';
import type { BusinessDate } from '@juesuan/kernel';
import { Replays, type Replayed } from '../recording/replays';

/** What is replayed. */
export interface Asked {
  /** Streams, each up to and with the revision given (-1: nothing of it). */
  readonly until: ReadonlyMap<string, number>;
  /** What stands at this position or before counts in any case: the ledger says that it has it (null: only what `until` names). */
  readonly through: string | null;
  /** The last business day whose entries count; null: all. */
  readonly asOf: BusinessDate | null;
}

/** What some streams say, read anew from their first event on. */
export interface ReplayedLog {
  /** How many events were checked. */
  readonly events: number;
  /** A Chinese sentence: what does not fit in a chain; null where every link holds. */
  readonly damage: string | null;
  readonly years: ReadonlyMap<string, Replayed>;
}

/**
 * Verifies the chains of streams and replays them in one reading, one stream after another as they are drawn; where a chain is damaged,
 * all that can still be read is replayed.
 */
export async function replayLog(
  events: EventStore,
  { until, through, asOf }: Asked,
  streams: Iterable<string>,
  onProgress: (checked: number) => void,
): Promise<ReplayedLog> {
  const drawn = noting(streams);
  const isLater = ({ stream, revision, position }: Verified): boolean =>
    revision > (until.get(stream) ?? -1) && (through === null || position > through);
  const yearsOf = (replays: Replays) => new Map(drawn.noted.map((stream) => [stream, replays.of(stream)]));
  const replays = new Replays(isLater, asOf);
  const verified = await events.verifyStreams(drawn, onProgress, (event) => replays.take(event));
  if (verified.damage === null) return { events: verified.events, damage: null, years: yearsOf(replays) };
  const whole = new Replays(isLater, asOf);
  for (const stream of [...drawn.noted, ...drawn])
    for await (const batch of events.readStream(stream)) for (const event of batch) whole.take(event);
  return { events: verified.events, damage: verified.damage.says, years: yearsOf(whole) };
}

/** The same streams, each drawn once however often they are gone through, and which were drawn so far. */
function noting(streams: Iterable<string>): Iterable<string> & { readonly noted: readonly string[] } {
  const noted: string[] = [];
  const iterator = streams[Symbol.iterator]();
  return {
    noted,
    *[Symbol.iterator]() {
      for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
        noted.push(next.value);
        yield next.value;
      }
    },
  };
}
