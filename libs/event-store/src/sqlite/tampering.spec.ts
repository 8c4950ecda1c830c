import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { all, anEvent } from '../../testing/events';
import { type StoredEvent, type StreamsVerified, type Verified } from '../port';
import { openSqliteEventStore } from './store';
import { verifySqliteFile } from './verifying';

const EVENTS = 12;
const STREAMS = ['budgetYear-301.2023', 'budgetYear-长沙.2023', 'codeBook'];
const TEXT = ['id', 'type', 'recorded_at', 'data', 'metadata', 'previous_hash', 'hash', 'log_hash'];
const NUMBERS = ['position', 'stream', 'revision', 'version'];
// A thousand copies of one file: in memory where that can be had, durability is not what is looked at.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'juesuan-tampering-'));
const file = join(folder, 'events.db');
const copy = join(folder, 'tampered.db');

beforeAll(async () => {
  const store = openSqliteEventStore(file);
  for (let index = 0; index < EVENTS; index++) {
    const stream = STREAMS[index % 3]!;
    // U+FFFD is what decoders put for broken bytes: a change may not hide behind it.
    const event = anEvent(stream, `c${index}`, 0, { amount: index, reason: '办公费 \ufffd\ufffd 🀄' });
    await store.append([{ stream, expected: Math.floor(index / 3) - 1, events: [event] }]);
  }
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Changes the file as someone with a database tool would, verifies, and puts everything back. */
async function verifyAfter(
  tamper: (db: InstanceType<typeof DatabaseSync>) => void,
  streams?: readonly string[],
  onEvent?: (event: Verified) => void,
): Promise<StreamsVerified> {
  for (const rest of ['', '-wal', '-shm']) rmSync(copy + rest, { force: true });
  copyFileSync(file, copy);
  const tampered = new DatabaseSync(copy);
  tampered.enableDefensive(false);
  tampered.exec('PRAGMA synchronous = OFF');
  for (const table of ['event', 'event_stream'])
    for (const verb of ['update', 'delete']) tampered.exec(`DROP TRIGGER ${table}_refuses_${verb}`);
  tamper(tampered);
  tampered.close();
  return verifyFile(streams, onEvent);
}

/** Verifies the file as it was tampered with last; the whole log where no streams are named. */
async function verifyFile(streams?: readonly string[], onEvent?: (event: Verified) => void): Promise<StreamsVerified> {
  const store = openSqliteEventStore(copy);
  const verification = await (streams ? store.verifyStreams(streams, undefined, onEvent) : store.verify());
  await store.close();
  return verification;
}

const at = (position: number): string => String(position).padStart(16, '0');

it('finds nothing where nothing was changed', async () => {
  const { damage, events, streams } = await verifyAfter(() => undefined);
  expect({ damage, events, streams }).toEqual({ damage: null, events: EVENTS, streams: 3 });
});

describe.each(TEXT)('a changed byte of %s', (column) => {
  it.each([1, 7, EVENTS])('is found at event %i, whichever byte it is', async (position) => {
    const db = new DatabaseSync(file);
    const row = db.prepare(`SELECT CAST(${column} AS BLOB) AS bytes FROM event WHERE position = ?`).get(position) as {
      bytes: Uint8Array;
    };
    db.close();
    const { bytes } = row;
    for (const [place, byte] of bytes.entries()) {
      // F0 for EF breaks the bytes of U+FFFD into ones that decode to the very same text.
      for (const value of byte === 0xef ? [0xf0, 0xff, 0x00] : [byte ^ 1]) {
        const changed = Uint8Array.from(bytes);
        changed[place] = value;
        const { damage } = await verifyAfter((tampered) => {
          tampered.prepare(`UPDATE event SET ${column} = CAST(? AS TEXT) WHERE position = ?`).run(changed, position);
        });
        expect({ place, value, at: damage?.position }).toEqual({ place, value, at: at(position) });
        if (column === 'log_hash') continue;
        const ofStream = await verifyFile([STREAMS[(position - 1) % 3]!]);
        expect({ place, value, at: ofStream.damage?.position }).toEqual({ place, value, at: at(position) });
      }
    }
  });
});

describe.each(NUMBERS)('a changed %s', (column) => {
  it.each([1, 7, EVENTS])('is found at event %i', async (position) => {
    for (const change of ['+ 1000', '- 1000', '+ 256', `+ ${2n ** 55n}`, '| (1 << 62)', '* 0 - 1']) {
      const { damage } = await verifyAfter((db) =>
        db.prepare(`UPDATE event SET ${column} = ${column} ${change} WHERE position = ?`).run(position),
      );
      // A moved event leaves a gap; one moved before the first is met first.
      const found = column === 'position' && /-/.test(change) ? damage?.position : at(position);
      expect({ change, at: damage?.position }).toEqual({ change, at: found });
      expect(damage?.says).toMatch(/[一-鿿]/);
    }
  });
});

describe('a removed event', () => {
  it.each([1, 2, 7])('is named with its stream and revision: %i', async (position) => {
    const { damage } = await verifyAfter((db) => db.prepare('DELETE FROM event WHERE position = ?').run(position));
    const place = { stream: STREAMS[(position - 1) % 3], revision: Math.floor((position - 1) / 3) };
    expect(damage).toEqual({ position: at(position), ...place, says: `第 ${position} 号事件缺失：已被删除或移走。` });
  });

  it('is found when it is the last one, or all', async () => {
    const last = await verifyAfter((db) => db.exec(`DELETE FROM event WHERE position = ${EVENTS}`));
    expect(last).toMatchObject({ events: EVENTS - 1, damage: { position: at(EVENTS) } });
    const every = await verifyAfter((db) => db.exec('DELETE FROM event'));
    expect(every).toMatchObject({ events: 0, damage: { position: at(1) } });
  });
});

describe('of some streams', () => {
  const verifyFirst = (sql: string) => verifyAfter((db) => db.exec(sql), STREAMS.slice(0, 1));
  const change = (position: number): string =>
    `UPDATE event SET data = replace(data, '{', '{ ') WHERE position = ${position}`;

  it('a changed event is found in them and in no other', async () => {
    expect(await verifyFirst(change(4))).toMatchObject({
      damage: { position: at(4), stream: STREAMS[0], revision: 1 },
    });
    expect(await verifyFirst(change(5))).toMatchObject({ damage: null });
  });

  it('a removed event of any stream is found, the very last too', async () => {
    for (const position of [4, 5, EVENTS]) {
      const { damage } = await verifyFirst(`DELETE FROM event WHERE position = ${position}`);
      expect(damage?.position).toBe(at(position));
    }
  });

  it('a counter that was set back hides none of their events', async () => {
    const walked: number[] = [];
    const { damage } = await verifyAfter(
      (db) => db.exec('UPDATE sqlite_sequence SET seq = 1'),
      STREAMS,
      ({ revision }) => walked.push(revision),
    );
    expect({ damage, walked: walked.length }).toEqual({ damage: null, walked: EVENTS });
  });

  it('an event hidden in the text of the one before it is found', async () => {
    const fields =
      "name || x'0a' || revision || x'0a' || id || x'0a' || type || x'0a' || version || x'0a' || recorded_at";
    const { damage } = await verifyFirst(`
      CREATE TEMP TABLE hidden AS SELECT e.*, s.name FROM event e JOIN event_stream s ON s.id = e.stream WHERE e.position = 10;
      UPDATE event SET (data, metadata, previous_hash) = (
        SELECT event.data || x'0a' || event.metadata || x'0a' || event.previous_hash || x'1e'
          || position || x'0a' || revision || x'0a' || hash || x'0a' || 1 || x'0a' || ${fields} || x'0a' || data,
          metadata, previous_hash FROM hidden
      ) WHERE position = 7;
      UPDATE event SET stream = 99 WHERE position = 10`);
    expect(damage).toMatchObject({ stream: STREAMS[0] });
  });
});

describe('two swapped events', () => {
  it.each([
    [1, 4],
    [2, 3],
    [11, 12],
  ])('are found by their positions: %i and %i', async (one, other) => {
    const { damage } = await verifyAfter((db) =>
      db.exec(`UPDATE event SET position = -1 WHERE position = ${one};
        UPDATE event SET position = ${one} WHERE position = ${other};
        UPDATE event SET position = ${other} WHERE position = -1`),
    );
    expect(damage).toMatchObject({ position: at(one) });
  });

  it.each([
    'data',
    'data, metadata, id, type',
    'data, metadata, id, type, version, recorded_at, previous_hash, hash, log_hash',
  ])('are found by their contents: %s', async (columns) => {
    const { damage } = await verifyAfter((db) =>
      db.exec(`CREATE TEMP TABLE one AS SELECT * FROM event WHERE position = 4;
          UPDATE event SET (${columns}) = (SELECT ${columns} FROM event WHERE position = 7) WHERE position = 4;
          UPDATE event SET (${columns}) = (SELECT ${columns} FROM one) WHERE position = 7`),
    );
    expect(damage).toMatchObject({ position: at(4), stream: STREAMS[0], revision: 1 });
  });
});

/** Every head the log has had, the last one last. */
async function headsOf(path: string): Promise<string[]> {
  const heads: string[] = [];
  const { damage } = await verifySqliteFile(path, undefined, ({ logHash }) => heads.push(logHash));
  expect(damage).toBeNull();
  return heads;
}

describe('what leaves a sound chain is found by a head noted before', () => {
  it('a log cut off behind any event, its counter set back as well', async () => {
    const noted = (await headsOf(file)).at(-1);
    for (let kept = 1; kept < EVENTS; kept++) {
      const { damage, events } = await verifyAfter((db) =>
        db.exec(
          `DELETE FROM event WHERE position > ${kept}; UPDATE sqlite_sequence SET seq = ${kept} WHERE name = 'event'`,
        ),
      );
      expect({ damage, events }).toEqual({ damage: null, events: kept });
      expect(await headsOf(copy)).not.toContain(noted);
    }
  });

  it('a log written anew by this very program, one figure changed', async () => {
    const noted = await headsOf(file);
    rmSync(copy, { force: true });
    const [from, to] = [openSqliteEventStore(file), openSqliteEventStore(copy)];
    const recorded: StoredEvent[] = [];
    for (const stream of STREAMS) recorded.push(...(await all(from.readStream(stream))));
    for (const event of recorded.toSorted((a, b) => (a.position < b.position ? -1 : 1))) {
      const data = event.position === at(7) ? { ...event.data, amount: 77 } : event.data;
      await to.append([{ stream: event.stream, expected: event.revision - 1, events: [{ ...event, data }] }]);
    }
    await Promise.all([from.close(), to.close()]);
    const heads = await headsOf(copy);
    expect(heads).toHaveLength(EVENTS);
    expect(heads.map((head, index) => head === noted[index])).toEqual(noted.map((_, index) => index < 6));
  });
});

describe('other changes', () => {
  it('finds a counter that was set forward, and needs none that was set back', async () => {
    const counter = (seq: number) => verifyAfter((db) => db.exec(`UPDATE sqlite_sequence SET seq = ${seq}`));
    expect((await counter(EVENTS + 1)).damage).toMatchObject({ position: at(EVENTS + 1) });
    expect((await counter(1)).damage).toBeNull();
  });

  it('finds an inserted event', async () => {
    const { damage } = await verifyAfter((db) =>
      db.exec(`INSERT INTO event (stream, revision, id, type, version, recorded_at, data, metadata, previous_hash, hash, log_hash)
        SELECT stream, revision + 1, id, type, version, recorded_at, data, metadata, hash, hash, log_hash FROM event
        WHERE position = ${EVENTS}`),
    );
    expect(damage).toMatchObject({ position: at(EVENTS + 1), revision: 4 });
  });

  it('finds a renamed stream at its first event, and a missing name', async () => {
    const renamed = await verifyAfter((db) =>
      db.exec("UPDATE event_stream SET name = 'codeBuch' WHERE name = 'codeBook'"),
    );
    expect(renamed.damage).toMatchObject({ position: at(3), stream: 'codeBuch', revision: 0 });
    const unnamed = await verifyAfter((db) => db.exec("DELETE FROM event_stream WHERE name = 'codeBook'"));
    expect(unnamed.damage).toMatchObject({ position: at(3), stream: null });
  });

  it('finds a value stored as another type', async () => {
    const { damage } = await verifyAfter((db) => {
      db.exec('PRAGMA writable_schema = ON');
      db.exec("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'event'");
      db.exec('PRAGMA writable_schema = RESET; UPDATE event SET data = CAST(data AS BLOB) WHERE position = 5');
    });
    expect(damage).toMatchObject({ position: at(5) });
  });

  it('finds a line break that moves the border between two fields', async () => {
    const { damage } = await verifyAfter((db) =>
      db.exec(`UPDATE event SET type = type || char(10) || version || char(10) || recorded_at, version = 1,
        recorded_at = '', data = '' WHERE position = 5`),
    );
    expect(damage).toMatchObject({ position: at(5) });
  });

  it('says so when the file itself is broken', async () => {
    const { damage } = await verifyAfter((db) => {
      db.exec('PRAGMA writable_schema = ON');
      db.exec(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'event_stream') WHERE name = 'sqlite_autoindex_event_1'",
      );
    });
    expect(damage?.says).toMatch(/数据库文件受损|无法读出/);
  });

  it('readers do not pass on an event they cannot parse', async () => {
    await verifyAfter((db) => db.exec("UPDATE event SET data = '{' WHERE position = 5"));
    const store = openSqliteEventStore(copy);
    await expect(all(store.readAll(null, ['']))).rejects.toThrow('第 5 号事件的内容无法解析');
    await store.close();
  });
});
