import { EventStoreDBClient } from '@eventstore/db-client';
import { Chains } from '../chains';
import {
  type Append,
  type Appended,
  type Damage,
  type EventStore,
  type Link,
  type StoredEvent,
  type Subscription,
  type StreamsVerified,
  type Verification,
  type Verified,
} from '../port';
import { toShare } from '../share';
import { Appending } from './appending';
import { credentialsIn } from './connection';
import { type Patience } from './failures';
import { FirstEvents } from './first-events';
import { isPosition } from './position';
import { Reading } from './reading';
import { hashOf } from './stored-form';
import { Follower } from './subscribing';

const PATIENCE: Patience = { timeoutMs: 5000, attempts: 4, pauseMs: 200 };

/** Opens EventStoreDB at `esdb://user:password@host:2113?…`. Connecting happens with the first call, and again when it must. */
export function openEventStoreDb(url: string, patience: Partial<Patience> = {}): EventStore {
  return new EventStoreDb(url, { ...PATIENCE, ...patience });
}

class EventStoreDb implements EventStore {
  readonly atomic = false;
  readonly isPosition = isPosition;
  private readonly client: EventStoreDBClient;
  private readonly reading: Reading;
  private readonly appending: Appending;
  private readonly first: FirstEvents;
  private readonly followers = new Set<Follower>();

  constructor(
    url: string,
    private readonly patience: Patience,
  ) {
    const credentials = credentialsIn(url);
    this.client = EventStoreDBClient.connectionString(url);
    this.reading = new Reading(this.client, patience);
    this.first = new FirstEvents(this.reading);
    this.appending = new Appending(this.client, this.reading, patience, credentials);
  }

  async append(appends: readonly Append[]): Promise<Appended> {
    // All are checked before the first is sent.
    const shares = appends.map(toShare);
    let appended: Appended = { position: '', revision: -1 };
    for (const share of shares) appended = await this.appending.append(share);
    return appended;
  }

  readStream(stream: string, from = 0): AsyncIterable<readonly StoredEvent[]> {
    return this.reading.stream(stream, from);
  }

  readAll(after: string | null, prefixes: readonly string[], size?: number): AsyncIterable<readonly StoredEvent[]> {
    return this.reading.all(after, prefixes, size);
  }

  firstEvents(prefix: string): Promise<readonly StoredEvent[]> {
    return this.first.with(prefix);
  }

  subscribe(
    after: string | null,
    prefixes: readonly string[],
    onBatch: (events: readonly StoredEvent[]) => Promise<void>,
  ): Subscription {
    const follower = new Follower(this.client, after, prefixes, onBatch, this.patience.pauseMs);
    this.followers.add(follower);
    const forget = (): void => void this.followers.delete(follower);
    follower.ended.then(forget, forget);
    return follower;
  }

  async verify(
    onProgress: (checked: number) => void = () => undefined,
    onLink?: (link: Link) => void,
  ): Promise<Verification> {
    const chains = new Chains(onLink);
    return chains.result(await walk(this.readAll(null, ['']), chains, onProgress));
  }

  async verifyStreams(
    streams: Iterable<string>,
    onProgress: (checked: number) => void = () => undefined,
    onEvent?: (event: Verified) => void,
  ): Promise<StreamsVerified> {
    const chains = new Chains(undefined, false);
    for (const stream of streams) {
      const damage = await walk(this.readStream(stream), chains, onProgress, onEvent);
      if (damage !== null) return chains.result(damage);
    }
    return chains.result(null);
  }

  end(): Promise<string | null> {
    return this.reading.end();
  }

  /** The server counts bytes, not events. */
  async count(): Promise<number | null> {
    return null;
  }

  async close(): Promise<void> {
    await Promise.all([...this.followers].map((follower) => follower.stop()));
    await this.client.dispose();
  }
}

async function walk(
  batches: AsyncIterable<readonly StoredEvent[]>,
  chains: Chains,
  onProgress: (checked: number) => void,
  onEvent: (event: Verified) => void = () => undefined,
): Promise<Damage | null> {
  for await (const batch of batches) {
    for (const event of batch) {
      const damage = chains.link({ ...event, computed: hashOf(event) });
      if (damage !== null) return damage;
      onEvent(event);
    }
    onProgress(chains.events);
  }
  return null;
}
