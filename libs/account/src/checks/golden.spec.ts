import { answerOf, type Fault } from '../../testing/damage';
import { BETWEEN } from '../../testing/faults/between';
import { INSIDE } from '../../testing/faults/inside';
import { OF_LEDGER } from '../../testing/faults/ledger';
import { NO_FAULTS } from '../../testing/faults/none';
import { expectGolden } from '../../testing/golden';
import { bareYear, budgetYear, emptyYear, sampleYear } from '../../testing/sample-year';
import { type Answer, CHECKS } from '.';

const FAULTS: readonly Fault[] = [...INSIDE, ...BETWEEN, ...OF_LEDGER];
const OUTCOMES = { held: '成立', tail: '尾数差', failed: '不成立' } as const;

const told = (id: string, answer: Answer): string => {
  if (answer.outcome === 'notRun') return `${id} ${answer.says}`;
  const { outcome, left, right, says } = answer;
  return `${id} ${OUTCOMES[outcome]} ${left} ｜ ${right} ${says}`;
};

const answers = (faults: readonly Fault[]): string[] =>
  faults.flatMap(([id, where, damage]) => [`# ${where}`, told(id, answerOf(id, damage(sampleYear()))), '']);

describe('every planted fault', () => {
  it.each(FAULTS)('%s fails where %s', (id, _, damage) => {
    expect(answerOf(id, sampleYear()).outcome).toBe('held');
    expect(answerOf(id, damage(sampleYear())).outcome).toBe('failed');
  });

  it('is told with both sides, where to look and what to do', () => expectGolden('faults', answers(FAULTS)));

  it('is one of every check that can fail', () => {
    const planted = new Set(FAULTS.map(([id]) => id));
    const never = CHECKS.flatMap(({ id }) => (planted.has(id) ? [] : [id]));
    expect(never).toEqual(['B19']);
  });
});

it('nothing fails that is no fault, or that nobody can look into', () => {
  const failed = NO_FAULTS.filter(([id, , damage]) => answerOf(id, damage(sampleYear())).outcome === 'failed');
  expect(failed).toEqual([]);
  expectGolden('no-faults', answers(NO_FAULTS));
});

describe('what every check says', () => {
  it.each([
    ['sound', 'of a sound department', sampleYear],
    ['bare', 'of an account with nothing beside it', bareYear],
    ['budget', 'of a budget that nothing was paid from', budgetYear],
    ['empty', 'of a unit of which nothing is known', emptyYear],
  ])('%s: %s', (name, _, year) =>
    expectGolden(
      name,
      CHECKS.map(({ id, run }) => told(id, run(year()))),
    ),
  );
});
