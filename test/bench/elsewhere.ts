import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, ListLines, ReportAccount } from '@juesuan/application';
import { Client } from 'pg';
import { startApplication } from '../support/application';
import { startPostgres } from '../support/postgres';
import { type Benchmark, inMs, many, mean, peakMemory, type Report, times } from './harness';
import { nthPayment, writeYear } from './year';

/** The balances of one unit's year, here and by what an auditor would use instead: ledger, hledger, and GROUP BY in PostgreSQL. */
export const elsewhere: Benchmark = async (report, { scale }) => {
  const payments = 100_000 * scale;
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const ours = await here(folder, payments);
  report({ what: `${many(payments)} 笔支付的余额，本系统`, figure: inMs(ours.balances), memory: peakMemory() });
  report({
    what: `同上，整份决算（九张表、说明、核对），本系统`,
    figure: inMs(ours.account),
    against: `${times(ours.account, ours.balances)}于只读余额`,
  });
  const journal = await writeJournal(join(folder, 'year.journal'), payments);
  for (const program of ['ledger', 'hledger']) told(report, program, balancesBy(program, journal), ours.balances);
  told(report, 'PostgreSQL GROUP BY', await groupedBy(payments), ours.balances);
  rmSync(folder, { recursive: true });
};

function told(report: Report, by: string, took: number | null, ours: number): void {
  const what = `同样的余额，${by}`;
  if (took === null) report({ what, figure: '本机没有安装' });
  else report({ what, figure: inMs(took), against: `${times(took, ours)}于本系统`, headline: true });
}

/** In a process that runs: what a query costs each time. */
async function here(folder: string, payments: number): Promise<{ balances: number; account: number }> {
  const { execute, ask, close } = await startApplication(join(folder, 'here.db'));
  await execute(new ImportYear(writeYear(join(folder, 'input'), payments), 2023, 'bench'));
  const key = { unit: '900001', year: 2023 };
  const balances = await mean(() => ask(new ListLines(key)));
  const account = await mean(() => ask(new ReportAccount(key, 'standard')));
  await close();
  return { balances, account };
}

/** The same payments as a plain-text journal: what was paid against its line. */
async function writeJournal(file: string, payments: number): Promise<string> {
  const stream = createWriteStream(file);
  for (let nth = 0; nth < payments; nth++) {
    const { date, item, economicItem } = nthPayment(nth);
    stream.write(`${date} V${nth}\n  paid:${item}:${economicItem}  100.00\n  line:${item}\n\n`);
  }
  stream.end();
  await once(stream, 'finish');
  return file;
}

/** Null where the program is not installed. */
function balancesBy(program: string, journal: string): number | null {
  const begin = performance.now();
  const { error, status, stderr } = spawnSync(program, ['-f', journal, 'balance'], { maxBuffer: 1e9 });
  if (error !== undefined) return null;
  if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`);
  return (performance.now() - begin) / 1000;
}

async function groupedBy(payments: number): Promise<number> {
  const server = await startPostgres();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE TABLE paid (date text, voucher text, item text, economic_item text, fen bigint)');
  const rows = JSON.stringify(Array.from({ length: payments }, (_, nth) => rowOf(nth)));
  await client.query(
    `INSERT INTO paid SELECT r ->> 0, r ->> 1, r ->> 2, r ->> 3, 10000 FROM jsonb_array_elements($1::jsonb) AS r`,
    [rows],
  );
  await client.query('ANALYZE paid');
  const took = await mean(() => client.query('SELECT item, economic_item, sum(fen) FROM paid GROUP BY 1, 2'));
  await client.end();
  await server.stop();
  return took;
}

function rowOf(nth: number): string[] {
  const { date, item, economicItem } = nthPayment(nth);
  return [date, `V${nth}`, item, economicItem];
}
