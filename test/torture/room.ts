import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A new folder of this process under a place. Rooms that a process left there which was killed go first, with the small disks
 * mounted in them.
 */
export function roomIn(place: string): string {
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(place)) {
    const [, owner] = /^juesuan-torture-(\d+)-/.exec(name) ?? [];
    if (owner !== undefined && !isAlive(Number(owner))) clear(join(place, name));
  }
  return mkdtempSync(join(place, `juesuan-torture-${process.pid}-`));
}

function isAlive(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function clear(room: string): void {
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' ')[1] ?? [])
    .filter((folder) => folder.startsWith(`${room}/`));
  for (const folder of mounted) unmount(folder);
  rmSync(room, { recursive: true });
}

/** Lazily: SQLite's last handles on the files go with the next collection of garbage. */
export const unmount = (folder: string): void => void execFileSync('umount', ['--lazy', folder]);
