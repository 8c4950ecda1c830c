import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { readCsv } from '@juesuan/documents';
import { using } from './departments';
import { type Benchmark, inSeconds, many, peakMemory, seconds, times } from './harness';
import { writeYear } from './year';

/** Import of 100,000 payments of one unit from CSV into an empty embedded store, beside only reading the files. */
export const importing: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const payments = 100_000 * scale;
  const small = await imported(folder, payments / 10);
  const large = await imported(folder, payments);
  report({
    what: `导入 ${many(payments)} 笔支付（CSV）`,
    figure: inSeconds(large.took),
    against: `${times(large.took, large.reading)}于只读出这些文件`,
    growth: times(large.took, small.took),
    memory: peakMemory(),
    headline: true,
  });
  rmSync(folder, { recursive: true });
};

async function imported(folder: string, payments: number): Promise<{ took: number; reading: number }> {
  const input = writeYear(join(folder, `input-${payments}`), payments);
  const reading = await seconds(async () => {
    for (const file of readdirSync(input)) readCsv(readFileSync(join(input, file)), file);
  });
  const took = await using(join(folder, `${payments}.db`), ({ execute }) =>
    seconds(() => execute(new ImportYear(input, 2023, 'bench'))),
  );
  return { took, reading };
}
