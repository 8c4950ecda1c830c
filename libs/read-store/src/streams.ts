import type { BookName, CodeEntry } from '@juesuan/classification';
import type { Happened } from '@juesuan/event-store';
import { UnknownEvent } from '@juesuan/execution';

/** Stream of the codes imported into one book. */
export const codeBookStream = (book: BookName): string => `codeBook-${book}`;

/** Stream that marks one import's beginning and end, for stores on which an import is not one transaction. */
export const importStream = (id: string): string => `import-${id}`;

/** What the read store follows: every stream whose events it must know. */
export const FOLLOWED_PREFIXES = ['budgetYear-', 'codeBook-', 'import-'] as const;

/** Facts beside the budget years: codes that were imported, imports begun and completed. All in version 1. */
export interface HouseEvents {
  CodesDefined: { readonly entries: readonly CodeEntry[] };
  ImportStarted: { readonly units: readonly string[]; readonly year: number; readonly events: number };
  ImportCompleted: Readonly<Record<string, never>>;
}

export type HouseEvent = {
  [Type in keyof HouseEvents]: { readonly type: Type; readonly data: HouseEvents[Type] };
}[keyof HouseEvents];

const HOUSE_STREAMS: Readonly<Record<keyof HouseEvents, string>> = {
  CodesDefined: 'codeBook-',
  ImportStarted: 'import-',
  ImportCompleted: 'import-',
};

/** A stored event of a code book or an import; throws UnknownEvent for any other type, version or kind of stream. */
export function readHouseEvent({ type, version, position, stream, data }: Happened): HouseEvent {
  const prefix = Object.hasOwn(HOUSE_STREAMS, type) ? HOUSE_STREAMS[type as keyof HouseEvents] : null;
  if (prefix === null || version !== 1 || !stream.startsWith(prefix)) throw new UnknownEvent(type, version, position);
  return { type, data } as unknown as HouseEvent;
}

const BUDGET_YEAR = /^budgetYear-(.+)\.(\d{4})$/;

/** The unit and year whose stream this is; null for every other stream. */
export function unitYearOf(stream: string): { readonly unit: string; readonly year: number } | null {
  const [, unit, year] = BUDGET_YEAR.exec(stream) ?? [];
  return unit === undefined ? null : { unit, year: Number(year) };
}
