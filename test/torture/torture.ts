import { Department } from './department';
import { type Place, Places } from './places';
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

/** Round after round on department after department, until a limit is met or something is found wrong. */
export class Torture {
  readonly tally = new Tally();
  private readonly places: Places;
  private readonly processes = new Processes();
  private until: number;

  constructor(
    readonly limits: Limits,
    withSmallDisk = false,
    private readonly onRound: () => void = () => undefined,
  ) {
    this.places = new Places(withSmallDisk);
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
      await this.places.end();
    }
  }

  /** Ends with the round that is under way. */
  stop(): void {
    this.until = 0;
  }

  private isOver(): boolean {
    const { rounds, kills } = this.limits;
    return this.tally.of('rounds') >= rounds || this.tally.of('kill rounds') >= kills || performance.now() > this.until;
  }

  private async live(seed: number): Promise<Failure | null> {
    const place = await this.places.place(seed);
    try {
      return await this.rounds(seed, place);
    } finally {
      await place.leave();
    }
  }

  private async rounds(seed: number, place: Place): Promise<Failure | null> {
    const random = new Random(seed);
    const department = new Department(place.home, this.processes.run, this.tally);
    const workload = new Workload(random, 'w');
    await department.open();
    for (let round = 1; round <= ROUNDS_EACH && (round === 1 || !this.isOver()); round++) {
      const next = nextRound(random, place, workload, department.ledger.pending());
      for (const fault of next.faults) this.tally.add(fault);
      const broken = await department.round(next.plans, next.disturb);
      await place.calm();
      const { violations } = await department.check(round % 4 === 0);
      this.onRound();
      const found = [...broken, ...violations];
      if (found.length > 0) return { violations: found, replay: `npm run torture -- --seed ${seed} --rounds ${round}` };
    }
    return null;
  }
}
