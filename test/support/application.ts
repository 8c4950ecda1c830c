import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { ApplicationModule, settingsFrom } from '@juesuan/application';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Command, CommandBus, type Query, QueryBus } from '@nestjs/cqrs';

/** The whole system on a database of its own, as a test uses it. */
export interface TestApplication {
  readonly db: string;
  readonly app: INestApplicationContext;
  readonly execute: <Result>(command: Command<Result>) => Promise<Result>;
  readonly ask: <Result>(query: Query<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Other stores than the embedded one, as the environment names them. */
export type Stores = Readonly<Partial<Record<'EVENTSTORE_URL' | 'DATABASE_URL' | 'JUESUAN_PROJECTION', string>>>;

/** Threads run sources uncompiled where this process does; compiled, as in a benchmark, there is nothing to load. */
const PRELOAD = extname(__filename) === '.ts' ? [join(__dirname, 'register.cjs')] : [];

/** Starts the system on a new database, or on the one given (which then stays). */
export async function startApplication(db?: string, stores: Stores = {}): Promise<TestApplication> {
  const folder = db === undefined ? mkdtempSync(join(tmpdir(), 'juesuan-')) : null;
  const file = db ?? join(folder ?? '', 'test.db');
  const module = ApplicationModule.with({ ...settingsFrom(stores, file), preload: PRELOAD });
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  await app.init();
  return {
    db: file,
    app,
    execute: (command) => app.get(CommandBus).execute(command),
    ask: (query) => app.get(QueryBus).execute(query),
    close: async () => {
      await app.close();
      if (folder !== null) rmSync(folder, { recursive: true });
    },
  };
}

/** Starts the system, lends it to the test, and ends it whatever happens. */
export async function withApplication<T>(
  work: (application: TestApplication) => Promise<T>,
  stores: Stores = {},
): Promise<T> {
  const application = await startApplication(undefined, stores);
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}
