// forbidden: pure-library-knows-node — no node:*
export { join } from 'node:path';
