/** A process to torture: reads its plan from standard input and does it, a line on standard output for all that happens. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Plan } from './plan';
import { work } from './work';

createInterface(process.stdin).once('line', (line) => {
  process.stdin.pause();
  const done = work(JSON.parse(line) as Plan, (said) => writeSync(1, `${JSON.stringify(said)}\n`));
  // A call that a hung event store never answers must not keep it.
  void done.then(() => process.exit());
});
