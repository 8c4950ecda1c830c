import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { startApplication, type TestApplication } from '../support/application';
import { pay, together } from './commands';
import { Follower } from './follower';
import { type Benchmark, inMs, many, peakMemory, percentile, perSecond, seconds } from './harness';
import { writeYear } from './year';

const WRITERS = 50;
const CALM_PER_SECOND = 200;

/**
 * The projection that follows while commands are recorded in the same process: how far it is behind each answer, first at an office's
 * pace and then as fast as fifty writers can.
 */
export const live: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const application = await startApplication(join(folder, 'live.db'));
  await application.execute(new ImportYear(writeYear(join(folder, 'input'), 10_000), 2023, 'bench'));
  const follower = await Follower.of(application);
  const calm = new Answers(application);
  await calm.atPace(5 * CALM_PER_SECOND * scale);
  const calmLags = await calm.lags(follower);
  report({
    what: `投影跟随：每秒 ${CALM_PER_SECOND} 个命令，从回执到计入余额`,
    figure: `p50 ${inMs(percentile(calmLags, 0.5))}，p99 ${inMs(percentile(calmLags, 0.99))}`,
    headline: true,
  });
  const count = 20_000 * scale;
  const flood = new Answers(application);
  const took = await seconds(() => together(WRITERS, count, () => flood.ask()));
  const lags = await flood.lags(follower);
  report({
    what: `投影跟随：${WRITERS} 人不停记 ${many(count)} 笔，边记边计入`,
    figure: perSecond(count, took),
    against: `从回执到计入 p50 ${inMs(percentile(lags, 0.5))}，p99 ${inMs(percentile(lags, 0.99))}，最后一笔 ${inMs(lags.at(-1) ?? NaN)}`,
    memory: peakMemory(),
  });
  await follower.stop();
  await application.close();
  rmSync(folder, { recursive: true });
};

let paid = 0;

/** Commands, and when each was answered. */
class Answers {
  private readonly answered: { readonly position: string; readonly at: number }[] = [];

  constructor(private readonly application: TestApplication) {}

  async ask(): Promise<void> {
    const { position } = await this.application.execute(pay((paid += 1)));
    if (position === null) throw new Error('a payment was not recorded');
    this.answered.push({ position, at: performance.now() });
  }

  /** So many a second, whether those before were answered or not. */
  async atPace(count: number): Promise<void> {
    const begin = performance.now();
    const all: Promise<void>[] = [];
    while (all.length < count) {
      const due = ((performance.now() - begin) / 1000) * CALM_PER_SECOND;
      while (all.length < Math.min(due, count)) all.push(this.ask());
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(all);
  }

  /** Seconds from each answer until the follower had taken what it tells; none where it was faster than the answer. */
  async lags(follower: Follower): Promise<number[]> {
    const lags: number[] = [];
    for (const { position, at } of this.answered)
      lags.push(Math.max(0, (await follower.takenAt(position)) - at) / 1000);
    return lags;
  }
}
