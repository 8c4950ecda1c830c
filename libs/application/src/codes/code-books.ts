import { type BookName, CodeBook, type CodeEntry } from '@juesuan/classification';
import { readCsv } from '@juesuan/documents';
import type { EventStore } from '@juesuan/event-store';
import type { Books } from '@juesuan/execution';
import { parseDate } from '@juesuan/kernel';
import { codeBookStream, type Reading, type ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { readAsset } from '../assets';
import { Freshness } from '../reading/freshness';
import { EVENT_STORE, READ_STORE } from '../stores';
import { Turns } from '../recording/turns';

/** Headers of a code book file. */
export const CODE_COLUMNS = ['编码', '名称', '生效日期', '失效日期'] as const;

/** One row of a code book file; empty dates are open. Throws RuleViolation on what is no date. */
export const codeEntry = (cells: Readonly<Record<string, string>>): CodeEntry => ({
  code: cells['编码'] ?? '',
  name: cells['名称'] ?? '',
  from: cells['生效日期'] ? parseDate(cells['生效日期']) : null,
  to: cells['失效日期'] ? parseDate(cells['失效日期']) : null,
});

function shipped(book: BookName): CodeEntry[] {
  const file = `${book}.csv`;
  const text = readAsset('libs', 'classification', 'data', file);
  return readCsv(new TextEncoder().encode(text), file).rows.map(({ cells }) => codeEntry(cells));
}

const LOOK_AGAIN_MS = 1000;

/** The code books in force: those shipped, with what was imported on top. */
@Injectable()
export class CodeBooks {
  private loaded: Books | null = null;
  /** How many events each book's stream had when the books were loaded, and when that was last looked at. */
  private known: Record<BookName, number> = { functional: 0, economic: 0 };
  private lookedAt = -Infinity;
  private readonly turns = new Turns();

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /** The books; codes that another process imports are known within a second. */
  async load(): Promise<Books> {
    return this.lately() ?? this.turns.take(['books'], async () => this.lately() ?? this.look());
  }

  /** Reads the imported codes again where some were imported since; one at a time, so that the newest are the last. */
  reload(): Promise<Books> {
    return this.turns.take(['books'], () => this.look());
  }

  private lately(): Books | null {
    return performance.now() - this.lookedAt < LOOK_AGAIN_MS ? this.loaded : null;
  }

  /** What was found new counts as known once the books hold it: where they cannot be loaded, the next look finds it again. */
  private async look(): Promise<Books> {
    this.lookedAt = performance.now();
    const { position, known } = await this.newest();
    if (this.loaded !== null && position === null) return this.loaded;
    await this.freshness.reach(position);
    this.loaded = await this.in(this.readStore);
    this.known = known;
    return this.loaded;
  }

  /** The position of the newest event that was not known (null where there is none), and how many there are then. */
  private async newest(): Promise<{ position: string | null; known: Record<BookName, number> }> {
    let position: string | null = null;
    const known = { ...this.known };
    for (const book of ['functional', 'economic'] as const) {
      for await (const batch of this.events.readStream(codeBookStream(book), known[book])) {
        known[book] += batch.length;
        const last = batch.at(-1)?.position ?? '';
        if (position === null || last > position) position = last;
      }
    }
    return { position, known };
  }

  /** The books with the codes that a reading knows. */
  async in(reading: Reading): Promise<Books> {
    const bookOf = async (book: BookName): Promise<CodeBook> =>
      new CodeBook(book, [...shipped(book), ...(await reading.codes(book))]);
    return { functional: await bookOf('functional'), economic: await bookOf('economic') };
  }
}
