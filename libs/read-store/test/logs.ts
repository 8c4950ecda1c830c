import { type Append, eventId, type NewEvent, openSqliteEventStore } from '@juesuan/event-store';
import type { Said } from './history';

/** Records events in a log of their own and answers its file. */
export async function logWith(file: string, said: readonly Said[]): Promise<string> {
  const streams = new Map<string, NewEvent[]>();
  for (const { stream, type, data } of said) {
    const events = streams.get(stream) ?? [];
    const metadata = { commandId: `c${events.length}`, fingerprint: '', actor: 'a' };
    events.push({ id: eventId(stream, 'c', events.length), type, version: 1, data: data as never, metadata });
    streams.set(stream, events);
  }
  const store = openSqliteEventStore(file);
  await store.append([...streams].map(([stream, events]): Append => ({ stream, expected: -1, events })));
  await store.close();
  return file;
}
