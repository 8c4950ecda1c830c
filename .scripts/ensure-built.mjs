/**
 * Builds the command line when it is missing or older than what it is built from, so that `npm run -s juesuan -- …` works
 * right after `npm ci`. Otherwise silent and quick; what the build itself says is shown only when it fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const built = join(top, 'dist/apps/cli/src/main.js');
const lock = join(top, 'dist/.building');
const MADE_FROM = ['apps/cli', 'libs', 'test/bench', 'nest-cli.json', 'package-lock.json', 'tsconfig.json'];

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The last change under a path. Folders count too: a removed or renamed file changes only its folder. */
function lastChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

const isUpToDate = () => changedAt(built) > Math.max(...MADE_FROM.map((path) => lastChange(join(top, path))));

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Takes the lock; two first calls at once must not both write dist. It is a link named after its owner, because a link
 * is made with its content at once; one whose owner is gone is taken over.
 */
async function takeLock() {
  mkdirSync(join(top, 'dist'), { recursive: true });
  for (;;) {
    try {
      return symlinkSync(`${process.pid}`, lock);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readOwner();
    if (owner && !isRunning(owner)) rmSync(lock, { force: true });
    else await wait(100);
  }
}

function readOwner() {
  try {
    return Number(readlinkSync(lock));
  } catch {
    return 0; // released in between
  }
}

function build() {
  const started = new Date();
  process.stderr.write('程序还没有编译或有改动：正在编译，约一两分钟……\n'); // beside the output, not in it
  const nest = join(top, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', 'cli'], { cwd: top });
  if (status === 0 && changedAt(built)) return utimesSync(built, started, started); // what changed meanwhile is newer
  rmSync(built, { force: true }); // tsc writes files in spite of errors: they must not count as built
  process.stderr.write(Buffer.concat([stdout, stderr]));
  process.exitCode = 1;
}

if (!isUpToDate()) {
  await takeLock();
  try {
    if (!isUpToDate()) build();
  } finally {
    rmSync(lock, { force: true });
  }
}
