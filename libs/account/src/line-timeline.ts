import { type BusinessDate, type Fen, sumFen } from '@juesuan/kernel';
import type { Entry } from './entry';
import { type LineParts, linePartsOf } from './lines';

/** What one event did to a line, and what could be spent after it. */
export interface LineStep {
  /** Of the event in its unit-year's stream. */
  readonly revision: number;
  readonly date: BusinessDate;
  /** By how much the event changed each part; a payment out of a freeze changes two. */
  readonly change: LineParts;
  /** 可用额度 once it had happened. */
  readonly available: Fen;
}

/** The events of one line by business day, and within a day as recorded. Give it the entries of that line only. */
export function lineTimeline(entries: readonly Entry[]): LineStep[] {
  const byEvent = new Map<number, Entry[]>();
  for (const entry of entries) {
    const own = byEvent.get(entry.revision);
    if (own) own.push(entry);
    else byEvent.set(entry.revision, [entry]);
  }
  let available: Fen = 0;
  return [...byEvent.values()].sort(byDay).flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const change = linePartsOf(own);
    available = sumFen([available, change.available]);
    return [{ revision: first.revision, date: first.date, change, available }];
  });
}

const byDay = ([a]: Entry[], [b]: Entry[]): number =>
  a && b ? a.date.localeCompare(b.date) || a.revision - b.revision : 0;
