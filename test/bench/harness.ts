import { performance } from 'node:perf_hooks';

/** One measured figure. `ratio` compares with a reference measured in the same run. */
export interface Measurement {
  readonly name: string;
  readonly value: string;
  readonly ratio: string;
  readonly memory: string;
}

export type Report = (name: string, value: string, ratio?: string, memory?: string) => void;

/** A benchmark: reports its figures; `scale` multiplies its sizes. */
export type Benchmark = (report: Report, options: { readonly scale: number }) => Promise<void>;

/** Seconds that the work took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

/** The largest resident set of this process so far, in MB; each benchmark runs in a process of its own. */
export const peakMemory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

/** The measurements as a Markdown table. */
export function markdown(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, value, ratio, memory }) => `| ${name} | ${value} | ${ratio} | ${memory} |`);
  return ['| what | figure | ratio | peak memory |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
