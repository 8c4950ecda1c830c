import { performance } from 'node:perf_hooks';

/** One measured figure, in the words of test/bench/RESULTS.md. */
export interface Measurement {
  readonly what: string;
  readonly figure: string;
  /** How it stands to a reference measured in the same run. */
  readonly against?: string;
  /** What ten times as much cost. */
  readonly growth?: string;
  readonly memory?: string;
  /** Stands in the README too. */
  readonly headline?: true;
}

export type Report = (measurement: Measurement) => void;

/** A benchmark: reports its figures; `scale` multiplies its sizes. */
export type Benchmark = (report: Report, options: { readonly scale: number }) => Promise<void>;

/** Seconds that the work took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

/** Mean seconds of some runs, after one that counts nowhere. */
export async function mean(work: () => Promise<unknown>, runs = 5): Promise<number> {
  await work();
  const all = await seconds(async () => {
    for (let run = 0; run < runs; run++) await work();
  });
  return all / runs;
}

/** What a share of the values stays below; they need not be sorted. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The largest resident set of this process so far; each benchmark runs in a process of its own. */
export const peakMemory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

export const inMs = (time: number): string => `${(time * 1000).toFixed(time < 0.1 ? 1 : 0)} ms`;
export const inSeconds = (time: number): string => `${time.toFixed(2)} s`;
export const perSecond = (count: number, time: number): string =>
  `${Math.round(count / time).toLocaleString('en-US')} /s`;
export const many = (count: number): string => count.toLocaleString('en-US');
/** 2.31 倍 */
export const times = (figure: number, reference: number): string => `${(figure / reference).toFixed(2)} 倍`;
