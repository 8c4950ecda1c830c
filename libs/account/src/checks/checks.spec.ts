import expected from '../../testing/checks.json';
import { bareYear, budgetYear, emptyYear, sampleYear } from '../../testing/sample-year';
import { misprint } from '../../testing/damage';
import { CHECKS, hasFailed, runChecks } from '.';

describe('the list of checks', () => {
  it('is that of checks.json, word for word, each once and in order', () => {
    const listed = CHECKS.map(({ id, scope, formula, tolerance, severity }) => ({
      id,
      scope,
      formula,
      tolerance,
      severity,
    }));
    expect(listed).toEqual(expected);
  });

  it('holds from end to end on a sound department', () => {
    expect(runChecks(sampleYear()).filter(({ ok }) => ok !== true)).toEqual([]);
  });

  it.each([
    ['a sound department', sampleYear],
    ['an account with nothing beside it', bareYear],
    ['a budget that nothing was paid from', budgetYear],
    ['a unit of which nothing is known', emptyYear],
  ])('answers every check in one sentence: %s', (_, year) => {
    for (const { id, ok, left, right, says } of runChecks(year())) {
      expect(`${id} ${says}`).toMatch(/^[ABD]\d\d [^。]+。$/);
      expect([left === null, right === null]).toEqual([ok === null, ok === null]);
      if (ok === null) expect(says).toMatch(/^未核对：/);
    }
  });
});

describe('hasFailed', () => {
  it('is for errors: a failed error counts', () => {
    const results = runChecks(misprint('01', 'in.other', 0, '1.00')(sampleYear()));
    expect(results.find(({ id }) => id === 'A01')).toMatchObject({ ok: false, outcome: 'failed', severity: 'error' });
    expect(hasFailed(results)).toBe(true);
  });

  it('lets a failed warning pass', () => {
    const warned = runChecks(sampleYear()).map((result) => (result.id === 'A25' ? { ...result, ok: false } : result));
    expect(warned.find(({ id }) => id === 'A25')?.severity).toBe('warn');
    expect(hasFailed(warned)).toBe(false);
  });

  it('lets what was not run pass', () => {
    expect(hasFailed(runChecks(bareYear()))).toBe(false);
  });
});
