import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { books } from '../testing/books';
import { FACES, live, type Throw } from '../testing/dice';
import { available, type BudgetYear, finalBudget, type LineTotals, unspent } from './budget-year';
import { budgetYearDecider } from '.';
import type { BudgetYearEventType, RecordedEvent } from './events';
import { packYear, unpackYear } from './packed-year';
import { currentVersion, EVENT_SHAPES, read, type Written } from './upcast';

const amount = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -1, max: 600 }) },
  { weight: 1, arbitrary: fc.constantFrom(4.5e15, 8.9e15, 8.999999999999999e15, 9e15, 0.5) },
);
const thrown: fc.Arbitrary<Throw> = fc.record({
  verb: fc.nat(FACES - 1),
  line: fc.nat(3),
  other: fc.nat(3),
  amount,
  voucher: fc.nat(40),
  original: fc.nat(9),
  id: fc.nat(30),
});
const years = fc.array(thrown, { maxLength: 80, size: 'max' });
const RUNS = { numRuns: 250 };
const goldenEvents = JSON.parse(
  readFileSync(join(__dirname, '..', 'testing', 'golden-events', 'v1.json'), 'utf8'),
) as readonly Written[];

const decider = budgetYearDecider(books);
const replay = (events: readonly RecordedEvent[]): BudgetYear =>
  events.reduce((year, event) => decider.evolve(year, event), decider.initial());

function repacked(year: BudgetYear): BudgetYear {
  const packing = packYear(year);
  for (;;) {
    const { done, value } = packing.next();
    if (done) return unpackYear(value);
  }
}

/** What does not hold of a year though it must at any moment, whatever was asked; empty when all is well. */
function complaintsOf(year: BudgetYear): string[] {
  const lines = [...year.lines.values()];
  const held = [...year.freezes.values()].map(({ remaining }) => remaining);
  const sum = (amounts: readonly number[]): bigint => amounts.reduce((total, each) => total + BigInt(each), 0n);
  const originals = [...year.booked].filter(([key]) => key.startsWith('original ')).map(([, { amount }]) => amount);
  const standing = sum([...year.vouchers].map(([, { remaining }]) => remaining));
  return [
    ...lines.flatMap((line) => lineComplaints(line, year.closed)),
    ...(held.some((remaining) => remaining < 0) ? ['a freeze holds less than nothing'] : []),
    ...([...year.incomes.values()].some(({ remaining }) => remaining < 0) ? ['an income is less than nothing'] : []),
    ...([...year.booked.values()].some(({ amount }) => amount < 0) ? ['more was taken back than was booked'] : []),
    ...(sum(originals) === sum(lines.map(({ original }) => original)) ? [] : ['initial budgets are not their lines’']),
    ...(sum(held) === sum(lines.map(({ frozen }) => frozen)) ? [] : ['freezes are not what their lines have frozen']),
    ...(standing === sum(lines.map(({ paid }) => paid)) ? [] : ['vouchers are not what their lines have paid']),
  ];
}

function lineComplaints(line: LineTotals, closed: boolean): string[] {
  const amounts = Object.entries(line).filter((each): each is [string, number] => typeof each[1] === 'number');
  const wrong = amounts.filter(([name, each]) => !Number.isSafeInteger(each) || (each < 0 && name !== 'virement'));
  const spent = line.paid + line.carriedOut + line.surplus;
  return [
    ...wrong.map(([name, each]) => `${name} is ${each}`),
    ...(available(line) >= 0 ? [] : [`available is ${available(line)}`]),
    ...(finalBudget(line) === unspent(line) + spent ? [] : ['final budget is not what is spent and unspent']),
    ...(closed && unspent(line) !== 0 ? ['closed over unspent quota'] : []),
    ...(!closed && line.carriedOut + line.surplus !== 0 ? ['open, and something is carried out'] : []),
  ];
}

describe('three hundred lives', () => {
  const lives = fc.sample(years, { numRuns: 300, seed: 2023 }).map((throws) => live(throws));
  const happened = lives.flatMap(({ events }) => events);

  it('reach every fact and most refusals', () => {
    const types = new Set(happened.map(({ type }) => type));
    expect(Object.keys(EVENT_SHAPES).filter((type) => !types.has(type as BudgetYearEventType))).toEqual([]);
    expect(new Set(lives.flatMap(({ refused }) => refused.map(({ code }) => code))).size).toBeGreaterThan(24);
  });

  it('record facts of just the fields that their golden examples have: other fields need another version', () => {
    const golden = new Map(
      goldenEvents.map(({ type, version, data }) => [`${type} ${version}`, Object.keys(data as object).sort()]),
    );
    const fields = new Map<string, Set<string>>();
    for (const { type, data } of happened) {
      const key = `${type} ${currentVersion(type)}`;
      for (const field of Object.keys(data)) fields.set(key, (fields.get(key) ?? new Set()).add(field));
    }
    for (const [key, own] of fields) expect([key, [...own].sort()]).toEqual([key, golden.get(key)]);
  });
});

describe('whatever is asked, in whatever order', () => {
  it('no line’s available quota is ever negative, and vouchers and freezes add up to their lines', () => {
    fc.assert(
      fc.property(years, (throws) => {
        const complaints: string[] = [];
        const { year } = live(throws, (before, decide) => {
          complaints.push(...complaintsOf(before));
          decide();
        });
        expect([...complaints, ...complaintsOf(year)]).toEqual([]);
      }),
      RUNS,
    );
  });

  it('deciding never touches the year, and what was decided is never changed by what follows', () => {
    fc.assert(
      fc.property(years, (throws) => {
        const copies: RecordedEvent[] = [];
        const { events } = live(throws, (year, decide) => {
          const before = structuredClone(year);
          copies.push(...structuredClone([...decide()]));
          expect(year).toEqual(before);
        });
        expect(events).toEqual(copies);
      }),
      { numRuns: 100 },
    );
  });

  it('replaying what was recorded, as JSON gives it back, makes the same year', () => {
    fc.assert(
      fc.property(years, (throws) => {
        const { year, events } = live(throws);
        const stored = events.map(({ type, data, by }, index): Written => {
          const written = { type, version: 1, position: `${index}`, data, metadata: by };
          return JSON.parse(JSON.stringify(written)) as Written;
        });
        expect(replay(stored.map((each) => read(each)))).toEqual(year);
      }),
      RUNS,
    );
  });

  it('a year that is packed and unpacked on its way is lived as if it never were', () => {
    const plain = (year: BudgetYear) => ({
      ...year,
      vouchers: new Map(year.vouchers),
      commands: new Map(year.commands),
    });
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 9 }), (throws, every) => {
        let commands = 0;
        const once = live(throws);
        const carried = live(throws, undefined, (year) => (++commands % every === 0 ? repacked(year) : year));
        expect(carried.events).toEqual(once.events);
        expect(carried.refused.map(({ message }) => message)).toEqual(once.refused.map(({ message }) => message));
        expect(plain(carried.year)).toEqual(plain(once.year));
      }),
      RUNS,
    );
  });

  it('the year remembers the id of every command, with all of its events', () => {
    fc.assert(
      fc.property(years, (throws) => {
        const once = live(throws);
        const asked = new Set(once.events.map(({ by }) => by.commandId));
        expect(new Set([...once.year.commands].map(([id]) => id))).toEqual(asked);
        const counted = [...once.year.commands].reduce((sum, [, { first, last }]) => sum + last - first + 1, 0);
        expect(counted).toBe(once.events.length);
      }),
      RUNS,
    );
  });

  it('a virement in one decision sums to zero', () => {
    fc.assert(
      fc.property(years, (throws) => {
        const halves = new Map<string, number[]>();
        for (const { type, data, by } of live(throws).events) {
          if (type !== 'BudgetTransferredIn' && type !== 'BudgetTransferredOut') continue;
          const signed = type === 'BudgetTransferredIn' ? data.amount : -data.amount;
          halves.set(by.commandId, [...(halves.get(by.commandId) ?? []), signed]);
        }
        // One half alone has its other half in another unit.
        const whole = [...halves.values()].filter((amounts) => amounts.length > 1);
        for (const amounts of whole) expect(amounts.reduce((sum, each) => sum + each)).toBe(0);
      }),
      RUNS,
    );
  });

  it('a refusal is a sentence with the figures in 元, never a crash', () => {
    fc.assert(
      fc.property(years, (throws) => {
        const messages = live(throws).refused.map(({ message }) => message);
        const sentence = /^(?!.*(undefined|null|NaN|\[object)).*[一-鿿].*。/s;
        expect(messages.filter((message) => !sentence.test(message))).toEqual([]);
      }),
      RUNS,
    );
  });
});
