import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { startApplication } from '../support/application';
import { type Benchmark, peakMemory, seconds } from './harness';
import { writeYear } from './year';

/** Import of 100,000 payments of one unit from CSV into an empty embedded store, and how the cost grows over a tenth of it. */
export const importing: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const took: number[] = [];
  for (const payments of [10_000 * scale, 100_000 * scale]) {
    const input = writeYear(join(folder, `input-${payments}`), payments);
    const { execute, close } = await startApplication(join(folder, `${payments}.db`));
    took.push(await seconds(() => execute(new ImportYear(input, 2023, 'bench'))));
    await close();
  }
  const [small = 0, large = 0] = took;
  report(
    `import ${100_000 * scale} payments`,
    `${large.toFixed(2)} s`,
    `${(large / small).toFixed(1)} × for 10 ×`,
    peakMemory(),
  );
  rmSync(folder, { recursive: true });
};
