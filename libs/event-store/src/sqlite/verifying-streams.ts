import { setImmediate as turn } from 'node:timers/promises';
import type { Chains } from '../chains';
import { FIELD_END, hashOfBytes } from '../hash-chain';
import type { Damage, Verified } from '../port';
import type { Statements } from './database';
import { exactly, FIELDS, FROM, JOINED, MISSHAPEN, PAGE, WELL_TYPED } from './joined';
import { parsed } from './parsed';
import { positionText } from './position';

/** Everything else of an event stands in its hashed bytes. */
const SELECT = `
  SELECT e.position, e.revision, e.hash, ${JOINED}, ${WELL_TYPED} ${FROM}
  WHERE s.name = ? AND e.revision > ? ORDER BY e.revision LIMIT ${PAGE}`;
type Row = [position: bigint, revision: bigint, hash: string, bytes: Uint8Array | null, wellTyped: bigint];

/** What a walk through some streams is told to. */
interface Walk {
  readonly chains: Chains;
  readonly onProgress: (checked: number) => void;
  /** Every event whose links hold. */
  readonly onEvent: (event: Verified) => void;
}

/** Walks the chains of some streams one after another up to the first damage; each event is read once, for its hash and for what it says. */
export async function walkStreams(
  database: Statements,
  streams: readonly string[],
  { chains, onProgress, onEvent }: Walk,
): Promise<Damage | null> {
  const page = exactly(database, SELECT);
  for (const stream of streams) {
    for (let last = -(2n ** 63n); ; await turn()) {
      const rows = page.all(stream, last) as Row[];
      for (const row of rows) {
        const event = eventOf(row, stream, chains);
        if ('says' in event) return event;
        onEvent(event);
      }
      onProgress(chains.events);
      if (rows.length < PAGE) break;
      last = rows.at(-1)?.[1] ?? last;
    }
  }
  return null;
}

function eventOf([number, place, hash, bytes, wellTyped]: Row, stream: string, chains: Chains): Verified | Damage {
  const [position, revision] = [positionText(Number(number)), Number(place)];
  // Bytes that are no text decode to something else, which the hash over the bytes has found before it is used.
  const fields = bytes === null ? [] : textOf(bytes).split(FIELD_END);
  if (bytes === null || wellTyped !== 1n || fields.length !== FIELDS)
    return { position, stream, revision, says: MISSHAPEN };
  const [, , , type = '', version = '', recordedAt = '', data = '', , previousHash = ''] = fields;
  const damage = chains.link({ position, stream, revision, previousHash, hash, computed: hashOfBytes(bytes) });
  if (damage !== null) return damage;
  const happened = { position, stream, revision, type, version: Number(version), data: parsed(data, Number(number)) };
  return { ...happened, recordedAt, hash };
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString();
