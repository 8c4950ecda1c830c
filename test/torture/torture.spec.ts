import { Torture } from './torture';

/** One whose first rounds bring kills, files that may not grow, jumps of the clock and two processes at once. */
const SEED = 1;
const ROUNDS = 4;

it(`survives ${ROUNDS} rounds of faults as the model says it must`, async () => {
  const torture = new Torture({ seed: SEED, rounds: ROUNDS, kills: Infinity, seconds: Infinity });
  expect(await torture.run()).toBeNull();
  const counted = (['kill rounds', '— of them recorded', 'steps refused', 'steps acknowledged again'] as const).map(
    (what) => torture.tally.of(what),
  );
  expect(counted.every((count) => count > 0)).toBe(true);
});
