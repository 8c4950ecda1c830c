import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import {
  type AccountKey,
  ApplicationModule,
  type ExportedFile,
  ExportDocument,
  type Settings,
  type ThreadError,
  toThreadError,
} from '@juesuan/application';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';

/** One export, as the thread is asked for it; `end` lets go of the stores once the one under way is answered. */
export type ExportAsked =
  | { readonly asked: 'export'; readonly id: number; readonly key: AccountKey; readonly profile: string }
  | { readonly asked: 'end' };

/** Whose files were written. */
export interface ExportFiles {
  readonly unitName: string;
  readonly files: readonly ExportedFile[];
}

export type ExportTold = { readonly id: number } & (
  { readonly told: 'files'; readonly exported: ExportFiles } | { readonly told: 'error'; readonly error: ThreadError }
);

/** Answers exports one after another on connections of its own: a department's document takes seconds, which would hold up every request. */
async function serve(stores: Settings): Promise<void> {
  const app = await NestFactory.createApplicationContext(ApplicationModule.with(stores), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  const queries = app.get(QueryBus);
  let last: Promise<unknown> = Promise.resolve();
  let ending = false;
  parentPort?.on('message', (message: ExportAsked) => {
    ending ||= message.asked === 'end';
    last = last.then(async () => {
      if (message.asked === 'export') {
        if (!ending) parentPort?.postMessage(await answer(queries, message));
        return;
      }
      await app.close();
      parentPort?.close();
    });
  });
}

async function answer(
  queries: QueryBus,
  { id, key, profile }: Extract<ExportAsked, { asked: 'export' }>,
): Promise<ExportTold> {
  try {
    const { report, files } = await queries.execute(new ExportDocument(key, profile));
    return { id, told: 'files', exported: { unitName: report.unitName, files } };
  } catch (error) {
    return { id, told: 'error', error: toThreadError(error) };
  }
}

void serve(workerData as Settings);
