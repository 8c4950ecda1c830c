import { Client } from 'pg';

/** Which parts of some work are this process's, where several share it. */
export interface Shares {
  /**
   * The parts that are its now, of so many: as many as the others have. What somebody still holds comes later; what somebody held who
   * is gone is free at once.
   */
  balance(of: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** All parts, where nobody shares. */
export const allOfIt = (): Shares => ({
  balance: async (of) => Array.from({ length: of }, (_, part) => part),
  close: async () => undefined,
});

/** Larger than any part's number. */
const PRESENT = 2_147_483_647;

/**
 * Parts are advisory locks of a session of its own, which end with it however the process ends. Everybody who shares holds one lock
 * together with all others: so each knows how many they are and which of them he is.
 */
export class SharesInPostgres implements Shares {
  private readonly held = new Set<number>();
  private session: Promise<{ client: Client; key: number; pid: number }> | null = null;

  /** `work` names what is shared; the same name in another schema is other work. */
  constructor(
    private readonly url: string,
    private readonly work: string,
  ) {}

  async balance(of: number): Promise<readonly number[]> {
    const { client, key, pid } = await (this.session ??= this.join());
    const present = await client.query<{ pid: number }>(MEMBERS, [key >>> 0, PRESENT]);
    const all = present.rows.map((row) => row.pid).sort((a, b) => a - b);
    const isMine = (part: number): boolean => part < of && part % all.length === all.indexOf(pid);
    for (const part of [...this.held].filter((each) => !isMine(each))) {
      await client.query('select pg_advisory_unlock($1, $2)', [key, part]);
      this.held.delete(part);
    }
    for (let part = 0; part < of; part++) {
      if (!isMine(part) || this.held.has(part)) continue;
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [key, part]);
      if (rows[0]?.got) this.held.add(part);
    }
    return [...this.held].sort((a, b) => a - b);
  }

  async close(): Promise<void> {
    const session = await this.session?.catch(() => null);
    await session?.client.end();
  }

  private async join() {
    const client = new Client({ connectionString: this.url });
    // A session that breaks has lost its locks; the next question to it tells.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ key: number; pid: number }>(
      `select hashtext($1 || ' in ' || current_schema()) as key, pg_backend_pid() as pid`,
      [this.work],
    );
    const [{ key, pid } = { key: 0, pid: 0 }] = rows;
    await client.query('select pg_advisory_lock_shared($1, $2)', [key, PRESENT]);
    return { client, key, pid };
  }
}

/** PostgreSQL shows an advisory lock's two numbers as `classid` and `objid`, without their signs. */
const MEMBERS = `select distinct pid from pg_locks
  where locktype = 'advisory' and granted and classid::bigint = $1 and objid::bigint = $2
    and database = (select oid from pg_database where datname = current_database())`;
