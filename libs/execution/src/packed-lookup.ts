/* global TextEncoder, TextDecoder */

/** Values by key as `evolve` and `decide` use them; a Map is one, and so is what comes out of a packed year. */
export interface Lookup<Value> extends Iterable<[string, Value]> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
  set(key: string, value: Value): unknown;
}

/** A value as a plain row, and back. */
export interface RowForm<Value> {
  readonly toRow: (value: Value) => readonly unknown[];
  readonly fromRow: (row: readonly unknown[]) => Value;
}

/** Shards one after another; `ends` says where each stops. A shard is rows of JSON, `["key",…],…`. */
export interface Shards {
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
}

/** So few that opening one for a single key takes microseconds, so many that the list of ends stays small. */
const KEYS_PER_SHARD = 64;
const KEYS_PER_TURN = 10_000;

/** Packs a lookup of about so many keys. Yields now and then, for the caller to let others work meanwhile. */
export function* packing<Value>(
  lookup: Lookup<Value>,
  about: number,
  { toRow }: RowForm<Value>,
): Generator<void, Shards> {
  const rows: string[][] = Array.from({ length: Math.max(1, Math.ceil(about / KEYS_PER_SHARD)) }, () => []);
  let packed = 0;
  for (const [key, value] of lookup) {
    rows[shardOf(key, rows.length)]?.push(JSON.stringify([key, ...toRow(value)]));
    if (++packed % KEYS_PER_TURN === 0) yield;
  }
  const encoder = new TextEncoder();
  const shards = rows.map((shard) => encoder.encode(shard.join()));
  const ends: number[] = [];
  for (const shard of shards) ends.push((ends.at(-1) ?? 0) + shard.length);
  const bytes = new Uint8Array(ends.at(-1) ?? 0);
  shards.forEach((shard, index) => bytes.set(shard, ends[index - 1] ?? 0));
  return { bytes, ends };
}

/** Reads a packed lookup shard by shard, when a key of it is asked for: a year of 300,000 vouchers opens without reading them. */
export class PackedLookup<Value> implements Lookup<Value> {
  private readonly opened = new Map<number, Map<string, Value>>();

  constructor(
    private readonly shards: Shards,
    private readonly form: Pick<RowForm<Value>, 'fromRow'>,
  ) {}

  get(key: string): Value | undefined {
    return this.shardWith(key).get(key);
  }

  has(key: string): boolean {
    return this.shardWith(key).has(key);
  }

  set(key: string, value: Value): void {
    this.shardWith(key).set(key, value);
  }

  *[Symbol.iterator](): Iterator<[string, Value]> {
    for (const index of this.shards.ends.keys()) yield* this.opened.get(index) ?? this.read(index);
  }

  private shardWith(key: string): Map<string, Value> {
    const index = shardOf(key, this.shards.ends.length);
    const known = this.opened.get(index);
    if (known) return known;
    const shard = this.read(index);
    this.opened.set(index, shard);
    return shard;
  }

  private read(index: number): Map<string, Value> {
    const { bytes, ends } = this.shards;
    const text = new TextDecoder().decode(bytes.subarray(ends[index - 1] ?? 0, ends[index]));
    const rows = JSON.parse(`[${text}]`) as [string, ...unknown[]][];
    return new Map(rows.map(([key, ...row]) => [key, this.form.fromRow(row)]));
  }
}

const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;

/** FNV-1a over the key's UTF-16 units: the same in every process. */
function shardOf(key: string, shards: number): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME);
  return (hash >>> 0) % shards;
}
