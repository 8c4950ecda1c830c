import { once } from 'node:events';
import { connect } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { AppendReq } from '@eventstore/db-client/generated/streams_pb';
import { GrpcStandIn } from './grpc-stand-in';

const identified = () => new StreamIdentifier().setStreamName(Buffer.from('a'));
const options = () =>
  new AppendReq().setOptions(new AppendReq.Options().setStreamIdentifier(identified()).setNoStream(new Empty()));
const event = (index: number) => {
  const message = new AppendReq.ProposedMessage()
    .setId(new UUID().setString(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`))
    .setData(Buffer.from('{}'));
  message.getMetadataMap().set('type', 'PaymentMade').set('content-type', 'application/json');
  return new AppendReq().setProposedMessage(message);
};

/** A message as gRPC frames it: not compressed, its length, itself. */
function framed(request: AppendReq): Buffer {
  const bytes = Buffer.from(request.serializeBinary());
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

let standIn: GrpcStandIn;
beforeEach(async () => void (standIn = await GrpcStandIn.start()));
afterEach(() => standIn.stop());

const METHOD = '/event_store.client.streams.Streams/Append';

async function sending(count: number) {
  const session = connect(standIn.url.replace(/^esdb:\/\/admin:changeit@(.*)\?.*$/, 'http://$1'));
  session.on('error', () => undefined);
  const call = session.request({
    ':method': 'POST',
    ':path': METHOD,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  call.on('error', () => undefined);
  call.write(framed(options()));
  for (let index = 0; index < count; index++) call.write(framed(event(index)));
  await once(session, 'connect');
  return { session, call };
}

it('takes an append that was sent to its end', async () => {
  const { session, call } = await sending(3);
  call.end();
  call.resume();
  await once(call, 'end');
  expect(standIn.log.events.filter(({ stream }) => stream === 'a')).toHaveLength(3);
  session.close();
});

it.each(['the client dies', 'the server cuts it'])('takes nothing of an append where %s half-way', async (how) => {
  for (let count = 1; count <= 20; count++) {
    const { session } = await sending(count);
    await pause(count % 4);
    if (how === 'the server cuts it') await standIn.obey({ restart: true });
    session.destroy();
    await pause(5);
    expect(standIn.log.events.filter(({ stream }) => stream === 'a')).toEqual([]);
  }
});
