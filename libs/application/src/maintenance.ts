import type { EventStore, Verification } from '@juesuan/event-store';
import { isBudgetYearStream, read } from '@juesuan/execution';
import type { ReadStore, RebuildProgress, RebuildResult } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, READ_STORE } from './stores';

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

/** Recomputes every hash of the log, and compares the seals of closed years with the events they seal. */
export class VerifyLog extends Query<Verification> {
  constructor(readonly onProgress: (checked: number) => void = () => undefined) {
    super();
  }
}

@QueryHandler(VerifyLog)
export class VerifyLogHandler implements IQueryHandler<VerifyLog> {
  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  async execute({ onProgress }: VerifyLog): Promise<Verification> {
    const verification = await this.events.verify(onProgress);
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
