import { setImmediate as turn } from 'node:timers/promises';
import { type Page } from '../follow';
import { type Happened, type JsonObject, type StoredEvent } from '../port';
import { type Database } from './database';
import { positionNumber, positionText } from './position';

const PAGE = 1000;
const COLUMNS = 'position, stream, revision, id, type, version, recorded_at, data, metadata, previous_hash, hash';
const LEAN = 'position, stream, revision, type, version, data';
type LeanRow = [number, number, number, string, number, string];
type Row = [number, number, number, string, string, number, string, string, string, string, string];

/**
 * Reads events page by page, by position or revision: no statement stays open between pages, so others may write, and the
 * event loop gets a turn. Stream names are kept in memory instead of being joined to every row.
 */
export class Reading {
  private readonly names = new Map<number, string>();
  private readonly pageOfAll;
  private readonly leanPage;
  private readonly pageOfStream;
  private readonly selectNames;
  private readonly selectStream;
  private readonly selectCount;

  constructor(database: Database) {
    this.pageOfAll = database.prepare(`SELECT ${COLUMNS} FROM event WHERE position > ? ORDER BY position LIMIT ?`);
    this.leanPage = database.prepare(`SELECT ${LEAN} FROM event WHERE position > ? ORDER BY position LIMIT ?`);
    this.pageOfStream = database.prepare(
      `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.selectNames = database.prepare('SELECT id, name FROM event_stream');
    this.selectStream = database.prepare('SELECT id FROM event_stream WHERE name = ?');
    // Positions are gapless: the last one is the count, without counting.
    this.selectCount = database.prepare('SELECT coalesce(max(position), 0) FROM event');
  }

  count(): number {
    return (this.selectCount.get() as [number])[0];
  }

  async *stream(name: string, from: number): AsyncIterable<readonly StoredEvent[]> {
    const [id] = (this.selectStream.get(name) as [number] | undefined) ?? [];
    if (id === undefined) return;
    for (let next = from; ; await turn()) {
      const rows = this.pageOfStream.all(id, next, PAGE) as Row[];
      if (rows.length > 0) yield rows.map((row) => toEvent(row, name));
      if (rows.length < PAGE) return;
      next += PAGE;
    }
  }

  /** Half of an event's bytes say who recorded it and how it is chained; whoever computes from a million does without. */
  async *happened(after: string | null, prefixes: readonly string[], size = PAGE): AsyncIterable<readonly Happened[]> {
    for await (const { rows } of this.wantedRows<LeanRow>(this.leanPage, after, prefixes, size)) {
      if (rows.length > 0) yield rows.map((row) => toHappened(row, this.name(row[1])));
    }
  }

  async *pages(after: string | null, prefixes: readonly string[], size = PAGE): AsyncIterable<Page> {
    for await (const { rows, through } of this.wantedRows<Row>(this.pageOfAll, after, prefixes, size)) {
      yield { events: rows.map((row) => toEvent(row, this.name(row[1]))), through };
    }
  }

  private async *wantedRows<Each extends readonly [position: number, stream: number, ...rest: unknown[]]>(
    page: ReturnType<Database['prepare']>,
    after: string | null,
    prefixes: readonly string[],
    size: number,
  ): AsyncIterable<{ rows: Each[]; through: string }> {
    const wanted = new Map<number, boolean>();
    for (let last = positionNumber(after); ; await turn()) {
      const read = page.all(last, size) as unknown as Each[];
      const rows = read.filter(([, stream]) => this.isWanted(stream, prefixes, wanted));
      last = read.at(-1)?.[0] ?? last;
      if (read.length > 0) yield { rows, through: positionText(last) };
      if (read.length < size) return;
    }
  }

  /** Whether the stream has one of the prefixes; found out once per stream, not per event. */
  private isWanted(id: number, prefixes: readonly string[], wanted: Map<number, boolean>): boolean {
    const known = wanted.get(id);
    if (known !== undefined) return known;
    const name = this.name(id);
    const answer = prefixes.some((prefix) => name.startsWith(prefix));
    wanted.set(id, answer);
    return answer;
  }

  private name(id: number): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    for (const [key, name] of this.selectNames.all() as [number, string][]) this.names.set(key, name);
    const name = this.names.get(id);
    if (name === undefined) throw new Error(`事件库受损：事件所属的流（第 ${id} 号）没有名称。请运行 verify 查明。`);
    return name;
  }
}

function toHappened([position, , revision, type, version, data]: LeanRow, stream: string): Happened {
  return { position: positionText(position), stream, revision, type, version, data: parse(data, position) };
}

function toEvent(row: Row, stream: string): StoredEvent {
  const [position, , revision, id, type, version, recordedAt, data, metadata, previousHash, hash] = row;
  return {
    position: positionText(position),
    stream,
    revision,
    id,
    type,
    version,
    recordedAt,
    data: parse(data, position),
    metadata: parse(metadata, position),
    previousHash,
    hash,
  };
}

function parse(text: string, position: number): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch (cause) {
    throw new Error(`事件库受损：第 ${position} 号事件的内容无法解析。请运行 verify 查明。`, { cause });
  }
}
