import { eventReference } from '@juesuan/account';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { budgetYearStream, read, type RecordedEvent } from '@juesuan/execution';
import type { Instant } from '@juesuan/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE } from '../stores';
import { eventInWords } from './words';

/** An event with where and when it was recorded. */
export interface HistoryEntry {
  /** `301001.2023@57`. */
  readonly reference: string;
  readonly unit: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly event: RecordedEvent;
  /** What happened, as a journal says it. */
  readonly words: string;
}

/** A stored event of a unit's year as people look at it. */
export function historyEntry(
  { position, recordedAt, revision, ...stored }: StoredEvent,
  unit: string,
  year: number,
): HistoryEntry {
  const event = read({ ...stored, position });
  const reference = eventReference(unit, year, revision);
  return { reference, unit, revision, position, recordedAt, event, words: eventInWords(event) };
}

/** About half a kilobyte each. */
const KEPT_ENTRIES = 500_000;

/** The recorded events of unit-years, as people look through them; the years looked at last are kept and topped up. */
@Injectable()
export class Journals {
  private readonly kept = new Map<string, HistoryEntry[]>();

  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  /**
   * Every event of a unit's year in its order, up to the first that was recorded after an instant. The list is shared: do not
   * change it.
   */
  async of(unit: string, year: number, knownAt?: Instant): Promise<readonly HistoryEntry[]> {
    const entries = await this.all(unit, year);
    const later = knownAt === undefined ? -1 : entries.findIndex(({ recordedAt }) => recordedAt > knownAt);
    return later < 0 ? entries : entries.slice(0, later);
  }

  private async all(unit: string, year: number): Promise<readonly HistoryEntry[]> {
    const stream = budgetYearStream(unit, year);
    const entries = this.kept.get(stream) ?? [];
    for await (const batch of this.events.readStream(stream, entries.length)) {
      // Two readers may top up at once; what the other has taken is there already.
      for (const stored of batch) if (stored.revision >= entries.length) entries.push(historyEntry(stored, unit, year));
    }
    this.keep(stream, entries);
    return entries;
  }

  private keep(stream: string, entries: HistoryEntry[]): void {
    this.kept.delete(stream);
    this.kept.set(stream, entries);
    let total = 0;
    for (const list of this.kept.values()) total += list.length;
    for (const [oldest, list] of this.kept) {
      if (total <= KEPT_ENTRIES || oldest === stream) return;
      this.kept.delete(oldest);
      total -= list.length;
    }
  }
}
