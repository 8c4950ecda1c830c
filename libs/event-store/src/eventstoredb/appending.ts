import {
  type AppendToStreamOptions,
  type Credentials,
  type EventStoreDBClient,
  NO_STREAM,
  type EventData,
} from '@eventstore/db-client';
import { EMPTY_STREAM, type Head } from '../hash-chain';
import { type Appended, WrongExpectedRevision } from '../port';
import { type Share, type WrittenEvent } from '../share';
import { chunks } from './chunks';
import { type Patience, persist } from './failures';
import { type Reading } from './reading';
import { seal } from './stored-form';

const HEADS_KEPT = 10_000;
/**
 * The client must not give an append up while it sends: grpc-js ends the stream before it cancels it, and a server that sees the end
 * first takes the part that was sent for the whole. Our own deadline only stops waiting, and what then arrives late is known by its
 * ids. Sending takes milliseconds; after a minute there is nothing left to tear, and whoever wants to end need not wait longer.
 */
const GIVEN_UP_AFTER_MS = 60_000;

/** Appends share by share, chunk by chunk; whatever was interrupted is finished by appending the same again. */
export class Appending {
  /** Heads this process knows, so that most appends need not read the predecessor's hash first. */
  private readonly heads = new Map<string, Head>();

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly reading: Reading,
    private readonly patience: Patience,
    private readonly credentials: Credentials,
  ) {}

  async append(share: Share): Promise<Appended> {
    const head = await this.headAt(share);
    // Something else – or this very share – stands where it should go.
    if (head === null) return this.resume(share);
    try {
      const end = await this.write(share, head);
      return await this.answer(share.stream, end.revision);
    } catch (error) {
      if ((error as { type?: string }).type !== 'wrong-expected-version') throw error;
      return this.resume(share);
    }
  }

  private async write({ stream, events }: Share, from: Head): Promise<Head> {
    let head = from;
    for (const chunk of chunks(events)) head = await this.writeChunk(stream, chunk, head);
    return head;
  }

  /** All of the chunk or nothing. Repeated with the same ids and revision where no answer came: the server knows them again. */
  private async writeChunk(stream: string, events: readonly WrittenEvent[], from: Head): Promise<Head> {
    let head = from;
    const sealed: EventData[] = [];
    const now = new Date().toISOString();
    for (const event of events) {
      const { sent, head: next } = seal({ ...event, recordedAt: event.recordedAt ?? now }, stream, head);
      sealed.push(sent);
      head = next;
    }
    const expectedRevision = from.revision < 0 ? NO_STREAM : BigInt(from.revision);
    // Credentials of its own make the client use the plain append: its batch append loses answers with the connection.
    const { credentials, patience } = this;
    const options: AppendToStreamOptions = { expectedRevision, credentials, deadline: GIVEN_UP_AFTER_MS };
    await persist(patience, async () => {
      const { success } = await this.client.appendToStream(stream, sealed, options);
      if (!success) throw new Error('the client hid a refused append; throwOnAppendFailure must stay on');
    });
    this.keep(stream, head);
    return head;
  }

  /** Part or all of the share may stand there already, from an attempt whose answer was lost: what is missing is added. */
  private async resume(share: Share): Promise<Appended> {
    const { stream, expected, events } = share;
    const recorded = await this.recorded(share);
    const revision = expected + recorded;
    const last = await this.reading.last(stream);
    if (recorded > 0 && recorded === events.length) return this.answer(stream, revision);
    if (recorded === 0 || last?.revision !== revision) {
      throw new WrongExpectedRevision(stream, expected, last?.revision ?? -1);
    }
    this.keep(stream, last);
    return this.append({ stream, expected: revision, events: events.slice(recorded) });
  }

  /** How many of the share's events, from its first on, stand at their places. */
  private async recorded({ stream, expected, events }: Share): Promise<number> {
    let count = 0;
    for await (const batch of this.reading.stream(stream, expected + 1)) {
      for (const { id } of batch) {
        if (id !== events[count]?.id) return count;
        count++;
      }
    }
    return count;
  }

  /** The head the share builds on, null when the stream is seen to be elsewhere. */
  private async headAt({ stream, expected }: Share): Promise<Head | null> {
    const known = this.heads.get(stream);
    if (known?.revision === expected) return known;
    const last = (await this.reading.last(stream)) ?? EMPTY_STREAM;
    return last.revision === expected ? last : null;
  }

  /** Read back, because the position the server answers with is that of the write, not of its last event. */
  private async answer(stream: string, revision: number): Promise<Appended> {
    if (revision < 0) return { position: '', revision };
    const [event] = await this.reading.streamPage(stream, revision, 1);
    if (event === undefined) throw new Error(`事件库受损：刚记录的事件 ${stream} 第 ${revision} 号读不到。`);
    return { position: event.position, revision };
  }

  private keep(stream: string, { revision, hash }: Head): void {
    this.heads.delete(stream);
    this.heads.set(stream, { revision, hash });
    const [oldest] = this.heads.keys();
    if (this.heads.size > HEADS_KEPT && oldest !== undefined) this.heads.delete(oldest);
  }
}
