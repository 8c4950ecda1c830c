import { hash } from 'node:crypto';

/** What the first event of a stream names as its predecessor. */
export const NO_PREDECESSOR = '0'.repeat(64);

/**
 * Separates the hashed fields. No field can hold it: names are refused control characters, and JSON text writes a line break
 * as `\n`. So two different events never hash the same bytes.
 */
export const FIELD_END = '\n';

const hashOfFields = (fields: readonly (string | number)[]): string => hash('sha256', fields.join(FIELD_END));

/** What the hash of an event covers beside its predecessor: data and metadata as the text that is stored. */
export interface Hashed {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly data: string;
  readonly metadata: string;
}

/** The hash of an event, SHA-256 (hex): nothing in it depends on the store, so that a stream keeps its chain wherever it is. */
export function chainHash(event: Hashed, previous: string): string {
  const { stream, revision, id, type, version, recordedAt, data, metadata } = event;
  return hashOfFields([stream, revision, id, type, version, recordedAt, data, metadata, previous]);
}

/** The head of the log with one more event: over its head so far and the event's hash. An empty log's is {@link NO_PREDECESSOR}. */
export const logHashAfter = (logHash: string, eventHash: string): string => hashOfFields([logHash, eventHash]);

/** An event's hash over its fields already joined to bytes, as verification reads them back. */
export const hashOfBytes = (joined: Uint8Array): string => hash('sha256', joined);

/** The end of a stream: where the next event links in. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
}

/** The head of a stream that has no event yet. */
export const EMPTY_STREAM: Head = { revision: -1, hash: NO_PREDECESSOR };
