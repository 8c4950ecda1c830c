import { chainHash, EMPTY_STREAM, type Head, logHashAfter, NO_PREDECESSOR } from '../hash-chain';
import { type Appended, WrongExpectedRevision } from '../port';
import { type Share, type WrittenEvent } from '../share';
import { type Database } from './database';
import { positionText } from './position';

/** Records shares inside the caller's transaction. One per connection: its statements are prepared once. */
export class Recording {
  private readonly selectHead;
  private readonly selectIds;
  private readonly selectEnd;
  private readonly selectPosition;
  private readonly insertStream;
  private readonly insertEvent;

  constructor(database: Database) {
    this.selectHead = database.prepare(
      `SELECT s.id, e.revision, e.hash FROM event_stream s LEFT JOIN event e ON e.stream = s.id
       WHERE s.name = ? ORDER BY e.revision DESC LIMIT 1`,
    );
    this.selectIds = database.prepare(
      'SELECT id FROM event WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    );
    this.selectPosition = database.prepare('SELECT position FROM event WHERE stream = ? AND revision = ?');
    // Both: the sequence remembers a removed last row, the table one whose sequence was tampered with.
    this.selectEnd = database.prepare(
      `SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0),
                  coalesce((SELECT max(position) FROM event), 0)),
              (SELECT log_hash FROM event ORDER BY position DESC LIMIT 1)`,
    );
    this.insertStream = database.prepare('INSERT INTO event_stream (name) VALUES (?) RETURNING id');
    this.insertEvent = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  }

  /** What one transaction has seen and done so far. */
  begin(recordedAt: string): Transaction {
    return new Transaction(this, recordedAt);
  }

  /** Where the log ends. */
  end(): LogEnd {
    const [position, logHash] = this.selectEnd.get() as [number, string | null];
    return { position, logHash: logHash ?? NO_PREDECESSOR };
  }

  head(stream: string): StoredHead {
    const row = this.selectHead.get(stream) as [number, number | null, string | null] | undefined;
    const [id = null, revision = null, hash = null] = row ?? [];
    return revision === null || hash === null ? { id, ...EMPTY_STREAM } : { id, revision, hash };
  }

  /** True when exactly these events already stand at the expected place. */
  isRecorded({ expected, events }: Share, id: number | null): boolean {
    if (id === null || events.length === 0) return false;
    const ids = this.selectIds.all(id, expected + 1, expected + events.length) as [string][];
    return ids.length === events.length && ids.every(([recorded], index) => recorded === events[index]?.id);
  }

  position(stream: number | null, revision: number): number {
    return (this.selectPosition.get(stream, revision) as [number])[0];
  }

  addStream(name: string): number {
    return (this.insertStream.get(name) as [number])[0];
  }

  /** Adds one event; returns its hash and the log's, the links of the next one. */
  add(event: WrittenEvent, place: Place): { readonly hash: string; readonly logHash: string } {
    const { position, name, stream, revision, previous } = place;
    const { id, type, version, data, metadata } = event;
    const recordedAt = event.recordedAt ?? place.recordedAt;
    const hash = chainHash({ ...event, stream: name, revision, recordedAt }, previous);
    const logHash = logHashAfter(place.logHash, hash);
    const content = [id, type, version, recordedAt, data, metadata] as const;
    this.insertEvent.run(position, stream, revision, ...content, previous, hash, logHash);
    return { hash, logHash };
  }
}

interface StoredHead extends Head {
  /** The stream's number, null as long as it has no event. */
  readonly id: number | null;
}

interface LogEnd {
  readonly position: number;
  readonly logHash: string;
}

/** `logHash` and `previous` are what the event links to. */
interface Place extends LogEnd {
  readonly name: string;
  readonly stream: number;
  readonly revision: number;
  readonly recordedAt: string;
  readonly previous: string;
}

/** The appends of one transaction, one after another; each is recorded as a whole or not at all. */
export class Transaction {
  private end: LogEnd;
  private readonly heads = new Map<string, StoredHead>();

  constructor(
    private readonly recording: Recording,
    private readonly recordedAt: string,
  ) {
    this.end = recording.end();
  }

  /** Decides about all shares before it writes the first, so that a refusal leaves nothing behind and spoils no other append. */
  record(shares: readonly Share[]): Appended | WrongExpectedRevision {
    const revisions = new Map<string, number>();
    const fresh = new Set<Share>();
    for (const share of shares) {
      const { stream, expected, events } = share;
      const head = this.head(stream);
      const actual = revisions.get(stream) ?? head.revision;
      if (actual === expected) {
        fresh.add(share);
        revisions.set(stream, expected + events.length);
      } else if (!this.recording.isRecorded(share, head.id)) {
        return new WrongExpectedRevision(stream, expected, actual);
      }
    }
    for (const share of fresh) this.write(share);
    return this.answer(shares);
  }

  private write({ stream: name, events }: Share): void {
    if (events.length === 0) return;
    const head = this.head(name);
    const stream = head.id ?? this.recording.addStream(name);
    let { revision, hash } = head;
    for (const event of events) {
      const { recordedAt } = this;
      const position = this.end.position + 1;
      const place = { ...this.end, position, name, stream, revision: ++revision, recordedAt, previous: hash };
      const added = this.recording.add(event, place);
      hash = added.hash;
      this.end = { position, logHash: added.logHash };
    }
    this.heads.set(name, { id: stream, revision, hash });
  }

  private answer(shares: readonly Share[]): Appended {
    const last = shares.findLast(({ events }) => events.length > 0);
    if (last === undefined)
      return { position: positionText(this.end.position), revision: shares.at(-1)?.expected ?? -1 };
    const revision = last.expected + last.events.length;
    return { position: positionText(this.recording.position(this.head(last.stream).id, revision)), revision };
  }

  private head(stream: string): StoredHead {
    const known = this.heads.get(stream) ?? this.recording.head(stream);
    this.heads.set(stream, known);
    return known;
  }
}
