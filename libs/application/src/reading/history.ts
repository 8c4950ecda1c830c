import type { BudgetYearEventType, RecordedEvent } from '@juesuan/execution';
import { type BusinessDate, formatYuan, type Instant } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { type HistoryEntry, Journals } from './journals';

/** Which events are wanted; what is not said does not limit. */
export interface HistoryFilter {
  /** On lines that have the text in their item, kind of money, kind of spending or project. */
  readonly line?: string;
  readonly types?: readonly BudgetYearEventType[];
  readonly actor?: string;
  /** Words that stand in the event: 文号, 凭证号, 事由, 摘要, amount in 元 … all of them. */
  readonly text?: string;
  /** Business days. */
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
  /** Only what had been recorded until then. */
  readonly knownAt?: Instant;
}

/** A piece of the list, the newest first. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface History {
  /** How many the filter lets through, on all pages. */
  readonly total: number;
  readonly entries: readonly HistoryEntry[];
}

/** The events of a unit's year (of a department's: of all its units), as recorded; with a page the newest first. */
export class YearHistory extends Query<History> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly wanted: HistoryFilter = {},
    readonly page: Page | null = null,
  ) {
    super();
  }
}

@QueryHandler(YearHistory)
export class YearHistoryHandler implements IQueryHandler<YearHistory> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
  ) {}

  async execute({ unit, year, wanted, page }: YearHistory): Promise<History> {
    const units = await this.accounts.unitsUnder(unit, year);
    const lists = await Promise.all(units.map(({ code }) => this.journals.of(code, year, wanted.knownAt)));
    const passes = filterOf(wanted);
    const found = lists.map((list) => list.filter(passes));
    const entries = found.length === 1 ? (found[0] ?? []) : found.flat().sort(asRecorded);
    if (page === null) return { total: entries.length, entries };
    const end = Math.max(0, entries.length - page.offset);
    return { total: entries.length, entries: entries.slice(Math.max(0, end - page.limit), end).reverse() };
  }
}

const asRecorded = (a: HistoryEntry, b: HistoryEntry): number => (a.position < b.position ? -1 : 1);

type Passes = (entry: HistoryEntry) => boolean;

function filterOf({ line, types, actor, text, from, to }: HistoryFilter): Passes {
  const tests: Passes[] = [];
  if (types !== undefined) {
    const wanted = new Set(types);
    tests.push(({ event }) => wanted.has(event.type));
  }
  if (actor !== undefined) tests.push(({ event }) => event.by.actor === actor);
  if (from !== undefined) tests.push(({ event }) => 'date' in event.data && event.data.date >= from);
  if (to !== undefined) tests.push(({ event }) => 'date' in event.data && event.data.date <= to);
  if (line !== undefined) tests.push(({ event }) => isOnLine(event, line));
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length > 0) tests.push((entry) => words.every((word) => says(entry, word)));
  return (entry) => tests.every((passes) => passes(entry));
}

/** Whether one of the event's lines has the text in its item, kind of money, kind of spending or project. */
function isOnLine({ data }: RecordedEvent, text: string): boolean {
  const lines = [data, ...('entries' in data ? data.entries : [])].flatMap((part) =>
    'line' in part ? [part.line] : [],
  );
  const moved = 'fromLine' in data ? [data.fromLine] : [];
  return [...lines, ...moved].some((line) => Object.values(line).some((value) => String(value).includes(text)));
}

/** Whether a word stands somewhere in the event; amounts are found with and without grouping. */
function says({ words, event: { data, by } }: HistoryEntry, word: string): boolean {
  if (words.includes(word) || by.actor.includes(word)) return true;
  if ('amount' in data && formatYuan(data.amount).replaceAll(',', '').includes(word)) return true;
  return Object.values(data).some((value) => typeof value === 'string' && value.includes(word));
}
