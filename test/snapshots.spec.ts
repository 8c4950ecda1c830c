import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_STORE, ImportYear, LookAtPayment, READ_STORE, Record } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import type { ReadStore } from '@juesuan/read-store';
import { DatabaseSync } from '@photostructure/sqlite';
import { writeYear } from './bench/year';
import { startApplication, type TestApplication } from './support/application';

const UNIT = '900001';
const PAYMENTS = 5_200;
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' } as const;
const BY = { actor: '王会计', administrator: false };

const payment = (voucher: string, commandId: string): Record => {
  const data = { line: LINE, economicItem: '30201', amount: 100, voucher, date: '2023-12-20', summary: '' };
  return new Record(UNIT, 2023, { type: 'MakePayment', data }, { ...BY, commandId });
};

const refund = (originalVoucher: string): Record => {
  const data = {
    line: LINE,
    economicItem: '30101',
    amount: 10_001,
    originalVoucher,
    voucher: 'R1',
    date: '2023-12-21',
  };
  return new Record(UNIT, 2023, { type: 'RefundPayment', data: { ...data, summary: '' } }, { ...BY, commandId: 'R1' });
};

let folder: string;
let large: string;
let file: string;
let opened: TestApplication[] = [];

/** A process of its own on the file, with where it began to read the year. */
async function open(): Promise<TestApplication & { readonly readFrom: number[] }> {
  const application = await startApplication(file);
  opened.push(application);
  const readFrom: number[] = [];
  const events = application.app.get<EventStore>(EVENT_STORE);
  const readStream = events.readStream.bind(events);
  events.readStream = (stream, from = 0) => {
    if (stream === budgetYearStream(UNIT, 2023)) readFrom.push(from);
    return readStream(stream, from);
  };
  return { ...application, readFrom };
}

async function close(application: TestApplication): Promise<void> {
  opened = opened.filter((each) => each.app !== application.app);
  await application.close();
}

/** Changes the database as nobody should. */
function tamper(statement: string): void {
  const db = new DatabaseSync(file);
  db.exec(statement);
  db.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-snapshots-'));
  large = join(folder, 'large.db');
  file = large;
  const application = await open();
  await application.execute(new ImportYear(writeYear(join(folder, 'files'), PAYMENTS), 2023, '王会计'));
  await application.execute(payment('P1', 'first'));
  await close(application);
});

beforeEach(() => {
  file = join(folder, 'copy.db');
  copyFileSync(large, file);
});

afterEach(async () => {
  for (const application of [...opened]) await close(application);
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a unit-year of thousands of events, opened again', () => {
  const decidesAsBefore = async ({ execute, ask }: TestApplication): Promise<void> => {
    expect(await execute(payment('P1', 'first'))).toMatchObject({ repeated: true });
    await expect(execute(payment('V7', 'reused'))).rejects.toThrow('V7');
    await expect(execute(refund('V0'))).rejects.toThrow('100.00');
    expect(await ask(new LookAtPayment(UNIT, 2023, 'V10'))).toMatchObject({ economicItem: '30101', remaining: 10_000 });
    expect(await execute(payment('P2', 'second'))).toMatchObject({ repeated: false });
  };

  it('reads no more than what came after its snapshot, and decides as if it had read all', async () => {
    const application = await open();
    await decidesAsBefore(application);
    expect(Math.min(...application.readFrom)).toBeGreaterThan(PAYMENTS);
  });

  it('takes what another process recorded since', async () => {
    const other = await open();
    await other.execute(payment('P3', 'third'));
    await close(other);
    const application = await open();
    expect(await application.ask(new LookAtPayment(UNIT, 2023, 'P3'))).toMatchObject({ remaining: 100 });
  });

  it.each([
    ['was damaged', "UPDATE snapshot SET body = substr(body, 1, 500) || x'00' || substr(body, 502)"],
    ['says other totals', `UPDATE snapshot SET head = replace(head, '"paid":', '"paid":1')`],
    ['was made by another program', "UPDATE snapshot SET program = 'another'"],
    ['is of another log', "UPDATE snapshot SET hash = 'another'"],
    ['is ahead of the log', 'UPDATE snapshot SET revision = revision + 1000'],
  ])('reads all events where the snapshot %s', async (_what, statement) => {
    tamper(statement);
    const application = await open();
    await decidesAsBefore(application);
    expect(Math.min(...application.readFrom)).toBe(0);
  });

  it('is written and read without a snapshot where none can be kept', async () => {
    tamper('DELETE FROM snapshot');
    const application = await open();
    application.app.get<ReadStore>(READ_STORE).keepSnapshot = () => Promise.reject(new Error('the disk is full'));
    await decidesAsBefore(application);
  });
});
