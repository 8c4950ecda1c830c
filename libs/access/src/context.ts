import { Outdated, type Step } from '@juesuan/sql';
import { Attempts } from './attempts';
import type { AccessDatabase } from './schema';
import { Sessions } from './sessions';
import { Standing } from './standing';
import { type StoredUser, Users } from './users';

const MOST_RACES = 5;

/** The tables of access, each with its own statements, and one way to change a user. */
export class Context {
  readonly users: Users;
  readonly standing: Standing;
  readonly sessions: Sessions;
  readonly attempts: Attempts;

  constructor(
    readonly database: AccessDatabase,
    readonly clock: () => number,
  ) {
    this.users = new Users(database, clock);
    this.standing = new Standing(database, clock);
    this.sessions = new Sessions(database, clock, this.standing);
    this.attempts = new Attempts(database, clock);
  }

  /** Reads a user, decides, and writes all of it or nothing; decides again where somebody else changed her meanwhile. */
  async change<T>(name: string, decide: (user: StoredUser) => Promise<{ steps: Step[]; answer: T }>): Promise<T> {
    for (let race = 1; ; race++) {
      const user = await this.users.get(name);
      const { steps, answer } = await decide(user);
      try {
        await this.database.atomically(steps);
        this.standing.forget();
        return answer;
      } catch (error) {
        if (!(error instanceof Outdated) || race === MOST_RACES) throw error;
      }
    }
  }
}
