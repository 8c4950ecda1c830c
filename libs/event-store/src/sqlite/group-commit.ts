import { type Appended, StoreUnavailable, WrongExpectedRevision } from '../port';
import { type Share } from '../share';
import { type Database } from './database';
import { Recording } from './recording';

interface Waiting {
  readonly shares: readonly Share[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Commits what was appended in one turn of the event loop in one transaction: one flush to disk for all of them. Each append
 * gets its own answer; a refused one leaves nothing behind and the others go through.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private readonly recording: Recording;

  constructor(
    private readonly database: Database,
    private readonly onCommit: () => void,
  ) {
    this.recording = new Recording(database);
  }

  append(shares: readonly Share[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ shares, resolve, reject });
    });
  }

  /** Commits what waits. Public so that closing the store loses nobody's answer. */
  flush(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    try {
      const answers = this.commit(group);
      group.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer instanceof WrongExpectedRevision) reject(answer);
        else if (answer) resolve(answer);
      });
      this.onCommit();
    } catch (cause) {
      const error = new StoreUnavailable(`事件库写入失败：${(cause as Error).message}`, { cause });
      for (const { reject } of group) reject(error);
    }
  }

  private commit(group: readonly Waiting[]): (Appended | WrongExpectedRevision)[] {
    return this.database.immediately(() => {
      const transaction = this.recording.begin(new Date().toISOString());
      return group.map(({ shares }) => transaction.record(shares));
    });
  }
}
