import { eventReference } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream, read, type RecordedEvent } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import type { ReadStore } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, READ_STORE } from './stores';

/** An event with where and when it was recorded. */
export interface HistoryEntry {
  /** `301001.2023@57`. */
  readonly reference: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly event: RecordedEvent;
}

/** Every event of a unit's year (of a department's: of all its units), as recorded; `line` keeps those on lines that contain the text. */
export class YearHistory extends Query<HistoryEntry[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly line?: string,
  ) {
    super();
  }
}

@QueryHandler(YearHistory)
export class YearHistoryHandler implements IQueryHandler<YearHistory> {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ unit, year, line }: YearHistory): Promise<HistoryEntry[]> {
    await this.readStore.catchUp(this.events);
    const units = await this.readStore.subtree(unit, year);
    if (units.length === 0) throw new RuleViolation('unit-unknown', `${year} 年度没有单位 ${unit}。`, { unit, year });
    const history: HistoryEntry[] = [];
    for (const { code } of units) {
      for await (const batch of this.events.readStream(budgetYearStream(code, year))) {
        for (const { position, recordedAt, revision, ...stored } of batch) {
          const event = read({ ...stored, position });
          const entry = { reference: eventReference(code, year, revision), position, recordedAt, event };
          if (line === undefined || isOnLine(event, line)) history.push(entry);
        }
      }
    }
    return history.sort((a, b) => (a.position < b.position ? -1 : 1));
  }
}

/** Whether one of the event's lines has the text in its item, kind of money, kind of spending or project. */
function isOnLine({ data }: RecordedEvent, text: string): boolean {
  const lines = [data, ...('entries' in data ? data.entries : [])].flatMap((part) =>
    'line' in part ? [part.line] : [],
  );
  const moved = 'fromLine' in data ? [data.fromLine] : [];
  return [...lines, ...moved].some((line) => Object.values(line).some((value) => String(value).includes(text)));
}
