import type { AccessDatabase } from './schema';

const KNOWN_FOR_MS = 2000;
/** Some megabytes; more signings-in than ask within two seconds. */
const REMEMBERED = 10_000;

interface Known {
  readonly generation: number | null;
  readonly at: number;
}

/** Which signings-in still stand. Known for two seconds, because every request asks; what this process ends, it forgets at once, and all where the clock is set back. */
export class Standing {
  private known = new Map<string, Known>();

  constructor(
    private readonly database: AccessDatabase,
    private readonly clock: () => number,
  ) {}

  /** What the access tokens of a user's signing-in must carry; null where it has ended or she is disabled. */
  async generation(name: string, family: string): Promise<number | null> {
    const { known } = this;
    const found = known.get(family);
    const at = this.clock();
    if (found && Math.abs(at - found.at) < KNOWN_FOR_MS) return found.generation;
    const generation = await this.look(name, family);
    // Into the map that was there before looking: what was ended meanwhile is not known as standing.
    if (known.size >= REMEMBERED) known.clear();
    known.set(family, { generation, at });
    return generation;
  }

  /** To be called when a user was changed or a signing-in ended. */
  forget(): void {
    this.known = new Map();
  }

  private async look(name: string, family: string): Promise<number | null> {
    const session = this.database.db.selectFrom('access_session').where('family', '=', family);
    const user = session.innerJoin('access_user', 'name', 'user_name').where('name', '=', name);
    const row = await user.where('disabled', '=', 0).select('generation').limit(1).executeTakeFirst();
    return row?.generation ?? null;
  }
}
