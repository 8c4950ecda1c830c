import { setImmediate as turn } from 'node:timers/promises';
import { type Page } from '../follow';
import { type Happened, type JsonObject, type StoredEvent } from '../port';
import { ColumnReading, type Columns } from './columns';
import { type Database } from './database';
import { parsed } from './parsed';
import { positionNumber, positionText } from './position';

const PAGE = 1000;
const COLUMNS = 'position, stream, revision, id, type, version, recorded_at, data, metadata, previous_hash, hash';
type Row = [number, number, number, string, string, number, string, string, string, string, string];

/**
 * Reads events page by page, by position or revision: no statement stays open between pages, so others may write, and the
 * event loop gets a turn. Stream names are kept in memory instead of being joined to every row.
 */
export class Reading {
  private readonly names = new Map<number, string>();
  private readonly pageOfAll;
  private readonly columns: ColumnReading;
  private readonly pageOfStream;
  private readonly selectFirst;
  private readonly selectNames;
  private readonly selectStream;
  private readonly selectCount;

  constructor(database: Database) {
    this.pageOfAll = database.prepare(`SELECT ${COLUMNS} FROM event WHERE position > ? ORDER BY position LIMIT ?`);
    this.columns = new ColumnReading(database);
    this.pageOfStream = database.prepare(
      `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    // From the names: there is an index by stream and revision, none by revision.
    this.selectFirst = database.prepare(
      `SELECT ${COLUMNS} FROM event
       WHERE revision = 0 AND stream IN (SELECT id FROM event_stream WHERE substr(name, 1, length(?1)) = ?1)`,
    );
    this.selectNames = database.prepare('SELECT id, name FROM event_stream');
    this.selectStream = database.prepare('SELECT id FROM event_stream WHERE name = ?');
    // Positions are gapless: the last one is the count, without counting.
    this.selectCount = database.prepare('SELECT coalesce(max(position), 0) FROM event');
  }

  count(): number {
    return (this.selectCount.get() as [number])[0];
  }

  firstEvents(prefix: string): StoredEvent[] {
    const rows = this.selectFirst.all(prefix) as unknown as Row[];
    return rows.map((row) => toEvent(row, this.name(row[1])));
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
    const isWanted = this.wanting(prefixes);
    for (let last = positionNumber(after); ; await turn()) {
      const page = this.columns.page(last, size);
      const events = this.eventsOf(page, isWanted);
      if (events.length > 0) yield events;
      if (page.positions.length < size) return;
      last = page.positions.at(-1) ?? last;
    }
  }

  private eventsOf(page: Columns, isWanted: (stream: number) => boolean): Happened[] {
    const { positions, streams, revisions, types, versions, data } = page;
    const events: Happened[] = [];
    for (let at = 0; at < positions.length; at++) {
      const stream = streams[at] as number;
      if (!isWanted(stream)) continue;
      events.push({
        position: positionText(positions[at] as number),
        stream: this.name(stream),
        revision: revisions[at] as number,
        type: types[at] as string,
        version: versions[at] as number,
        data: data[at] as JsonObject,
      });
    }
    return events;
  }

  async *pages(after: string | null, prefixes: readonly string[], size = PAGE): AsyncIterable<Page> {
    const isWanted = this.wanting(prefixes);
    for (let last = positionNumber(after); ; await turn()) {
      const read = this.pageOfAll.all(last, size) as unknown as Row[];
      const rows = read.filter(([, stream]) => isWanted(stream));
      last = read.at(-1)?.[0] ?? last;
      if (read.length > 0) {
        yield { events: rows.map((row) => toEvent(row, this.name(row[1]))), through: positionText(last) };
      }
      if (read.length < size) return;
    }
  }

  /** Whether a stream has one of the prefixes; found out once per stream, not per event. */
  private wanting(prefixes: readonly string[]): (stream: number) => boolean {
    const wanted = new Map<number, boolean>();
    return (stream) => {
      const known = wanted.get(stream);
      if (known !== undefined) return known;
      const name = this.name(stream);
      const answer = prefixes.some((prefix) => name.startsWith(prefix));
      wanted.set(stream, answer);
      return answer;
    };
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
    data: parsed(data, position),
    metadata: parsed(metadata, position),
    previousHash,
    hash,
  };
}
