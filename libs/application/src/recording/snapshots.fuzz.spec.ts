import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { type BudgetYear, budgetYearDecider } from '@juesuan/execution';
import type { ReadStore, Snapshot } from '@juesuan/read-store';
import fc from 'fast-check';
import { Snapshots } from './snapshots';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000);
const STREAM = 'budgetYear-301001.2023';
const REVISION = 6_000;

/** A log of which every event has a hash of its own, and a place for one snapshot. */
function stores(): { kept: Snapshot | undefined; readonly snapshots: Snapshots } {
  const place: { kept: Snapshot | undefined } = { kept: undefined };
  const readStream = async function* (_stream: string, from = 0) {
    if (from <= REVISION) yield [{ revision: from, position: `${from}`, hash: `hash-${from}` } as StoredEvent];
  };
  const readStore = {
    snapshot: () => Promise.resolve(place.kept),
    keepSnapshot: (snapshot: Snapshot) => Promise.resolve(void (place.kept = snapshot)),
  };
  const snapshots = new Snapshots({ readStream } as unknown as EventStore, readStore as unknown as ReadStore);
  return Object.assign(place, { snapshots });
}

function grown(): BudgetYear {
  const year = { ...budgetYearDecider({} as never).initial(), revision: REVISION };
  for (let index = 0; index < 200; index++)
    year.vouchers.set(`V${index}`, {
      fingerprint: `f${index}`,
      date: '2023-01-01',
      line: null,
      economicItem: '30201',
      remaining: index,
      movedTo: null,
    });
  return year;
}

const text = fc.string({ maxLength: 64 });
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** One thing about a kept snapshot that is no longer as it was written. */
const forgery = fc.oneof(
  fc.record({ what: fc.constant('body' as const), place, value: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ what: fc.constant('head' as const), place, value: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ what: fc.constantFrom('hash' as const, 'program' as const, 'digest' as const), place, value: text }),
  fc.record({ what: fc.constant('revision' as const), place, value: fc.integer({ min: 0, max: 2 * REVISION }) }),
  fc.record({ what: fc.constant('cut' as const), place, value: fc.constant(0) }),
);
type Forgery = typeof forgery extends fc.Arbitrary<infer F> ? F : never;

function forged(kept: Snapshot, { what, place: share, value }: Forgery): Snapshot {
  if (what === 'body') {
    const body = Uint8Array.from(kept.body);
    body[Math.floor(share * body.length)]! ^= value;
    return { ...kept, body };
  }
  if (what === 'cut') return { ...kept, body: kept.body.slice(0, Math.floor(share * kept.body.length)) };
  if (what !== 'head') return { ...kept, [what]: value };
  const at = Math.floor(share * kept.head.length);
  const changed = String.fromCharCode(kept.head.charCodeAt(at) ^ value);
  return { ...kept, head: `${kept.head.slice(0, at)}${changed}${kept.head.slice(at + 1)}` };
}

it(`${RUNS} snapshots with something else in them than was written are not believed`, async () => {
  const known = stores();
  await known.snapshots.leave(STREAM, grown(), 0);
  const { kept } = known;
  if (kept === undefined) throw new Error('nothing was kept');
  expect((await known.snapshots.find(STREAM))?.year.revision).toBe(REVISION);
  await fc.assert(
    fc.asyncProperty(forgery, async (one) => {
      known.kept = forged(kept, one);
      fc.pre(JSON.stringify(known.kept) !== JSON.stringify(kept));
      expect(await known.snapshots.find(STREAM)).toBeNull();
    }),
    { numRuns: RUNS },
  );
});
