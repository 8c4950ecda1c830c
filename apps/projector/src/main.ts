import 'reflect-metadata';
import {
  ApplicationModule,
  EVENT_STORE,
  READ_STORE,
  refuseStrangeData,
  settingsFrom,
  whyNotStarted,
} from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import { NestFactory } from '@nestjs/core';
import pino from 'pino';
import { serveHealth } from './health';

/**
 * Follows the event store and fills its share of the read store: several projectors divide the partitions among themselves, and take
 * over those of one that is gone. Ends with status 1 where an event is unknown to this version: it must be seen.
 */
async function main(): Promise<void> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info', base: null });
  const settings = settingsFrom(process.env);
  // Before Nest is there: it would print its own log of what is refused while it starts.
  refuseStrangeData(settings);
  const app = await NestFactory.createApplicationContext(ApplicationModule.with(settings), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await app.init();
  const readStore = app.get<ReadStore>(READ_STORE);
  const subscription = await readStore.follow(app.get<EventStore>(EVENT_STORE), (partitions, of) =>
    log.info({ partitions, of }, 'projecting'),
  );
  const health = serveHealth(Number(process.env['HEALTH_PORT'] ?? 0), () => readStore.checkpoint());
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    void subscription.stop();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    await subscription.ended;
  } catch (error) {
    log.error(error instanceof Error ? error.stack : String(error));
    process.exitCode = 1;
  }
  health?.close();
  await app.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`没有启动：${whyNotStarted(error)}\n`);
  process.exit(1);
});
