import { hash } from 'node:crypto';

/** What the first event of a stream names as its predecessor. */
export const NO_PREDECESSOR = '0'.repeat(64);

/**
 * Separates the hashed fields. No field can hold it: names are refused control characters, and JSON text writes a line break
 * as `\n`. So two different events never hash the same bytes.
 */
export const FIELD_END = '\n';

/** The hash of an event: SHA-256 (hex) over its fields in a fixed order, its predecessor's hash among them. */
export const chainHash = (fields: readonly (string | number)[]): string => hash('sha256', fields.join(FIELD_END));

/** The same over fields already joined to bytes, as verification reads them back. */
export const hashOfBytes = (joined: Uint8Array): string => hash('sha256', joined);

/** The end of a stream: where the next event links in. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
}

/** The head of a stream that has no event yet. */
export const EMPTY_STREAM: Head = { revision: -1, hash: NO_PREDECESSOR };
