import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type HistoryEntry, historyEntry } from './journals';
import { EVENT_STORE } from '../stores';

/** One event with what seals it: the data as stored and its links of the chain. */
export interface SealedEvent extends HistoryEntry {
  readonly data: StoredEvent['data'];
  readonly hash: string;
  readonly previousHash: string;
}

/** The event that `301001.2023@57` names. */
export class LookAtEvent extends Query<SealedEvent> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly revision: number,
  ) {
    super();
  }
}

@QueryHandler(LookAtEvent)
export class LookAtEventHandler implements IQueryHandler<LookAtEvent> {
  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  async execute({ unit, year, revision }: LookAtEvent): Promise<SealedEvent> {
    for await (const [stored] of this.events.readStream(budgetYearStream(unit, year), revision)) {
      if (stored?.revision !== revision) break;
      const { data, hash, previousHash } = stored;
      return { ...historyEntry(stored, unit, year), data, hash, previousHash };
    }
    throw new RuleViolation('event-unknown', `单位 ${unit} ${year} 年没有第 ${revision} 项记录。`, {
      unit,
      year,
      revision,
    });
  }
}
