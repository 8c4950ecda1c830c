import { eventStoreContract } from '../../testing/contract';
import { GrpcStandIn } from '../../testing/grpc-stand-in';
import { openEventStoreDb } from './store';

const real = process.env.EVENTSTORE_URL;

eventStoreContract(real === undefined ? 'EventStoreDB (stand-in)' : 'EventStoreDB', async () => {
  if (real !== undefined) return { open: () => openEventStoreDb(real), end: async () => undefined };
  const standIn = await GrpcStandIn.start();
  return { open: () => openEventStoreDb(standIn.url), end: async () => standIn.stop() };
});
