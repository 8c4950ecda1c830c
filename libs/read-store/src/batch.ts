import { entriesOf, type Entry } from '@juesuan/account';
import type { Happened } from '@juesuan/event-store';
import { read, UnknownEvent } from '@juesuan/execution';
import { exactFen, type Fen } from '@juesuan/kernel';
import type { BalanceIds, YearIds } from './balance-ids';
import { houseNotes, type Note, type NoteKind, noteOf, type Row } from './notes';
import { readHouseEvent, unitYearOf } from './streams';

interface Year {
  readonly stream: string;
  readonly unit: string;
  readonly year: number;
  readonly ids: YearIds;
  /** Unit, year and last revision, changed in place. */
  readonly head: [string, number, number];
}

const HEAD_REVISION = 2;
/** Few enough rows to die young. */
const PACKED = 500;

/**
 * What a run of events changes in the tables, as rows in the order of the tables' columns. Made in memory before anything is
 * written: an event that is not known stops it here, and nothing is half applied.
 */
export class Batch {
  /** Entry rows not yet in `entryText`. */
  private entryRows: Row[] = [];
  /** Rows as JSON, put together while reading: a text is one object to keep, a thousand rows are four thousand. */
  private entryText = '';
  /** Events taken so far. */
  size = 0;
  private readonly moved = new Map<number, Fen>();
  private readonly made = new Map<number, Row>();
  private readonly noted = new Map<NoteKind, Map<string, Row>>();
  private readonly years = new Map<string, Year>();
  private current: Year | null = null;

  constructor(private readonly balanceIds: BalanceIds) {}

  add(stored: Happened): void {
    if (stored.stream !== this.current?.stream && !stored.stream.startsWith('budgetYear-')) {
      this.size++;
      for (const note of houseNotes(readHouseEvent(stored), stored.stream)) this.note(note);
      return;
    }
    const { type, version, position, data, revision } = stored;
    // Who recorded it is left unread: it is in no table, and a million of them are not parsed for nothing.
    const event = read({ type, version, position, data, metadata: null });
    const { unit, year, ids, head } = this.yearOf(stored);
    const place = { unit, year, revision };
    for (const entry of entriesOf(event, place)) this.post(entry, ids);
    const note = noteOf(event, place);
    if (note) this.note(note);
    head[HEAD_REVISION] = revision;
    this.size++;
  }

  /** Entry rows as JSON. */
  get entries(): string {
    this.packEntries();
    return `[${this.entryText.slice(1)}]`;
  }

  /** Balances that were not there before, with what this batch moved. */
  get newBalances(): string {
    return JSON.stringify([...this.made].map(([id, row]) => [id, ...row, this.moved.get(id) ?? 0]));
  }

  /** What this batch moved on balances that were there before: id and 分. */
  get deltas(): string {
    return JSON.stringify([...this.moved].filter(([id, fen]) => fen !== 0 && !this.made.has(id)));
  }

  notes(kind: NoteKind): string {
    return JSON.stringify([...(this.noted.get(kind)?.values() ?? [])]);
  }

  private yearOf({ stream, type, version, position }: Happened): Year {
    if (this.current?.stream === stream) return this.current;
    this.current = this.years.get(stream) ?? null;
    if (this.current) return this.current;
    const parts = unitYearOf(stream);
    if (!parts) throw new UnknownEvent(type, version, position);
    const head: Year['head'] = [parts.unit, parts.year, 0];
    this.notesOf('revision').set(stream, head);
    this.current = { stream, ...parts, ids: this.balanceIds.of(stream), head };
    this.years.set(stream, this.current);
    return this.current;
  }

  private post(entry: Entry, ids: YearIds): void {
    const id = this.idOf(entry, ids);
    const { revision, amount, date, reference } = entry;
    this.moved.set(id, exactFen((this.moved.get(id) ?? 0) + amount));
    if (this.entryRows.push([id, revision, amount, date, reference]) >= PACKED) this.packEntries();
  }

  private packEntries(): void {
    if (this.entryRows.length === 0) return;
    this.entryText += `,${JSON.stringify(this.entryRows).slice(1, -1)}`;
    this.entryRows = [];
  }

  private idOf(entry: Entry, ids: YearIds): number {
    const known = ids.get(entry);
    if (known !== undefined) return known;
    const id = this.balanceIds.add(ids, entry);
    const { unit, year, measure, fundSource, item, kind, project, economicItem, purpose } = entry;
    this.made.set(id, [unit, year, measure, fundSource, item, kind, project, economicItem, purpose]);
    return id;
  }

  private note({ kind, key, row, instead }: Note): void {
    if (instead) this.notesOf(instead).delete(key);
    const rows = this.notesOf(kind);
    rows.set(key, typeof row === 'function' ? row(rows.get(key)) : row);
  }

  private notesOf(kind: NoteKind): Map<string, Row> {
    const rows = this.noted.get(kind) ?? new Map<string, Row>();
    this.noted.set(kind, rows);
    return rows;
  }
}
