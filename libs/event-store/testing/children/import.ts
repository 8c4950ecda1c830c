/** Imports 2,500 events into EventStoreDB: `import.ts url stream`. */
import { openEventStoreDb } from '../../src/eventstoredb/store';
import { someEvents } from '../events';

const [url = '', stream = ''] = process.argv.slice(2);
void openEventStoreDb(url).append([{ stream, expected: -1, events: someEvents(stream, 'import', 2500) }]);
