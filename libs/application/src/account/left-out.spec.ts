import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventId, type EventStore, openSqliteEventStore } from '@juesuan/event-store';
import { codeBookStream, openReadStore, type ReadStore } from '@juesuan/read-store';
import { replayCodes } from './left-out';

const STREAM = codeBookStream('functional');
const CODE = '2010699';

/** Defines a code under one name after the other, and answers where each event stands. */
async function defined(events: EventStore, names: readonly string[]): Promise<string[]> {
  const positions: string[] = [];
  for (const [index, name] of names.entries()) {
    const data = { by: '会计', entries: [{ code: CODE, name, from: null, to: null }] };
    const event = { id: eventId(STREAM, name, 0), type: 'CodesDefined', version: 1, data, metadata: {} };
    const { position } = await events.append([{ stream: STREAM, expected: index - 1, events: [event] }]);
    positions.push(position);
  }
  return positions;
}

describe('imported codes beside a ledger of which one partition is behind', () => {
  let folder: string;
  let events: EventStore;
  let reading: ReadStore;
  let first: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'juesuan-codes-'));
    events = openSqliteEventStore(join(folder, 'log.db'));
    reading = await openReadStore({ sqliteFile: ':memory:' });
    [first = ''] = await defined(events, ['从前的名称', '现在的名称']);
    await reading.catchUp(events);
  });
  afterEach(async () => {
    await events.close();
    await reading.close();
    rmSync(folder, { recursive: true });
  });

  const others = async (held: readonly string[]): Promise<readonly string[]> => {
    const codes = async (book: string) =>
      book === 'economic' ? [] : held.map((name) => ({ code: CODE, name, from: null, to: null }));
    const view = { key: { unit: '500', year: 2023 }, units: [], reading: { ...reading, codes } };
    return (await replayCodes(events, view, first)).otherCodes;
  };

  it.each([
    ['the name that all have taken', ['从前的名称'], []],
    ['the name that the others have taken since', ['现在的名称'], []],
    ['a name that nobody gave', ['别的名称'], [CODE]],
    ['nothing', [], [CODE]],
  ])('where it holds %s', async (_what, held, found) => expect(await others(held)).toEqual(found));
});
