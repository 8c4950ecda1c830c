import { type BookName, CodeBook, type CodeEntry } from '@juesuan/classification';
import { readCsv } from '@juesuan/documents';
import type { Books } from '@juesuan/execution';
import { parseDate } from '@juesuan/kernel';
import type { Reading, ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { readAsset } from './assets';
import { Freshness } from './freshness';
import { READ_STORE } from './stores';

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

/** The code books in force: those shipped, with what was imported on top. */
@Injectable()
export class CodeBooks {
  private loaded: Books | null = null;

  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  async load(): Promise<Books> {
    return this.loaded ?? this.reload();
  }

  /** Reads the imported codes again, after some were imported. */
  async reload(): Promise<Books> {
    await this.freshness.reach();
    this.loaded = await this.in(this.readStore);
    return this.loaded;
  }

  /** The books with the codes that a reading knows. */
  async in(reading: Reading): Promise<Books> {
    const bookOf = async (book: BookName): Promise<CodeBook> =>
      new CodeBook(book, [...shipped(book), ...(await reading.codes(book))]);
    return { functional: await bookOf('functional'), economic: await bookOf('economic') };
  }
}
