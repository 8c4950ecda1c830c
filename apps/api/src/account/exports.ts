import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type AccountKey, fromThreadError } from '@juesuan/application';
import { RuleViolation } from '@juesuan/kernel';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from '../settings';
import type { ExportAsked, ExportFiles, ExportTold } from './export-worker';

interface Waiting {
  readonly resolve: (files: ExportFiles) => void;
  readonly reject: (error: Error) => void;
}

/** Exports in a thread that begins with the first of them and stays; requests go on meanwhile. */
@Injectable()
export class Exports implements BeforeApplicationShutdown, OnApplicationShutdown {
  private thread: Worker | null = null;
  private asked = 0;
  private stopping = false;
  private readonly waiting = new Map<number, Waiting>();

  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  /** Everything that is published of an account; refused as the query itself refuses. */
  files(key: AccountKey, profile: string): Promise<ExportFiles> {
    if (this.stopping) return Promise.reject(serviceStopping());
    const thread = (this.thread ??= this.begin());
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      thread.postMessage({ asked: 'export', id, key, profile } satisfies ExportAsked);
    });
  }

  /** The one under way may still be answered; those that wait for it would hold the service up, one after another. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    this.thread?.postMessage({ asked: 'end' } satisfies ExportAsked);
    const [, ...behind] = this.waiting.keys();
    for (const id of behind) {
      this.waiting.get(id)?.reject(serviceStopping());
      this.waiting.delete(id);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const thread = this.thread;
    if (thread !== null) await new Promise((resolve) => thread.once('exit', resolve));
  }

  private begin(): Worker {
    const { stores } = this.settings;
    const thread = new Worker(join(__dirname, `export-worker${extname(__filename)}`), {
      workerData: stores,
      execArgv: stores.preload.flatMap((module) => ['--require', module]),
    });
    thread.on('message', (told: ExportTold) => this.take(told));
    thread.once('error', (error) => this.abandon(error));
    thread.once('exit', (code) => this.abandon(new Error(`the export's thread ended with ${code}`)));
    return thread;
  }

  private take(told: ExportTold): void {
    const waiting = this.waiting.get(told.id);
    this.waiting.delete(told.id);
    if (told.told === 'files') waiting?.resolve(told.exported);
    else waiting?.reject(fromThreadError(told.error));
  }

  /** A thread that ended answers nobody any more; the next export begins another. */
  private abandon(error: Error): void {
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

const serviceStopping = (): RuleViolation =>
  new RuleViolation('service-stopping', '服务正在停止，没有生成文件；请在它重新启动后再试。');
