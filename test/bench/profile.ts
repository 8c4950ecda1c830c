import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What V8 writes with `--cpu-prof`, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

const FUNCTIONS = 30;
/** Waiting is no work; what a child did meanwhile stands in its own profile. */
const WAITS = ['(idle)', 'spawnSync'];

/** The functions in which the processes and threads that left their profiles in a folder spent their own time, most first. */
export function hottest(folder: string): string {
  const own = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    const working = nodes.filter(({ callFrame }) => !WAITS.includes(callFrame.functionName));
    const names = new Map(working.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
    for (const [index, sample] of samples.entries()) {
      const name = names.get(sample);
      if (name !== undefined) own.set(name, (own.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
    }
  }
  const all = [...own.values()].reduce((sum, seconds) => sum + seconds, 0);
  const lines = [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, FUNCTIONS)
    .map(
      ([name, time]) => `${((time / all) * 100).toFixed(1).padStart(5)} %  ${time.toFixed(2).padStart(7)} s  ${name}`,
    );
  return [`${all.toFixed(1)} s of work, by the functions' own time:`, '', ...lines].join('\n');
}

/** Function and place; what was compiled is told by its source's path. */
function nameOf({ functionName, url, lineNumber }: CallFrame): string {
  const place = url.replace(/^.*?\/(?=(dist|node_modules)\/)/, '').replace(/^dist\//, '');
  const name = functionName === '' ? '(anonymous)' : functionName;
  return place === '' ? name : `${name}  ${place}:${lineNumber + 1}`;
}
