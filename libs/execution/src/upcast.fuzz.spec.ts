import fc from 'fast-check';
import type { BudgetYearEventType } from './events';
import { currentVersion, EVENT_SHAPES, read, UnknownEvent, type Upcaster, type Written } from './upcast';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000);
const types = Object.keys(EVENT_SHAPES) as BudgetYearEventType[];

describe('whatever a store gives back', () => {
  it(`is ${RUNS} times an event of a known type and version, or UnknownEvent, and never anything between`, () => {
    const type = fc.oneof(
      fc.constantFrom(...types),
      fc.constantFrom('__proto__', 'constructor', 'toString', ''),
      fc.string(),
    );
    const version = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.double(), fc.constant(Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(
        type,
        version,
        fc.json().map((text) => JSON.parse(text) as unknown),
        (name, number, data) => {
          const stored: Written = { type: name, version: number, position: '7', data, metadata: {} };
          const present = types.includes(name as BudgetYearEventType) ? currentVersion(name as BudgetYearEventType) : 0;
          // What older versions become is told by the golden files.
          fc.pre(number >= present || number < 1);
          const known = present > 0 && number === present;
          if (known) expect(read(stored)).toEqual({ type: name, data, by: {} });
          else expect(() => read(stored)).toThrow(UnknownEvent);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it(`goes ${RUNS} times through exactly the upcasters from its version on, in their order`, () => {
    const step =
      (number: number): Upcaster =>
      (data) => ({ ...data, through: [...(data['through'] as number[]), number] });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 7 }), (count, version) => {
        const shapes = { ...EVENT_SHAPES, SurplusUsed: Array.from({ length: count }, (_, index) => step(index + 1)) };
        const stored: Written = { type: 'SurplusUsed', version, position: '7', data: { through: [] }, metadata: {} };
        if (version > count + 1) return expect(() => read(stored, shapes)).toThrow(UnknownEvent);
        const through = Array.from({ length: count + 1 - version }, (_, index) => version + index);
        expect(read(stored, shapes).data).toEqual({ through });
      }),
      { numRuns: RUNS },
    );
  });
});
