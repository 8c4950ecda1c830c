/** Plain JSON. No BigInt, no Date, no undefined: what is written is what is read back, on every store. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** An event about to be recorded. `id` is a UUID made from the command (see `eventId`), so a retry is recognised. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  /** The version of the data's shape; readers upcast older ones. */
  readonly version: number;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
  /** Only of an event taken over from another store: the instant it was recorded there, so that its hash stays what it was. */
  readonly recordedAt?: string;
}

/** An event as recorded: where it stands, when it was recorded, and its links of the tamper-evident chain. */
export interface StoredEvent extends NewEvent {
  /** Opaque, compares as text: later events have larger positions within one store. */
  readonly position: string;
  readonly stream: string;
  /** 0-based place in its stream, gapless. */
  readonly revision: number;
  /** UTC instant, ISO 8601. */
  readonly recordedAt: string;
  /** SHA-256 (hex) over this event and over `previousHash`; the same on every store, so a stream can move with its chain. */
  readonly hash: string;
  /** The hash of the predecessor in the stream; 64 zeros for the first. */
  readonly previousHash: string;
}

/** What an event says happened, without who recorded it, when, and how it is chained: all that computing from events needs. */
export type Happened = Pick<StoredEvent, 'position' | 'stream' | 'revision' | 'type' | 'version' | 'data'>;

/** The same as verification passes it: with the hash that holds, and when it was recorded. */
export type Verified = Happened & Pick<StoredEvent, 'recordedAt' | 'hash'>;

/** The revision the stream must be at: its last event's, or -1 for a stream that must not exist yet. */
export type ExpectedRevision = number;

/** One stream's share of a commit. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** What an append answers: the position and revision of its last event. */
export interface Appended {
  readonly position: string;
  readonly revision: number;
}

/** The stream was not at the expected revision; nothing of the append was recorded. Load again and decide again. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at revision ${actual}, not ${expected}`);
    this.name = 'WrongExpectedRevision';
  }
}

/** The store cannot be reached or did not answer in time; whether an append took effect is unknown: retry with the same ids. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

export interface Subscription {
  /** Settles when the subscription ended: resolves after `stop`, rejects with the handler's or the store's error. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The first event found damaged, told so that a person can find it. */
export interface Damage {
  readonly position: string | null;
  readonly stream: string | null;
  readonly revision: number | null;
  /** A Chinese sentence: what does not fit. */
  readonly says: string;
}

export interface Verification {
  readonly events: number;
  readonly streams: number;
  /** null when every link holds. */
  readonly damage: Damage | null;
  /** Each stream's chain head: hash of its last event. */
  readonly heads: ReadonlyMap<string, string>;
  /** One hash over the whole log: over every event's hash in the order of the store. Whoever noted it finds a shortened log. */
  readonly logHead: string;
}

/** An event whose links hold, as verification passes it; `logHash` is the log's head as it was when this event was the last. */
export interface Link extends Pick<StoredEvent, 'position' | 'stream' | 'revision' | 'hash'> {
  readonly logHash: string;
}

export type StreamsVerified = Omit<Verification, 'logHead'>;

/** The one port to what happened. Every adapter passes the one contract suite (`testing/contract`). */
export interface EventStore {
  /** True where `append` of several streams is one transaction; else an interrupted commit is finished by running it again. */
  readonly atomic: boolean;
  /** Whether a text is written as this store writes its positions: what comes from outside may be anything. */
  isPosition(text: string): boolean;
  /**
   * Records events: durable when it resolves. Throws WrongExpectedRevision (nothing recorded), StoreUnavailable, or TypeError
   * for what is no plain JSON. An append whose events are already recorded at the expected place (same ids) answers as the
   * first time. With several streams and `atomic` false the streams are appended one after another in the given order, large
   * shares in chunks. A stream may have several shares, each expecting the end of the one before.
   */
  append(appends: readonly Append[]): Promise<Appended>;
  /** The events of one stream from a revision on, in order, in batches; an unknown stream has none. */
  readStream(stream: string, from?: number): AsyncIterable<readonly StoredEvent[]>;
  /** What happened after a position (null: the start) whose stream has one of the prefixes (`['']`: any), in order, in batches. */
  readAll(after: string | null, prefixes: readonly string[], batchSize?: number): AsyncIterable<readonly Happened[]>;
  /** The first event of each stream whose name has a prefix, in any order. */
  firstEvents(prefix: string): Promise<readonly StoredEvent[]>;
  /**
   * Follows readAll for ever, without gap or double across reconnects: `onBatch` is awaited before the next batch; the position
   * to persist is that of the last event handled. Handler errors end it (`ended` rejects).
   */
  subscribe(
    after: string | null,
    prefixes: readonly string[],
    onBatch: (events: readonly StoredEvent[]) => Promise<void>,
  ): Subscription;
  /** Recomputes every hash and link; reports progress as events checked, and each event that holds. */
  verify(onProgress?: (checked: number) => void, onLink?: (link: Link) => void): Promise<Verification>;
  /**
   * The same of some streams' own chains, which takes as long as they are. What is wrong with another is not found; that the store lost an
   * event of any is, where it can tell. `onEvent` is given every event that holds, stream by stream, so that nobody has to read it twice;
   * where the store lost an event it is given none.
   */
  verifyStreams(
    streams: Iterable<string>,
    onProgress?: (checked: number) => void,
    onEvent?: (event: Verified) => void,
  ): Promise<StreamsVerified>;
  /** Where the log ends now: the position of its last event, whatever stream it is of; null for an empty log. */
  end(): Promise<string | null>;
  /** How many events there are, for progress bars; may be an estimate or null where the store cannot tell cheaply. */
  count(): Promise<number | null>;
  /** Finishes what was appended, ends the subscriptions and lets go of the store. */
  close(): Promise<void>;
}
