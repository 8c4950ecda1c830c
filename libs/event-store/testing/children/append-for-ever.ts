/**
 * Appends to `a-0 … a-3` and their twins `b-0 … b-3`, always the same number of events to both in one append, several appends
 * at a time, until it is killed. Says `a-2 41` only after revision 41 of a-2 and of its twin was acknowledged.
 */
import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '../../src/sqlite/store';
import { all, someEvents } from '../events';

async function appendForEver(file: string): Promise<never> {
  const store = openSqliteEventStore(file);
  const write = async (index: number): Promise<never> => {
    const streams = [`a-${index}`, `b-${index}`];
    let next = (await all(store.readStream(`a-${index}`))).length;
    for (;;) {
      const count = 1 + ((next * 7 + index) % 60);
      const share = (stream: string) => ({
        stream,
        expected: next - 1,
        events: someEvents(stream, `from ${next}`, count),
      });
      const { revision } = await store.append(streams.map(share));
      writeSync(1, `a-${index} ${revision}\n`);
      next = revision + 1;
    }
  };
  return Promise.race([0, 1, 2, 3].map(write));
}

void appendForEver(process.argv[2] ?? '');
