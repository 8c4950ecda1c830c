import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Department, type Home } from './department';
import { Processes } from './processes';
import { Random } from './random';
import { nextRound } from './rounds';
import { Tally } from './tally';
import type { Violation } from './violation';
import { Workload } from './workload';

/** When to stop: after so many rounds or kill rounds, or when so much time is over, whatever comes first. */
export interface Limits {
  readonly seed: number;
  readonly rounds: number;
  readonly kills: number;
  readonly seconds: number;
}

/** What was found wrong, and how to see it again. */
export interface Failure {
  readonly violations: readonly Violation[];
  readonly replay: string;
}

/** Rounds that one department lives through; its seed decides all of them. */
const ROUNDS_EACH = 12;
/** A department in so many is on a disk that can be filled. */
const SMALL_DISK_EACH = 3;
const SMALL_DISK_MB = 48;

/** Round after round on department after department, until a limit is met or something is found wrong. */
export class Torture {
  readonly tally = new Tally();
  private readonly folder = mkdtempSync(join(tmpdir(), 'juesuan-torture-'));
  private readonly processes = new Processes();
  private readonly until: number;

  constructor(
    private readonly limits: Limits,
    private readonly withSmallDisk = false,
    private readonly onRound: (tally: Tally) => void = () => undefined,
  ) {
    this.until = performance.now() + limits.seconds * 1000;
  }

  async run(): Promise<Failure | null> {
    try {
      for (let seed = this.limits.seed; !this.isOver(); seed++) {
        const failure = await this.live(seed);
        if (failure) return failure;
      }
      return null;
    } finally {
      this.processes.end();
      rmSync(this.folder, { recursive: true });
    }
  }

  private isOver(): boolean {
    const { rounds, kills } = this.limits;
    return this.tally.of('rounds') >= rounds || this.tally.of('kill rounds') >= kills || performance.now() > this.until;
  }

  private async live(seed: number): Promise<Failure | null> {
    const smallDisk = this.withSmallDisk && seed % SMALL_DISK_EACH === 0;
    const folder = join(this.folder, String(seed));
    mkdirSync(folder);
    if (smallDisk) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK_MB}m`, 'juesuan-torture', folder]);
    try {
      const home = { db: join(folder, 'test.db'), stores: {}, scratch: this.folder, smallDisk };
      return await this.rounds(seed, home);
    } finally {
      if (smallDisk) execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    }
  }

  private async rounds(seed: number, home: Home): Promise<Failure | null> {
    const random = new Random(seed);
    const department = new Department(home, this.processes.run, this.tally);
    const workload = new Workload(random, 'w');
    await department.open();
    for (let round = 1; round <= ROUNDS_EACH && (round === 1 || !this.isOver()); round++) {
      const { plans, faults } = nextRound(random, home, workload, department.ledger.pending());
      for (const fault of faults) this.tally.add(fault);
      const broken = await department.round(plans);
      const { violations } = await department.check(round % 4 === 0);
      this.onRound(this.tally);
      const found = [...broken, ...violations];
      if (found.length > 0) return { violations: found, replay: `npm run torture -- --seed ${seed} --rounds ${round}` };
    }
    return null;
  }
}

/** Whether this process may mount a small disk of its own. */
export function maySmallDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'juesuan-torture', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
