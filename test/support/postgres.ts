import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { chownSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@juesuan/application';

export interface Postgres {
  /** For `pg`: an empty database on 127.0.0.1. */
  readonly url: string;
  /** Stops the server as if its machine had failed, and starts it again; resolves when it answers. */
  restart(): Promise<void>;
  /** Ends the server and removes its files; nothing stays behind. */
  stop(): Promise<void>;
}

/**
 * The server's whole life, in a shell that outlives whoever started it: when its standard input closes – by `stop`, or because
 * the test process died in whatever way – the server is stopped and its folder removed. $0 is the folder, $1 the port.
 */
const LIFE = `
  end() { pg_ctl -D "$0/data" -m immediate -w stop; rm -rf "$0"; }
  trap end EXIT
  initdb -D "$0/data" -U postgres --auth=trust --encoding=UTF8 --no-locale --no-sync || exit 1
  printf '%s\\n' "port = $1" "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" "fsync = off" >> "$0/data/postgresql.conf"
  pg_ctl -D "$0/data" -l "$0/log" -w -t 60 start || { cat "$0/log"; exit 1; }
  echo STARTED
  while read -r _; do
    pg_ctl -D "$0/data" -l "$0/log" -m immediate -w restart || { cat "$0/log"; exit 1; }
    echo RESTARTED
  done
`;

/**
 * Starts a throw-away PostgreSQL on 127.0.0.1. Tries a second and a third port where another process took the free
 * one in between.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = execFileSync(process.execPath, [join(PROJECT_ROOT, 'test', 'prepare.mjs'), 'postgresql'], {
    encoding: 'utf8',
  });
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const life = live(folder.trim(), port);
    const failure = await started(life);
    const stop = () => ended(life);
    if (failure === null) {
      const restart = () => restarted(life);
      return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, restart, stop };
    }
    await stop();
    if (attempt === 3) throw new Error(`PostgreSQL did not start:\n${failure}`);
  }
}

function live(programs: string, port: number): ChildProcess {
  const user = ordinaryUser();
  // As another user the folder must be reachable: root's TMPDIR may be closed to others.
  const folder = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'juesuan-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const env = { ...process.env, PATH: `${programs}:${process.env.PATH}` };
  // Detached: a Ctrl-C in the terminal reaches the tests, and the shell by its closed input.
  return spawn('/bin/sh', ['-c', LIFE, folder, `${port}`], { ...user, env, cwd: folder, detached: true });
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package brings. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Waits until the server answers; null, or what was said where it does not come up. */
async function started(life: ChildProcess): Promise<string | null> {
  let said = '';
  return new Promise((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('STARTED\n')) resolve(null);
    };
    life.stdout?.on('data', listen);
    life.stderr?.on('data', listen);
    life.once('close', () => resolve(said));
  });
}

async function restarted(life: ChildProcess): Promise<void> {
  let said = '';
  life.stdin?.write('restart\n');
  for await (const [chunk] of on(life.stdout ?? life, 'data', { close: ['end'] }) as AsyncIterable<[Buffer]>) {
    said += chunk.toString();
    if (said.includes('RESTARTED\n')) return;
  }
  throw new Error(`PostgreSQL did not come back:\n${said}`);
}

async function ended(life: ChildProcess): Promise<void> {
  if (life.exitCode !== null || life.signalCode !== null) return;
  const exit = once(life, 'exit');
  life.stdin?.end();
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
