import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '../../testing/contract';
import { openSqliteEventStore } from './store';

eventStoreContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'juesuan-events-'));
  return {
    open: () => openSqliteEventStore(join(folder, 'events.db')),
    end: () => rm(folder, { recursive: true }),
  };
});
