import type { EventStore, Verified } from '@juesuan/event-store';
import type { BusinessDate } from '@juesuan/kernel';
import { Replays, type Replayed } from '../recording/replays';

/** What is replayed. */
export interface Asked {
  /** Streams, each up to and with the revision given (-1: nothing of it). */
  readonly until: ReadonlyMap<string, number>;
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

/** Verifies the chains of streams and replays them in one reading; where a chain is damaged, all that can still be read is replayed. */
export async function replayLog(
  events: EventStore,
  { until, asOf }: Asked,
  onProgress: (checked: number) => void,
): Promise<ReplayedLog> {
  const streams = [...until.keys()];
  const isLater = ({ stream, revision }: Verified): boolean => revision > (until.get(stream) ?? -1);
  const yearsOf = (replays: Replays) => new Map(streams.map((stream) => [stream, replays.of(stream)]));
  const replays = new Replays(isLater, asOf);
  const verified = await events.verifyStreams(streams, onProgress, (event) => replays.take(event));
  if (verified.damage === null) return { events: verified.events, damage: null, years: yearsOf(replays) };
  const whole = new Replays(isLater, asOf);
  for (const stream of streams)
    for await (const batch of events.readStream(stream)) for (const event of batch) whole.take(event);
  return { events: verified.events, damage: verified.damage.says, years: yearsOf(whole) };
}
