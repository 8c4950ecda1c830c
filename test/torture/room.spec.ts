import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maySmallDisk, mountSmallDisk } from './places';
import { roomIn } from './room';

let place: string;
beforeEach(() => void (place = mkdtempSync(join(tmpdir(), 'juesuan-rooms-'))));
afterEach(() => rmSync(place, { recursive: true }));

/** A room with a department in it, on a disk of its own where this machine allows one. */
function roomOf(owner: number): string {
  const department = join(place, `juesuan-torture-${owner}-abc`, '1');
  mkdirSync(department, { recursive: true });
  if (maySmallDisk()) mountSmallDisk(department);
  writeFileSync(join(department, 'test.db'), '');
  return join(place, `juesuan-torture-${owner}-abc`);
}

it('what a killed run left behind is cleared away when the next one begins', () => {
  const left = roomOf(spawnSync(process.execPath, ['--version']).pid);
  roomIn(place);
  expect(existsSync(left)).toBe(false);
});

it('the room of a run that goes on stays', () => {
  const own = roomIn(place);
  roomIn(place);
  expect(existsSync(own)).toBe(true);
});
