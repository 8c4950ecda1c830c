// forbidden: pure-library-knows-node — no file
export { readFileSync } from 'fs';
