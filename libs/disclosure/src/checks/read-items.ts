import type { Item } from '@juesuan/account';
import type { Fen } from '@juesuan/kernel';
import { sectionOf, TITLES } from './section-of';
import { AMOUNT, fenOf, RATE } from './statement';
import type { TextEvidence } from './text-check';

/** An item's paragraph as it is read: what it says of the item, null for what it does not say. */
export interface ReadItem {
  readonly text: string;
  /** 类, 款 and 项; null where they are not named with these words. */
  readonly names: string | null;
  readonly original: string | null;
  readonly actual: string | null;
  readonly rate: string | null;
  readonly direction: string | null;
  readonly reason: string;
}

const NAMES = /^(?:\d+[\s.、．]*)?([^（）]+(?:（[^类款项）]+）[^（）]*)*)（类）(.+?)（款）(.+?)（项）/;
const ORIGINAL = new RegExp(`年初预算数?为${AMOUNT}`);
const ACTUAL = new RegExp(`支出决算数?为${AMOUNT}`);
const COMPLETED = new RegExp(`完成年初预算的${RATE}`);
const DIRECTION = /决算数(大于|小于)(?:年初)?预算|(基本持平|持平)/;
const REASON = /(?:原因|主要情况)(?:是|为)?[：:]?(.*?)。?$/;

export const nameOfItem = (names: readonly string[]): string => names.join('-');

/** The section's opening paragraph and its items; null where the document has no such section. */
export function readItems({ document }: TextEvidence): { summary: string; items: ReadItem[] } | null {
  const [summary = '', ...rest] = sectionOf(document, TITLES.items) ?? [];
  if (summary === '') return null;
  return { summary, items: rest.filter((text) => text.includes('支出决算')).map(readItem) };
}

export function readItem(text: string): ReadItem {
  const names = NAMES.exec(text);
  const [, unlike, level] = DIRECTION.exec(text) ?? [];
  return {
    text,
    names: names === null ? null : nameOfItem(names.slice(1)),
    original: ORIGINAL.exec(text)?.[1] ?? null,
    actual: ACTUAL.exec(text)?.[1] ?? null,
    rate: COMPLETED.exec(text)?.[1] ?? null,
    direction: unlike ?? level ?? null,
    reason: REASON.exec(text)?.[1] ?? '',
  };
}

/** The account's items by their names, as their paragraphs are headed. */
export function itemsByName({ evidence: { account, nameOf } }: TextEvidence): Map<string, Item> {
  const name = (code: string): string => nameOf('functional', code) ?? code;
  return new Map(
    account.items.map((item) => [
      nameOfItem([name(item.code.slice(0, 3)), name(item.code.slice(0, 5)), name(item.code)]),
      item,
    ]),
  );
}

/** Items that stand both in the text and in the account. */
export function pairedItems(given: TextEvidence): { read: ReadItem; item: Item; name: string }[] {
  const known = itemsByName(given);
  return (readItems(given)?.items ?? []).flatMap((read) => {
    const item = known.get(read.names ?? '');
    return item ? [{ read, item, name: read.names?.split('-').at(-1) ?? '' }] : [];
  });
}

/** Printed amounts in 分; what is not said counts as nothing. */
export const saidFen = (said: string | null): Fen => (said === null ? 0 : (fenOf(said) ?? 0));
