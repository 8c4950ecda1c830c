import { type EventStore, StoreUnavailable } from '@juesuan/event-store';

const BELIEVED_MS = 10_000;
const SOON_MS = 1_000;

/**
 * How far a log goes. What lies before its known end needs no asking, but for a few seconds only: a log may be brought back from an
 * older backup while others go on with it.
 */
export class LogEnd {
  private known = '';
  private askedAt = -Infinity;
  private silentAt = -Infinity;

  constructor(private readonly events: Pick<EventStore, 'end'>) {}

  /** Whether the log has come to a position; one of another log, or of this one before a backup was restored, may lie ahead of it. */
  async has(position: string): Promise<boolean> {
    const now = performance.now();
    if (position > this.known || now - this.askedAt > BELIEVED_MS) {
      this.known = (await this.events.end()) ?? '';
      this.askedAt = now;
    }
    return position <= this.known;
  }

  /**
   * Whether the log surely ends before a position. A store that does not answer within a second is not waited for, and not asked
   * again for a while: what was projected can be read meanwhile, and nobody knows better.
   */
  async endsBefore(position: string): Promise<boolean> {
    if (performance.now() - this.silentAt <= BELIEVED_MS) return false;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<null>((resolve) => (timer = setTimeout(resolve, SOON_MS, null)));
    try {
      const has = await Promise.race([this.answered(position), silence]);
      if (has === null) this.silentAt = performance.now();
      return has === false;
    } finally {
      clearTimeout(timer);
    }
  }

  private async answered(position: string): Promise<boolean | null> {
    try {
      return await this.has(position);
    } catch (error) {
      if (error instanceof StoreUnavailable) return null;
      throw error;
    }
  }
}
