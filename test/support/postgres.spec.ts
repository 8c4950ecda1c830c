import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from './postgres';

it('answers while it runs and leaves nothing behind when it is stopped', async () => {
  const postgres = await startPostgres();
  const client = new Client(postgres.url);
  await client.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await postgres.stop();
  await postgres.stop();
  expect(await isListening(postgres.url)).toBe(false);
});

it('comes back with what was committed when it is restarted', async () => {
  const postgres = await startPostgres();
  const ask = async (sql: string): Promise<unknown> => {
    const client = new Client(postgres.url);
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  await ask('create table kept as select 7 as number');
  await postgres.restart();
  await postgres.restart();
  expect(await ask('select * from kept')).toEqual([{ number: 7 }]);
  await postgres.stop();
});

it('runs several at a time', async () => {
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  expect(new Set(servers.map(({ url }) => url)).size).toBe(2);
  await Promise.all(servers.map((server) => server.stop()));
});

it('ends when the process that started it is killed', async () => {
  const url = await startElsewhereAndKill();
  while (await isListening(url)) await new Promise((resolve) => setTimeout(resolve, 50));
});

/** Starts a server from a process of its own, which dies without a chance to stop it. */
async function startElsewhereAndKill(): Promise<string> {
  const program = `require('./postgres').startPostgres().then(({ url }) => console.log(url));`;
  const words = ['-r', join(__dirname, 'register.cjs'), '-e', program];
  const child = spawn(process.execPath, words, { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the process ended before it had a server')));
  const [url] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  return url.toString().trim();
}

async function isListening(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const answer = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });
  socket.destroy();
  return answer;
}
