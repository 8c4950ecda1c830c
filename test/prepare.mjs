/**
 * Sees to it that the programs the tests run are there: finds them, or installs Debian's package where that is possible
 * (root, apt), else says in one line what to install. Silent when all is well; `node test/prepare.mjs postgresql` prints
 * the folder that holds that program.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the tests need, by Debian package: commands that lie in one folder, and where besides PATH that may be. */
const PROGRAMS = {
  chromium: { commands: ['chromium'], folders: () => [] },
  postgresql: { commands: ['initdb', 'pg_ctl', 'postgres'], folders: () => versions('/usr/lib/postgresql', 'bin') },
};

/** The folders `parent/<version>/child`, newest version first. */
function versions(parent, child) {
  const names = isThere(parent) ? readdirSync(parent) : [];
  return names.sort((a, b) => Number(b) - Number(a)).map((version) => join(parent, version, child));
}

function isThere(path, mode = constants.F_OK) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** The first folder that holds all commands of a program. */
function find({ commands, folders }) {
  const places = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...folders()];
  return places.find((place) => commands.every((command) => isThere(join(place, command), constants.X_OK)));
}

/** Installs a Debian package; returns what apt said where it failed. */
function install(name) {
  if (process.getuid?.() !== 0 || !isThere('/usr/bin/apt-get')) return 'apt-get as root is not available';
  console.error(`test/prepare: installing Debian's ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) =>
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...words], { env, encoding: 'utf8' });
  const update = apt('update');
  const { status, stderr } = apt('install', '--yes', '--no-install-recommends', name);
  return status === 0 ? null : `${update.stderr}\n${stderr}`.trim().split('\n').at(-1);
}

/** The folder of a program, installed if need be; ends the process where it cannot be had. */
function ensure(name) {
  const found = find(PROGRAMS[name]);
  if (found) return found;
  const failure = install(name);
  const installed = find(PROGRAMS[name]);
  if (installed) return installed;
  const commands = PROGRAMS[name].commands.join(', ');
  console.error(
    `test/prepare: the tests need ${commands}: install the package ${name} (${failure ?? 'not found after installing'}).`,
  );
  process.exit(1);
}

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(PROGRAMS)) {
  const folder = ensure(name);
  if (asked.length > 0) console.log(folder);
}
