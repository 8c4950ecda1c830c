import { follow } from '../follow';
import {
  type Append,
  type Appended,
  type EventStore,
  type Happened,
  type Link,
  type StoredEvent,
  type Subscription,
  type StreamsVerified,
  type Verified,
  type Verification,
} from '../port';
import { toShare } from '../share';
import { Commits } from './commits';
import { Database } from './database';
import { GroupCommit } from './group-commit';
import { isPosition, positionText } from './position';
import { Reading } from './reading';
import { verifySqlite, verifyStreams } from './verifying';

/**
 * Opens the embedded event store in a file, creating it where there is none. Several processes may open the same file; the
 * read store may live in it on a connection of its own.
 */
export function openSqliteEventStore(file: string): EventStore {
  return new SqliteEventStore(new Database(file));
}

class SqliteEventStore implements EventStore {
  readonly atomic = true;
  readonly isPosition = isPosition;
  private readonly commits: Commits;
  private readonly groupCommit: GroupCommit;
  private readonly reading: Reading;
  private readonly subscriptions = new Set<Subscription>();

  constructor(private readonly database: Database) {
    this.commits = new Commits(database);
    this.groupCommit = new GroupCommit(database, () => this.commits.announce());
    this.reading = new Reading(database);
  }

  async append(appends: readonly Append[]): Promise<Appended> {
    return this.groupCommit.append(appends.map(toShare));
  }

  readStream(stream: string, from = 0): AsyncIterable<readonly StoredEvent[]> {
    return this.reading.stream(stream, from);
  }

  readAll(after: string | null, prefixes: readonly string[], size?: number): AsyncIterable<readonly Happened[]> {
    return this.reading.happened(after, prefixes, size);
  }

  async firstEvents(prefix: string): Promise<readonly StoredEvent[]> {
    return this.reading.firstEvents(prefix);
  }

  subscribe(
    after: string | null,
    prefixes: readonly string[],
    onBatch: (events: readonly StoredEvent[]) => Promise<void>,
  ): Subscription {
    const subscription = follow(after, (last) => this.reading.pages(last, prefixes), onBatch, this.commits);
    this.subscriptions.add(subscription);
    const forget = (): void => void this.subscriptions.delete(subscription);
    subscription.ended.then(forget, forget);
    return subscription;
  }

  verify(onProgress?: (checked: number) => void, onLink?: (link: Link) => void): Promise<Verification> {
    return verifySqlite(this.database, onProgress, onLink);
  }

  verifyStreams(
    streams: Iterable<string>,
    onProgress?: (checked: number) => void,
    onEvent?: (event: Verified) => void,
  ): Promise<StreamsVerified> {
    return verifyStreams(this.database, streams, onProgress, onEvent);
  }

  async end(): Promise<string | null> {
    const last = this.reading.count();
    return last === 0 ? null : positionText(last);
  }

  async count(): Promise<number> {
    return this.reading.count();
  }

  async close(): Promise<void> {
    this.groupCommit.flush();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    this.database.close();
  }
}
