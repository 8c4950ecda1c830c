import type { EventStore } from '@juesuan/event-store';

const BELIEVED_MS = 10_000;

/**
 * How far a log goes. What lies before its known end needs no asking, but for a few seconds only: a log may be brought back from an
 * older backup while others go on with it.
 */
export class LogEnd {
  private known = '';
  private askedAt = -Infinity;

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
}
