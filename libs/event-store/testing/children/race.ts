/** Appends a number of times to one stream that others append to as well: `race.ts file name times`. */
import { openSqliteEventStore } from '../../src/sqlite/store';
import { appendSomehow } from '../events';

async function race(file: string, name: string, times: number): Promise<void> {
  const store = openSqliteEventStore(file);
  for (let index = 0; index < times; index++) await appendSomehow(store, 'contested', `${name} ${index}`);
  await store.close();
}

const [file = '', name = '', times = ''] = process.argv.slice(2);
void race(file, name, Number(times));
