import type fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// All example specs of a library as one file: jest gives every file a registry of its own, and loading the library once for each spec
// cost every mutant three seconds. Specs that throw dice for minutes are left out, and the other properties throw the same few dice
// each time: what luck alone sees would be told otherwise in the next run.
jest.mock('fast-check', () => {
  const { default: real } = jest.requireActual<{ default: typeof fc }>('fast-check');
  const assert = <Ts>(property: fc.IRawProperty<Ts>, parameters?: fc.Parameters<Ts>): Promise<void> | void =>
    real.assert(property, { ...parameters, seed: 2023, numRuns: 5 });
  return { __esModule: true, default: { ...real, assert } };
});

// A mutant is killed by the first test that sees it; Stryker lets jest run all the others too.
let killed = false;
type Test = (...values: unknown[]) => unknown;
type Named = (name: string, test: Test, timeout?: number) => void;
const untilKilled =
  (test: Test): Test =>
  async (...values) => {
    if (killed) return;
    try {
      await test(...values);
    } catch (error) {
      killed = true;
      throw error;
    }
  };
const stopping =
  (named: Named): Named =>
  (name, test, timeout) =>
    named(name, untilKilled(test), timeout);
const real = it as unknown as Named & { each: (...table: unknown[]) => Named };
const each = (...table: unknown[]): Named => stopping(real.each(...table));
globalThis.it = Object.assign(stopping(real), { each }) as unknown as jest.It;

const library = join(__dirname, '../../libs', process.env.MUTATED ?? 'kernel');
const specs = readdirSync(library, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.spec.ts') && !/(properties|fuzz)\.spec\.ts$/.test(file))
  .sort();
describe.each(specs)('%s', (file) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a spec describes itself while its file is read
  require(join(library, file));
});
