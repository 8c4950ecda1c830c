import { Presets, SingleBar } from 'cli-progress';

const QUIET_MS = 1000;

/** A progress bar on stderr that appears once a step has taken a second; without a terminal it stays silent. */
export class Progress {
  private bar: SingleBar | null = null;
  private stage = '';
  private since = Date.now();

  update(stage: string, done: number, total: number): void {
    if (stage !== this.stage) this.begin(stage);
    if (!this.bar && Date.now() - this.since > QUIET_MS) this.bar = this.show(total);
    this.bar?.setTotal(Math.max(total, done));
    this.bar?.update(done);
  }

  stop(): void {
    this.bar?.stop();
    this.bar = null;
  }

  private begin(stage: string): void {
    this.stop();
    this.stage = stage;
    this.since = Date.now();
  }

  private show(total: number): SingleBar {
    const format = `${this.stage} {bar} {percentage}% {value}/{total} 剩余约 {eta_formatted}`;
    const bar = new SingleBar(
      { format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
      Presets.rect,
    );
    bar.start(total, 0);
    return bar;
  }
}
