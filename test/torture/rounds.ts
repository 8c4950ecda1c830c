import type { Home } from './department';
import type { Place } from './places';
import type { Jump, Kill, NoRoom, Plan } from './plan';
import { Random } from './random';
import type { Step } from './steps';
import type { Counted } from './tally';
import type { Workload } from './workload';

/** A round as the dice decide it: the processes, and under which names its faults are counted. */
export interface Round {
  readonly plans: readonly Plan[];
  readonly faults: readonly Counted[];
  /** To be called with the number of answers so far, whenever one came. */
  readonly disturb: (answers: number) => Promise<void>;
}

const FAULTS = { none: 60, noRoom: 12, jumps: 12, copies: 16 } as const;
/** Where something around the processes can go wrong it often does. */
const DISTURBED_PERCENT = 60;

/** The next round of a department: who asks what, and what goes wrong. What is `pending` is asked first. */
export function nextRound(random: Random, place: Place, workload: Workload, pending: readonly Step[]): Round {
  const { home } = place;
  const fault = random.weighted(FAULTS);
  const copies = fault === 'copies' ? 2 : 1;
  const plans = Array.from({ length: copies }, (_, copy): Plan => {
    const steps = random.between(10, 60);
    const asked = clientsOf(random, workload, steps);
    // Half of what goes wrong goes wrong in a process that is then killed; one without any other fault nearly always is.
    const kill = random.percent(fault === 'none' ? 95 : 50) ? someKill(random, steps) : null;
    return {
      ...home,
      clients: copy === 0 ? afterPending(pending, asked) : asked,
      kill,
      noRoom: fault === 'noRoom' ? someNoRoom(random, steps) : null,
      jumps: fault === 'jumps' ? someJumps(random, steps) : [],
      planted: null,
    };
  });
  const { counted, disturb } = someDisturbance(random, place);
  return { plans, faults: [...countedAs(fault, home), ...counted], disturb };
}

function someDisturbance(random: Random, { disturbances }: Place): { counted: Counted[]; disturb: Round['disturb'] } {
  const [first, ...others] = disturbances;
  if (!first || !random.percent(DISTURBED_PERCENT)) return { counted: [], disturb: () => Promise.resolve() };
  const { counted, happen } = random.pick([first, ...others]);
  const at = random.between(1, 20);
  // Dice of their own: when it happens depends on the processes, and the next round must not.
  const own = new Random(random.between(0, 1e9));
  const disturb = (answers: number) => (answers === at ? happen(own) : Promise.resolve());
  return { counted: [counted], disturb };
}

function countedAs(fault: keyof typeof FAULTS, { smallDisk }: Home): Counted[] {
  if (fault === 'jumps') return ['rounds with jumps of the clock'];
  if (fault === 'copies') return ['rounds with two processes on one file'];
  if (fault === 'noRoom')
    return [smallDisk ? 'rounds with a full disk (tmpfs)' : 'rounds with files that may not grow'];
  return [];
}

function clientsOf(random: Random, workload: Workload, steps: number): Step[][] {
  const clients: Step[][] = Array.from({ length: random.between(1, 4) }, () => []);
  for (let step = 0; step < steps; step++) clients[step % clients.length]?.push(workload.next());
  return clients;
}

const afterPending = (pending: readonly Step[], [first = [], ...others]: readonly (readonly Step[])[]) => [
  [...pending, ...first],
  ...others,
];

function someKill(random: Random, steps: number): Kill {
  const at = random.weighted({ call: 35, byte: 35, answer: 30 });
  if (at === 'call') return { at, count: random.between(1, steps) };
  if (at === 'byte') return { at, answers: random.between(0, steps >> 1), bytes: random.between(1, steps * 10_000) };
  return { at, count: random.between(1, steps), turns: random.between(0, 10_000_000) };
}

function someNoRoom(random: Random, steps: number): NoRoom {
  const from = random.between(0, steps >> 1);
  return { from, to: random.between(from + 1, steps - 1), spare: random.between(0, 40_000) };
}

const YEAR_S = 31_536_000;

const someJumps = (random: Random, steps: number): Jump[] =>
  Array.from({ length: random.between(1, 3) }, () => ({
    at: random.between(0, steps - 1),
    seconds: random.between(-2 * YEAR_S, 2 * YEAR_S),
  }));
