import 'reflect-metadata';
import { mayTouch } from '@juesuan/access';
import { parentPort, workerData } from 'node:worker_threads';
import { ApplicationModule, diskTroubleOf, type ImportResult, ImportYear, type Settings } from '@juesuan/application';
import { type CellError, ImportRefused } from '@juesuan/documents';
import { RuleViolation } from '@juesuan/kernel';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { SignedInUser } from '../access/signed-in';

/** One import, as the thread is asked for it. */
export interface ImportTask {
  readonly stores: Settings;
  readonly folder: string;
  readonly year: number;
  /** Who sends it, with her rights as they are now. */
  readonly user: Pick<SignedInUser, 'name' | 'roles' | 'units'>;
  readonly dryRun: boolean;
}

/** What the thread tells: progress as often as it comes, then one end. */
export type ImportTold =
  | { readonly told: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly told: 'result'; readonly result: ImportResult }
  | { readonly told: 'refused'; readonly says: string; readonly cells: readonly CellError[] }
  | { readonly told: 'failed'; readonly says: string; readonly trouble: string | null };

/**
 * Runs one import on connections of its own: reading and deciding a hundred thousand rows would hold up every request. What came of it
 * is told before the connections are closed.
 */
async function run({ stores, folder, year, user, dryRun }: ImportTask): Promise<void> {
  const app = await NestFactory.createApplicationContext(ApplicationModule.with(stores), {
    logger: false,
    abortOnError: false,
  });
  try {
    await app.init();
    const tell = (stage: string, done: number, total: number): void => post({ told: 'progress', stage, done, total });
    const command = new ImportYear(folder, year, user.name, tell, dryRun, (unit, tree) => mayTouch(user, unit, tree));
    post({ told: 'result', result: await app.get(CommandBus).execute(command) });
  } catch (error) {
    post(failure(error, folder));
  } finally {
    await app.close();
  }
}

/** Where an upload lies on the server is nobody's business. */
function failure(error: unknown, folder: string): ImportTold {
  if (error instanceof ImportRefused) return { told: 'refused', says: error.message, cells: error.errors };
  if (error instanceof RuleViolation) {
    return { told: 'refused', says: error.message.replaceAll(folder, '上传的文件'), cells: [] };
  }
  const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { told: 'failed', says, trouble: diskTroubleOf(error) };
}

const post = (told: ImportTold): void => parentPort?.postMessage(told);

void run(workerData as ImportTask);
