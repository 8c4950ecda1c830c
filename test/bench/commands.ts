import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, Record } from '@juesuan/application';
import { eventId, openSqliteEventStore } from '@juesuan/event-store';
import { startApplication } from '../support/application';
import { type Benchmark, peakMemory, seconds } from './harness';
import { writeYear } from './year';

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' } as const;

/** Single durable commands, one after another, against raw appends of the same store in the same run. */
export const commands: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const count = 2_000 * scale;
  const raw = await rawAppends(join(folder, 'raw.db'), count);
  const { execute, close } = await startApplication(join(folder, 'commands.db'));
  await execute(new ImportYear(writeYear(join(folder, 'input'), 10_000), 2023, 'bench'));
  const took = await seconds(async () => {
    for (let index = 0; index < count; index++) await execute(pay(index));
  });
  const rate = count / took;
  report('single durable appends', `${Math.round(raw)} /s`);
  report('single durable commands', `${Math.round(rate)} /s`, `${(rate / raw).toFixed(2)} × the appends`, peakMemory());
  await close();
  rmSync(folder, { recursive: true });
};

/** A payment of 1 元 like no other. */
export function pay(index: number): Record {
  const voucher = `B${index}`;
  const data = { voucher, date: '2023-06-01', amount: 100, summary: 'bench', line: LINE, economicItem: '30201' };
  const by = { commandId: `bench-${index}`, actor: 'bench', administrator: false };
  return new Record('900001', 2023, { type: 'MakePayment', data }, by);
}

async function rawAppends(file: string, count: number): Promise<number> {
  const store = openSqliteEventStore(file);
  const took = await seconds(async () => {
    for (let index = 0; index < count; index++) {
      const event = {
        id: eventId('raw', `${index}`, 0),
        type: 'PaymentMade',
        version: 1,
        data: { index },
        metadata: {},
      };
      await store.append([{ stream: 'raw', expected: index - 1, events: [event] }]);
    }
  });
  await store.close();
  return count / took;
}
