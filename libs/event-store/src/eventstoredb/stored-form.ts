import { type EventData, type ResolvedEvent } from '@eventstore/db-client';
import { chainHash, type Head } from '../hash-chain';
import { type Json, type JsonObject, type StoredEvent } from '../port';
import { type WrittenEvent } from '../share';
import { positionText } from './position';

/**
 * EventStoreDB keeps neither the version nor the chain, and its own instant is known only afterwards: they travel in the metadata under this key,
 * unseen by readers.
 */
const KEY = 'juesuan';
interface Seal {
  readonly version: number;
  readonly recordedAt: string;
  readonly previousHash: string;
  readonly hash: string;
}
type Resolved = Required<Pick<ResolvedEvent, 'event'>>['event'];

/** An event in the form it is sent in, linked to the head of its stream; and the new head. */
export function seal(
  event: WrittenEvent & { readonly recordedAt: string },
  stream: string,
  head: Head,
): { readonly sent: EventData; readonly head: Head } {
  const { id, type, version, recordedAt } = event;
  const metadata = JSON.parse(event.metadata) as JsonObject;
  if (KEY in metadata) throw new TypeError(`metadata may not use the key “${KEY}”`);
  const revision = head.revision + 1;
  const hash = chainHash({ ...event, stream, revision }, head.hash);
  const sealed = { ...metadata, [KEY]: { version, recordedAt, previousHash: head.hash, hash } };
  const data = JSON.parse(event.data) as JsonObject;
  return { sent: { id, type, contentType: 'application/json', data, metadata: sealed }, head: { revision, hash } };
}

/** An event as readers see it. One without a seal was not written by this program: its hashes are empty. */
export function toStored({ id, type, streamId, revision, data, metadata, created, position }: Resolved): StoredEvent {
  const { seal: found, rest } = unseal(metadata);
  return {
    position: position === undefined ? '' : positionText(position),
    stream: streamId,
    revision: Number(revision),
    id,
    type,
    version: found.version,
    recordedAt: found.recordedAt || created.toISOString(),
    data: data as JsonObject,
    metadata: rest,
    previousHash: found.previousHash,
    hash: found.hash,
  };
}

/**
 * The hash a stored event should carry. The client gives parsed values, not bytes; writing them again gives the text that was
 * sent, because JSON text made by JSON.stringify survives parse and stringify unchanged.
 */
export const hashOf = (event: StoredEvent): string =>
  chainHash(
    { ...event, data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) },
    event.previousHash,
  );

function unseal(metadata: unknown): { readonly seal: Seal; readonly rest: JsonObject } {
  const { [KEY]: found, ...rest } = isRecord(metadata) ? metadata : {};
  const { version, recordedAt, previousHash, hash, ...more } = isRecord(found) ? found : {};
  const seal = {
    version: Number(version ?? 1),
    recordedAt: text(recordedAt),
    previousHash: text(previousHash),
    hash: text(hash),
  };
  // What was slipped in beside the seal must not be lost, or verification would not see it.
  return { seal, rest: Object.keys(more).length > 0 ? { ...rest, [KEY]: more } : rest };
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const isRecord = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
