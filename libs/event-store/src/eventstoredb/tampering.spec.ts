import { anEvent } from '../../testing/events';
import { GrpcStandIn } from '../../testing/grpc-stand-in';
import { type LogEvent } from '../../testing/log';
import { type EventStore } from '../port';
import { openEventStoreDb } from './store';

let standIn: GrpcStandIn;
let store: EventStore;
beforeEach(async () => {
  standIn = await GrpcStandIn.start();
  store = openEventStoreDb(standIn.url);
  for (let index = 0; index < 6; index++) {
    const stream = `s-${index % 2}`;
    await store.append([{ stream, expected: Math.floor(index / 2) - 1, events: [anEvent(stream, `c${index}`)] }]);
  }
});
afterEach(async () => {
  await store.close();
  standIn.stop();
});

const edit = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString().replace(from, to));

const CHANGES: Record<string, (event: LogEvent) => void> = {
  id: (event) => (event.id = event.id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
  type: (event) => (event.type = 'PaymentMode'),
  data: (event) => (event.data = edit(event.data, '"index":0', '"index":1')),
  'data into broken JSON': (event) => (event.data = edit(event.data, '}', '')),
  'data into broken UTF-8': (event) => (event.data = Uint8Array.of(0x22, 0xff, 0x22)),
  metadata: (event) => (event.metadata = edit(event.metadata, '"commandId":"c', '"commandId":"d')),
  'metadata into broken JSON': (event) => (event.metadata = edit(event.metadata, '{', '')),
  'the version': (event) => (event.metadata = edit(event.metadata, '"version":1', '"version":2')),
  'the hash': (event) => (event.metadata = edit(event.metadata, '"hash":"', '"hash":"0')),
  'the previous hash': (event) => (event.metadata = edit(event.metadata, '"previousHash":"', '"previousHash":"0')),
  'the seal by an addition': (event) => (event.metadata = edit(event.metadata, '"version":1', '"version":1,"x":1')),
  'the stream': (event) => (event.stream = 's-9'),
  'the revision': (event) => (event.revision = 7),
};

it.each(Object.entries(CHANGES))('finds a change of %s', async (_, change) => {
  expect((await store.verify()).damage).toBeNull();
  // Behind the server's own first event: the third of ours, revision 1 of s-0.
  const event = standIn.log.events[3]!;
  const position = String(event.position).padStart(20, '0');
  change(event);
  const { damage, events } = await store.verify();
  expect(damage).toMatchObject({
    position: `${position}/${position}`,
    says: expect.stringMatching(/[一-鿿]/) as unknown,
  });
  expect(events).toBe(2);
});

it('finds a removed event at its successor, two swapped, and one that was never sealed', async () => {
  const { events } = standIn.log;
  const [removed] = events.splice(3, 1);
  expect((await store.verify()).damage).toMatchObject({ stream: 's-0', revision: 2 });
  events.splice(3, 0, removed!);
  [events[3]!.data, events[5]!.data] = [Buffer.from('{"index":7}'), events[3]!.data];
  expect((await store.verify()).damage).toMatchObject({ stream: 's-0', revision: 1 });
  standIn.log.append('foreign', -1, [{ ...removed!, metadata: new Uint8Array() }]);
  events.splice(1, 6);
  expect((await store.verify()).damage).toMatchObject({ stream: 'foreign', revision: 0 });
});
