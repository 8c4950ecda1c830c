import { type Access, openAccess } from '@juesuan/access';
import type { DatabaseLocation } from '@juesuan/sql';
import { type Home, postgresHome, sqliteHome } from './homes';

export const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
export const OFFICER = { name: 'wang.fang', displayName: '王芳', roles: ['officer'], units: ['500001'] } as const;
export const GOOD_PASSWORD = 'k7mq-x2fd-9hwp-t4rz';

/** One user, her one-time password, and a clock that the test moves. */
export class Stage {
  home!: Home;
  location!: DatabaseLocation;
  access!: Access;
  now!: number;
  password!: string;

  async set(): Promise<void> {
    this.now = Date.UTC(2023, 5, 1);
    this.location = await this.home.fresh();
    this.access = await openAccess(this.location, () => this.now);
    this.password = (await this.access.createUser(OFFICER, 'chief')).password;
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
  }

  guess = (name = OFFICER.name as string) => this.access.signIn(name, 'not-her-password');
}

/** The same tests on SQLite and PostgreSQL, each with a stage of its own. */
export function onEveryDatabase(title: string, tests: (stage: Stage) => void): void {
  describe.each([
    ['SQLite', sqliteHome],
    ['PostgreSQL', postgresHome],
  ])(`${title} on %s`, (_name, open) => {
    const stage = new Stage();
    beforeAll(async () => void (stage.home = await open()));
    afterAll(() => stage.home.stop());
    beforeEach(() => stage.set());
    afterEach(() => stage.access.close());
    tests(stage);
  });
}
