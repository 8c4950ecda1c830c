import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventId, type NewEvent, openSqliteEventStore } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { openReadStore } from '@juesuan/read-store';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Benchmark, inSeconds, many, peakMemory, perSecond, type Report, seconds, times } from './harness';

const MILLION = 1_000_000;
const UNITS = 20;
const APPENDED_AT_ONCE = 10_000;

/** What one step in a process of its own took. */
interface Figure {
  readonly seconds: number;
  readonly memory: string;
}

/** Rebuild of 1,000,000 payments and of ten times as many, beside two plain scans of the same log. */
export const rebuild: Benchmark = async (report, { scale }) => {
  const million = await rebuilt(MILLION * scale);
  tell(report, MILLION * scale, million);
  const tenfold = await rebuilt(10 * MILLION * scale);
  tell(report, 10 * MILLION * scale, tenfold, million);
};

type Rebuilt = Readonly<Record<'scan' | 'read' | 'first' | 'again', Figure>>;

async function rebuilt(events: number): Promise<Rebuilt> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const file = join(folder, 'log.db');
  await writeLog(file, events);
  const [scan, read, first, again] = [
    alone('scan', file),
    alone('read', file),
    alone('rebuild', file),
    alone('rebuild', file),
  ];
  rmSync(folder, { recursive: true });
  return { scan, read, first, again };
}

function tell(report: Report, events: number, { scan, read, first, again }: Rebuilt, tenth?: Rebuilt): void {
  const row = (figure: Figure, before: Figure | undefined) => ({
    figure: `${inSeconds(figure.seconds)}，${perSecond(events, figure.seconds)}`,
    memory: figure.memory,
    ...(before && { growth: times(figure.seconds, before.seconds) }),
  });
  const against = (figure: Figure): string =>
    `${times(figure.seconds, scan.seconds)}于扫描，${times(figure.seconds, read.seconds)}于读出`;
  const size = many(events);
  report({ what: `扫描并解析 ${size} 个事件（SELECT、JSON.parse）`, ...row(scan, tenth?.scan) });
  report({
    what: `经端口读出 ${size} 个事件`,
    ...row(read, tenth?.read),
    against: `${times(read.seconds, scan.seconds)}于扫描`,
  });
  report({
    what: `由 ${size} 笔支付重算全部余额`,
    ...row(first, tenth?.first),
    against: against(first),
    headline: true,
  });
  report({ what: `同上，表已满：重算、逐项比对、替换`, ...row(again, tenth?.again), against: against(again) });
}

type Step = keyof typeof STEPS;
const STEPS = { scan, read, rebuild: rebuildOnce };

/** Runs one step in a process of its own, so that its memory is its own. */
function alone(step: Step, file: string): Figure {
  const words = [...process.execArgv.filter((word) => word !== '--expose-gc'), __filename, step, file];
  const child = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.status !== 0) throw new Error(`benchmark step ${step} failed`);
  return JSON.parse(child.stdout.toString()) as Figure;
}

/** The least that any reader must do. */
async function scan(file: string): Promise<void> {
  const db = new DatabaseSync(file, { timeout: 5000 });
  const page = db.prepare('SELECT position, data FROM event WHERE position > ? ORDER BY position LIMIT 1000');
  page.setReturnArrays(true);
  for (let last: number | undefined = 0; last !== undefined;) {
    const rows = page.all(last) as unknown as [number, string][];
    for (const [, data] of rows) JSON.parse(data);
    last = rows.at(-1)?.[0];
  }
  db.close();
}

async function read(file: string): Promise<void> {
  const events = openSqliteEventStore(file);
  let count = 0;
  for await (const page of events.readAll(null, ['budgetYear-'], 500)) count += page.length;
  await events.close();
  if (count === 0) throw new Error('nothing was read');
}

async function rebuildOnce(file: string): Promise<void> {
  const events = openSqliteEventStore(file);
  const store = await openReadStore({ sqliteFile: file });
  const { differences } = await store.rebuild(events);
  if (differences.length > 0) throw new Error(differences.join('\n'));
  await store.close();
  await events.close();
}

async function writeLog(file: string, count: number): Promise<void> {
  const store = openSqliteEventStore(file);
  const heads = new Map<string, number>();
  for (let from = 0; from < count; from += APPENDED_AT_ONCE) {
    const stream = budgetYearStream(String(301001 + ((from / APPENDED_AT_ONCE) % UNITS)), 2023);
    const expected = heads.get(stream) ?? -1;
    const size = Math.min(APPENDED_AT_ONCE, count - from);
    const events = Array.from({ length: size }, (_, index) => payment(stream, from + index));
    heads.set(stream, (await store.append([{ stream, expected, events }])).revision);
  }
  await store.close();
}

function payment(stream: string, index: number): NewEvent {
  const commandId = `04-支付.csv#${index}`;
  const isProject = index % 3 === 0;
  const line = {
    fundSource: 'generalPublic',
    item: String(2010101 + (index % 40) * 100),
    kind: isProject ? 'project' : 'basic',
    project: isProject ? `项目${index % 7}` : '',
  };
  const date = `2023-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const voucher = `V2023-${String(index).padStart(8, '0')}`;
  const economicItem = String(30101 + (index % 20));
  const data = { line, amount: 100 + (index % 100_000), voucher, date, economicItem, summary: '办公用品采购款' };
  const metadata = { commandId, fingerprint: '0123456789abcdef', actor: '王会计', source: `04-支付.csv:${index}` };
  return { id: eventId(stream, commandId, 0), type: 'PaymentMade', version: 1, data, metadata };
}

async function main(step: Step, file: string): Promise<void> {
  const time = await seconds(() => STEPS[step](file));
  process.stdout.write(JSON.stringify({ seconds: time, memory: peakMemory() } satisfies Figure));
}

const [, own, step, file] = process.argv;
if (require.main === module && own === __filename && step && file) void main(step as Step, file);
