import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, Record } from '@juesuan/application';
import { eventId, openSqliteEventStore } from '@juesuan/event-store';
import { startApplication } from '../support/application';
import { type Benchmark, many, peakMemory, perSecond, seconds } from './harness';
import { writeYear } from './year';

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' } as const;

const WARMING = 1_000;

/** Durable commands of 1, 50 and 200 writers on one unit's year, against raw appends of the same store by as many in the same run. */
export const commands: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const { execute, close } = await startApplication(join(folder, 'commands.db'));
  await execute(new ImportYear(writeYear(join(folder, 'input'), 10_000), 2023, 'bench'));
  // Counts nowhere: what is measured is a service that has been at work, as it is all day.
  await together(1, WARMING, (index) => execute(pay(-1 - index)));
  for (const [writers, count] of [
    [1, 2_000 * scale],
    [50, 10_000 * scale],
    [200, 20_000 * scale],
  ] as const) {
    const raw = await rawAppends(join(folder, `raw-${writers}.db`), writers, count);
    const took = await together(writers, count, (index) => execute(pay(writers * 1e6 + index)));
    report({
      what: `逐条落盘的命令，${many(writers)} 人同时`,
      figure: perSecond(count, took),
      against: `${(raw / took).toFixed(2)} 倍于裸追加（${perSecond(count, raw)}）`,
      memory: peakMemory(),
      ...(writers === 200 ? {} : { headline: true }),
    });
  }
  await close();
  rmSync(folder, { recursive: true });
};

/** Seconds that so many writers took, each waiting for its answer before it writes on. */
export const together = (writers: number, count: number, write: (index: number) => Promise<unknown>): Promise<number> =>
  seconds(async () => {
    let next = 0;
    const writer = async (): Promise<void> => {
      while (next < count) await write(next++);
    };
    await Promise.all(Array.from({ length: writers }, writer));
  });

/** A payment of 1 元 like no other. */
export function pay(index: number): Record {
  const voucher = `B${index}`;
  const data = { voucher, date: '2023-06-01', amount: 100, summary: 'bench', line: LINE, economicItem: '30201' };
  const by = { commandId: `bench-${index}`, actor: 'bench', administrator: false };
  return new Record('900001', 2023, { type: 'MakePayment', data }, by);
}

/** Each writer has a stream of its own: raw appends do not decide in whose turn they stand. */
async function rawAppends(file: string, writers: number, count: number): Promise<number> {
  const store = openSqliteEventStore(file);
  const heads = new Map<number, number>();
  const took = await together(writers, count, async (index) => {
    const writer = index % writers;
    const expected = heads.get(writer) ?? -1;
    heads.set(writer, expected + 1);
    const id = eventId('raw', `${index}`, 0);
    const event = { id, type: 'PaymentMade', version: 1, data: { index }, metadata: {} };
    await store.append([{ stream: `raw-${writer}`, expected, events: [event] }]);
  });
  await store.close();
  return took;
}
