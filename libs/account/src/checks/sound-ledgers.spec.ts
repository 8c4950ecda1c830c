import fc from 'fast-check';
import { soundYears } from '../../testing/sound-years';
import { runChecks } from '.';

it('no sound ledger fails a check, however its parts round', () => {
  fc.assert(
    fc.property(soundYears, ({ evidence }) => {
      expect(runChecks(evidence).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
