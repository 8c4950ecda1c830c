import { type WrittenEvent } from '../share';

const MOST_EVENTS = 500;
// The server refuses an append above 1 MiB; the seal and the envelope of each event need room as well.
const MOST_BYTES = 800_000;
const ENVELOPE_BYTES = 400;

/** Cuts a share into appends that the server takes. */
export function* chunks(events: readonly WrittenEvent[]): Iterable<readonly WrittenEvent[]> {
  let chunk: WrittenEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata) + ENVELOPE_BYTES;
    if (chunk.length > 0 && (chunk.length === MOST_EVENTS || bytes + size > MOST_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(event);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
