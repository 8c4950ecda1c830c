import { type BusinessDate, firstDay, lastDay, RuleViolation } from '@juesuan/kernel';

export type BookName = 'functional' | 'economic';

export const BOOK_TITLES: Readonly<Record<BookName, string>> = { functional: '功能分类科目', economic: '经济分类科目' };

/** Lengths of the levels: functional 类 3 / 款 5 / 项 7, economic 类 3 / 款 5. The last is the leaf that money is booked on. */
const LEVELS: Readonly<Record<BookName, readonly number[]>> = { functional: [3, 5, 7], economic: [3, 5] };

/** A code under one name from `from` until `to` (both inclusive, null: open). */
export interface CodeEntry {
  readonly code: string;
  readonly name: string;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
}

/**
 * The codes of one classification with their effective dates. Codes change in mid-year, so every question carries a day;
 * where several entries of a code are in force, the one that began last counts.
 */
export class CodeBook {
  private readonly byCode = new Map<string, CodeEntry[]>();

  /** Later entries replace earlier ones of the same code and first day. */
  constructor(
    readonly book: BookName,
    entries: Iterable<CodeEntry>,
  ) {
    for (const entry of entries) {
      const others = (this.byCode.get(entry.code) ?? []).filter((other) => other.from !== entry.from);
      this.byCode.set(entry.code, [...others, entry].sort(byBeginning));
    }
  }

  /** The name in force on a day; null where the code is unknown or not in force. */
  nameOn(code: string, date: BusinessDate): string | null {
    return this.byCode.get(code)?.findLast((entry) => isInForce(entry, date))?.name ?? null;
  }

  /** The name a report of a year prints: that of the last day of the year on which the code is in force. */
  nameIn(code: string, year: number): string | null {
    const [begin, end] = [firstDay(year), lastDay(year)];
    const ends = (this.byCode.get(code) ?? [])
      .filter(({ from, to }) => (from ?? begin) <= end && (to ?? end) >= begin)
      .map(({ to }) => (to === null || to > end ? end : to));
    const last = ends.sort().at(-1);
    return last === undefined ? null : this.nameOn(code, last);
  }

  /** Refuses a code that money cannot be booked on: not a leaf, unknown, or not in force on the day. */
  assertLeaf(code: string, date: BusinessDate): void {
    this.assertLevel(code);
    if (this.nameOn(code, date) === null) this.refuseUnknown(code, date);
  }

  /** Refuses a code that no money of the year can stand on; one that ended in mid-year keeps what was booked before. */
  assertLeafIn(code: string, year: number): void {
    this.assertLevel(code);
    if (this.nameIn(code, year) === null) this.refuseUnknown(code, `${year} 年`);
  }

  private assertLevel(code: string): void {
    if (code.length === LEVELS[this.book].at(-1) || !this.byCode.has(code)) return;
    const level = this.book === 'functional' ? '项级（7 位）' : '款级（5 位）';
    throw new RuleViolation('not-a-leaf-code', `${BOOK_TITLES[this.book]} ${code} 不是末级科目，须用${level}编码。`, {
      code,
    });
  }

  private refuseUnknown(code: string, when: string): never {
    const title = BOOK_TITLES[this.book];
    const known = this.byCode.has(code);
    const what = known ? `${title} ${code} 在 ${when} 不在有效期内` : `${title}中没有编码 ${code}`;
    const how = `请核对编码；如确为有效科目，用 CSV（编码,名称,生效日期,失效日期）导入：juesuan codes ${this.book} 文件.csv`;
    throw new RuleViolation(known ? 'code-not-in-force' : 'unknown-code', `${what}。${how}`, { code, when });
  }

  /** Every entry, by code and beginning. */
  entries(): CodeEntry[] {
    return [...this.byCode.keys()].sort().flatMap((code) => this.byCode.get(code) ?? []);
  }
}

const byBeginning = (a: CodeEntry, b: CodeEntry): number => ((a.from ?? '') < (b.from ?? '') ? -1 : 1);

const isInForce = (entry: CodeEntry, date: BusinessDate): boolean =>
  (entry.from === null || entry.from <= date) && (entry.to === null || date <= entry.to);

/** The codes above a code, top first: 2080199 → [208, 20801]. */
export function parentsOf(book: BookName, code: string): string[] {
  return LEVELS[book].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

/** Refuses an entry that no book may hold: wrong length, not digits, no name, an end before its beginning. */
export function assertCodeEntry(book: BookName, entry: CodeEntry): void {
  const lengths = LEVELS[book];
  if (!/^\d+$/.test(entry.code) || !lengths.includes(entry.code.length)) {
    throw new RuleViolation('malformed-code', `编码“${entry.code}”应为 ${lengths.join('、')} 位数字。`, {
      code: entry.code,
    });
  }
  if (entry.name === '') throw new RuleViolation('nameless-code', `编码 ${entry.code} 缺名称。`, { code: entry.code });
  if (entry.from !== null && entry.to !== null && entry.to < entry.from) {
    throw new RuleViolation(
      'code-ends-before-it-begins',
      `编码 ${entry.code} 的失效日期 ${entry.to} 早于生效日期 ${entry.from}。`,
      { code: entry.code },
    );
  }
}

/** Refuses entries whose parents the book (with the entries themselves) does not hold: a table could not name its rows. */
export function assertParents(book: CodeBook, entries: Iterable<CodeEntry>): void {
  const known = new Set(book.entries().map((entry) => entry.code));
  for (const { code } of entries) {
    const missing = parentsOf(book.book, code).find((parent) => !known.has(parent));
    if (missing)
      throw new RuleViolation('parent-code-missing', `编码 ${code} 的上级 ${missing} 不在科目库中，请一并导入。`, {
        code,
      });
  }
}
