import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const MAIN = 'dist/apps/cli/src/main.js';
const FILE = 'libs/kernel/src/money.ts';
let house: string;
const at = (path: string) => join(house, path);
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};

/** A nest command that counts its builds, writes what nest would, and fails where the source says so – after writing, as tsc does. */
const NEST = `
  const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  appendFileSync('builds', '.');
  mkdirSync('dist/apps/cli/src', { recursive: true });
  writeFileSync('${MAIN}', '');
  console.log('what the build says');
  process.exitCode = readFileSync('${FILE}', 'utf8') === 'wrong' ? 1 : 0;`;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'juesuan-house-'));
  cpSync(join(__dirname, '../.scripts'), at('.scripts'), { recursive: true });
  write('node_modules/@nestjs/cli/bin/nest.js', NEST);
  write(FILE, 'right');
  write('libs/kernel/src/other.ts', '');
  makeOld('libs/kernel/src/other.ts', FILE, 'libs/kernel/src', 'libs/kernel', 'libs');
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function makeOld(...paths: string[]): void {
  for (const path of paths) utimesSync(at(path), 1, 1);
}

function ensureBuilt(): Promise<{ status: number; says: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [at('.scripts/ensure-built.mjs')], (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), says: stdout + stderr }),
    );
  });
}

const builds = () => (existsSync(at('builds')) ? readFileSync(at('builds'), 'utf8').length : 0);
const SILENT = { status: 0, says: '' };
const TOLD = '程序还没有编译或有改动：正在编译，约一两分钟……\n';
const BUILT = { status: 0, says: TOLD };

it('builds once, tells why it takes so long, and is silent afterwards', async () => {
  expect(await ensureBuilt()).toEqual(BUILT);
  expect(await ensureBuilt()).toEqual(SILENT);
  expect(builds()).toBe(1);
});

it('builds again when a source changed', async () => {
  await ensureBuilt();
  const later = Date.now() / 1000 + 1;
  utimesSync(at(FILE), later, later);
  await ensureBuilt();
  expect(builds()).toBe(2);
});

it('builds again when a source was removed', async () => {
  await ensureBuilt();
  rmSync(at('libs/kernel/src/other.ts'));
  await ensureBuilt();
  expect(builds()).toBe(2);
});

it('shows what a failing build says, and does not take its output for built', async () => {
  write(FILE, 'wrong');
  expect(await ensureBuilt()).toEqual({ status: 1, says: `${TOLD}what the build says\n` });
  expect(await ensureBuilt()).toEqual({ status: 1, says: `${TOLD}what the build says\n` });
  expect(existsSync(at(MAIN))).toBe(false);
});

it('lets one of several first calls build and the others wait', async () => {
  expect(await Promise.all([ensureBuilt(), ensureBuilt(), ensureBuilt()])).toEqual(
    expect.arrayContaining([BUILT, SILENT, SILENT]),
  );
  expect(builds()).toBe(1);
});

it('takes over the lock of a process that is gone', async () => {
  mkdirSync(at('dist'));
  symlinkSync('4194305', at('dist/.building')); // above the largest process id there is
  expect(await ensureBuilt()).toEqual(BUILT);
  expect(builds()).toBe(1);
});
