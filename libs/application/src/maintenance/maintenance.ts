import type { EventStore, Link, Verification } from '@juesuan/event-store';
import { isBudgetYearStream, read } from '@juesuan/execution';
import type { ReadStore, RebuildProgress, RebuildResult } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { HeadSearch, type NotedHead } from './noted-head';
import { EVENT_STORE, READ_STORE } from '../stores';

/** Computes the read store anew beside the live one, compares both and swaps. */
export class Rebuild extends Command<RebuildResult> {
  constructor(readonly onProgress: (progress: RebuildProgress) => void = () => undefined) {
    super();
  }
}

@CommandHandler(Rebuild)
export class RebuildHandler implements ICommandHandler<Rebuild> {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  execute({ onProgress }: Rebuild): Promise<RebuildResult> {
    return this.readStore.rebuild(this.events, { onProgress });
  }
}

/** What verifying found, and where a head that was noted before stands; null where it does not, undefined where none was given. */
export interface Verified extends Verification {
  readonly noted?: NotedHead | null;
}

/**
 * Recomputes every hash of the log, and compares the seals of closed years with the events they seal. With `head` it also looks for
 * a head that was printed or noted: of a unit's chain, of the log, or – with the account it was printed for – of several units.
 */
export class VerifyLog extends Query<Verified> {
  constructor(
    readonly onProgress: (checked: number) => void = () => undefined,
    readonly head: string | null = null,
    readonly of: { readonly unit: string; readonly year: number } | null = null,
  ) {
    super();
  }
}

@QueryHandler(VerifyLog)
export class VerifyLogHandler implements IQueryHandler<VerifyLog> {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ onProgress, head, of }: VerifyLog): Promise<Verified> {
    if (head === null) return this.verified(onProgress);
    const units = of === null ? [] : await this.readStore.subtree(of.unit, of.year);
    const codes = units.map(({ code }) => code);
    const search = new HeadSearch(head, codes, of === null ? null : of.year);
    const verification = await this.verified(onProgress, (link) => search.look(link));
    return { ...verification, noted: search.found };
  }

  private async verified(onProgress: (checked: number) => void, onLink?: (link: Link) => void): Promise<Verification> {
    const verification = await this.events.verify(onProgress, onLink);
    if (verification.damage !== null) return verification;
    for (const stream of verification.heads.keys()) {
      if (!isBudgetYearStream(stream)) continue;
      const damage = await this.brokenSeal(stream);
      if (damage !== null) return { ...verification, damage };
    }
    return verification;
  }

  /**
   * A closing names the hash of the last event before its command (which first releases freezes and disposes of what is unspent);
   * a chain rewritten as a whole cannot match a seal that was published.
   */
  private async brokenSeal(stream: string): Promise<Verification['damage']> {
    let [last, beforeCommand, command]: (string | null)[] = [null, null, null];
    for await (const batch of this.events.readStream(stream)) {
      for (const { hash, ...stored } of batch) {
        const event = read(stored);
        if (event.by.commandId !== command) [beforeCommand, command] = [last ?? null, event.by.commandId];
        last = hash;
        if (event.type !== 'FiscalYearClosed' || event.data.chainHead === beforeCommand) continue;
        const says = '关账时封存的链头与其前的事件不符：关账以前的事件被改写过。';
        return { position: stored.position, stream, revision: stored.revision, says };
      }
    }
    return null;
  }
}
