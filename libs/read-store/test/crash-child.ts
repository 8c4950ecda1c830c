/**
 * A process to be killed: `crash-child.ts project|rebuild|follow EVENTS-FILE READ-STORE-LOCATION`. Says a line after every step, so
 * that the test knows where it is; one that follows says which partitions it has, and never ends by itself.
 */
import { openSqliteEventStore } from '@juesuan/event-store';
import { openReadStore, type ReadStoreLocation } from '@juesuan/read-store';

const SMALL_BATCH = 97;

async function main([work, file = '', location = '']: readonly string[]): Promise<void> {
  const events = openSqliteEventStore(file);
  const store = await openReadStore(JSON.parse(location) as ReadStoreLocation);
  if (work === 'follow') {
    const { ended } = await store.follow(events, (own, of) => console.log(`${own.join()} of ${of}`));
    await ended;
  }
  if (work === 'rebuild') await store.rebuild(events, { onProgress: ({ done }) => console.log(done) });
  else {
    const { position } = await store.checkpoint();
    const prefixes = ['budgetYear-', 'codeBook-', 'import-'];
    for await (const batch of events.readAll(position, prefixes, SMALL_BATCH)) {
      console.log((await store.project(batch)).events);
    }
  }
  console.log('done');
  await store.close();
  await events.close();
}

void main(process.argv.slice(2));
