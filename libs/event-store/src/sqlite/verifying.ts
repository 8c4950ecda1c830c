import { setImmediate as turn } from 'node:timers/promises';
import { Chains } from '../chains';
import { hashOfBytes } from '../hash-chain';
import { type Damage, type Link, type StreamsVerified, type Verification, type Verified } from '../port';
import { type Statements, withReadOnly } from './database';
import { exactly, FIELD_END_BYTE, FIELDS, FROM, JOINED, MISSHAPEN, PAGE, WELL_TYPED } from './joined';
import { positionText } from './position';
import { walkStreams } from './verifying-streams';

const ROWS = `
  SELECT e.position, s.name, e.revision, e.previous_hash, e.hash, e.log_hash, ${JOINED}, ${WELL_TYPED} ${FROM}`;
const SELECT = `${ROWS} WHERE e.position > ? ORDER BY e.position LIMIT ${PAGE}`;
// Positions are gapless, so that one number says whether a row is missing somewhere; a counter that was set back says nothing.
const SELECT_WHOLE = `SELECT (SELECT count(*) FROM event)
  = max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0), coalesce((SELECT max(position) FROM event), 0))`;
const SELECT_ORPHAN = `
  SELECT s.name, e.revision - 1 FROM event e JOIN event_stream s ON s.id = e.stream
  WHERE e.position > ? AND e.revision > 0
    AND NOT EXISTS (SELECT 1 FROM event p WHERE p.stream = e.stream AND p.revision = e.revision - 1)
  ORDER BY e.position LIMIT 1`;

type Row = [bigint, string | null, bigint, string, string, string, Uint8Array | null, bigint];

/** Recomputes the chain over every row; a row that is missing, also the very last, is found by the gapless positions. */
export async function verifySqlite(
  database: Statements,
  onProgress?: (checked: number) => void,
  onLink?: (link: Link) => void,
): Promise<Verification> {
  const chains = new Chains(onLink);
  return readable(chains, async () => (await walk(database, chains, onProgress)) ?? unreadable(database));
}

/** Recomputes the chains of some streams; where a row is missing anywhere, the walk through all says which. */
export async function verifyStreams(
  database: Statements,
  streams: Iterable<string>,
  onProgress: (checked: number) => void = () => undefined,
  onEvent: (event: Verified) => void = () => undefined,
): Promise<StreamsVerified> {
  if (!isWhole(database)) return verifySqlite(database, onProgress);
  const chains = new Chains(undefined, false);
  return readable(chains, () => walkStreams(database, streams, { chains, onProgress, onEvent }));
}

const isWhole = (database: Statements): boolean => {
  const [whole] = database.prepare(SELECT_WHOLE).get() as [number];
  return whole === 1;
};

/** The result of a walk, also where the file cannot be read to its end. */
async function readable(chains: Chains, walking: () => Promise<Damage | null>): Promise<Verification> {
  try {
    return chains.result(await walking());
  } catch (error) {
    if (!(error instanceof Object && 'errcode' in error)) throw error;
    const position = positionText(chains.events + 1);
    const says = `从第 ${chains.events + 1} 号事件起数据无法读出：${(error as unknown as Error).message}。`;
    return chains.result({ position, stream: null, revision: null, says });
  }
}

/** The same of a file that nobody writes, such as a backup; the file is only read. Throws where it holds no events' tables. */
export const verifySqliteFile = (
  file: string,
  onProgress?: (checked: number) => void,
  onLink?: (link: Link) => void,
): Promise<Verification> => withReadOnly(file, (database) => verifySqlite(database, onProgress, onLink));

async function walk(
  database: Statements,
  chains: Chains,
  onProgress: (checked: number) => void = () => undefined,
): Promise<Damage | null> {
  const page = exactly(database, SELECT);
  const sequence = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'event'");
  for (let last = -(2n ** 63n); ; await turn()) {
    // Read before the page: whatever it counts must then be found, also while others append.
    const [recorded = 0] = (sequence.get() as [number] | undefined) ?? [];
    const rows = page.all(last) as Row[];
    for (const row of rows) {
      const damage = misplaced(row, chains, database) ?? checkRow(row, chains);
      if (damage !== null) return damage;
    }
    onProgress(chains.events);
    if (rows.length === 0) return recorded > chains.events ? missing(chains.events + 1, database) : null;
    last = rows.at(-1)?.[0] ?? last;
  }
}

const whereOf = ([position, stream, revision]: Row) => ({
  position: positionText(Number(position)),
  stream,
  revision: Number(revision),
});

/** In a walk through all events the next position is the next number. */
function misplaced(row: Row, chains: Chains, database: Statements): Damage | null {
  const [position] = row;
  const expected = chains.events + 1;
  if (position > expected) return missing(expected, database);
  return position < expected ? { ...whereOf(row), says: `编号 ${position} 不应有事件：编号从 1 起连续。` } : null;
}

/** A link of its stream's chain and of the log's. */
function checkRow(row: Row, chains: Chains): Damage | null {
  const [, name, , previousHash, hash, logHash, bytes, wellTyped] = row;
  const where = whereOf(row);
  if (name === null) return { ...where, says: '事件所属的流没有名称，流的登记被改动过。' };
  if (bytes === null || wellTyped !== 1n || !isWellJoined(bytes)) return { ...where, says: MISSHAPEN };
  return chains.link({ ...where, stream: name, previousHash, hash, computed: hashOfBytes(bytes), logHash });
}

/** Nine fields have eight ends; more would mean that a line break was brought in to move the border between two of them. */
function isWellJoined(bytes: Uint8Array): boolean {
  let ends = 0;
  for (let at = bytes.indexOf(FIELD_END_BYTE); at >= 0; at = bytes.indexOf(FIELD_END_BYTE, at + 1)) ends++;
  return ends === FIELDS - 1;
}

/** Names a removed event as far as its successor in the stream still tells. */
function missing(position: number, database: Statements): Damage {
  const [stream = null, revision = null] =
    (database.prepare(SELECT_ORPHAN).get(position) as [string, number] | undefined) ?? [];
  const says = `第 ${position} 号事件缺失：已被删除或移走。`;
  return { position: positionText(position), stream, revision, says };
}

/** The rows hold; whether the file's pages and the index that streams are read by do, SQLite itself can tell. */
function unreadable(database: Statements): Damage | null {
  const [says] = database.prepare("PRAGMA integrity_check('event')").get() as [string];
  return says === 'ok' ? null : { position: null, stream: null, revision: null, says: `数据库文件受损：${says}。` };
}
