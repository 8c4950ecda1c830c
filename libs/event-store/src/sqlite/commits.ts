import { type News } from '../follow';
import { type Database } from './database';

const LOOK_EVERY_MS = 100;

/**
 * Tells followers of new commits: at once of this connection's own, within a moment of those of other connections and
 * processes, which SQLite only shows when asked (`data_version`).
 */
export class Commits implements News {
  count = 0;
  private readonly dataVersion;
  private seenVersion: number;
  private readonly waiting = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.dataVersion = database.prepare('PRAGMA data_version');
    this.seenVersion = this.version();
  }

  /** Something was committed. */
  announce(): void {
    this.count++;
    for (const wake of [...this.waiting]) wake();
  }

  after(count: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (this.count !== count || signal.aborted) return resolve();
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        if (this.waiting.size === 0) clearInterval(this.timer);
        resolve();
      };
      if (this.waiting.size === 0) this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private look(): void {
    const version = this.version();
    if (version === this.seenVersion) return;
    this.seenVersion = version;
    this.announce();
  }

  private version(): number {
    return (this.dataVersion.get() as [number])[0];
  }
}
