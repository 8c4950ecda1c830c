import { jsonText } from './json-text';
import type { Append, NewEvent } from './port';

/** An event with its data and metadata as the text that is stored and hashed. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly metadata: string;
  /** null: when it is written. */
  readonly recordedAt: string | null;
}

/** An {@link Append} checked and put into text, before anything is sent or locked. */
export interface Share {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly WrittenEvent[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
// No control, format or unassigned characters and no half surrogates: they would break the hashed fields apart or not survive UTF-8.
const NAME = /^[^\p{C}]+$/u;

/** Types already found good: there are few, and the check costs as much as writing a small event. */
const goodTypes = new Set<string>();

/** Checks an append and puts its events into text; throws a TypeError on anything a store could not give back unchanged. */
export function toShare({ stream, expected, events }: Append): Share {
  // EventStoreDB keeps `$…` for itself.
  if (!NAME.test(stream) || stream.startsWith('$')) throw new TypeError(`“${stream}” cannot name a stream`);
  if (!Number.isSafeInteger(expected) || expected < -1) throw new TypeError(`${expected} is no revision`);
  return { stream, expected, events: events.map((event) => toText(event, stream)) };
}

function toText({ id, type, version, data, metadata, recordedAt }: NewEvent, stream: string): WrittenEvent {
  if (!UUID.test(id)) throw new TypeError(`“${id}” is not a lower-case UUID`);
  if (!goodTypes.has(type)) assertType(type);
  if (!Number.isSafeInteger(version) || version < 1) throw new TypeError(`${version} is no version`);
  if (recordedAt !== undefined && !INSTANT.test(recordedAt)) throw new TypeError(`“${recordedAt}” is no instant`);
  const where = `${type} in ${stream}`;
  const texts = { data: jsonText(data, where), metadata: jsonText(metadata, where) };
  return { id, type, version, ...texts, recordedAt: recordedAt ?? null };
}

function assertType(type: string): void {
  if (!NAME.test(type)) throw new TypeError(`“${type}” cannot name an event`);
  goodTypes.add(type);
}
