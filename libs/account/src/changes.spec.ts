import fc from 'fast-check';
import { accountOfEvents } from '../testing/account-of-events';
import { budgeted, line } from '../testing/events';
import { FACES, live } from '../testing/lives';
import { tableOf } from './account';
import { compareAccounts, type Moved } from './changes';
import { STATEMENTS } from './tables';

const throws = fc.array(fc.tuple(...FACES.map((sides) => fc.nat(sides - 1))), { maxLength: 70, size: 'max' });
const revisionOf = (event: string): number => Number(event.split('@')[1]);

it('tells every difference between two moments of a year, and the events in between that made it', () => {
  let told = 0;
  fc.assert(
    fc.property(throws, fc.nat(), fc.nat(), (thrown, one, other) => {
      const { events } = live('1', thrown);
      const [first, second] = [1 + (one % events.length), 1 + (other % events.length)];
      const [before, after] = [first, second].map((end) => accountOfEvents({ '1': events.slice(0, end) }));
      if (!before || !after) throw new RangeError('two accounts');
      const [shorter, longer, sign] = first < second ? [before, after, 1] : [after, before, -1];
      const moved = longer.entries.slice(shorter.entries.length).map((entry) => ({ entry, sign }) as Moved);
      const { cells, items } = compareAccounts(before.account, after.account, moved);
      const between = (event: string): boolean =>
        revisionOf(event) >= Math.min(first, second) && revisionOf(event) < Math.max(first, second);

      const changed = new Map(cells.map((cell) => [`${cell.table} ${cell.row} ${cell.column}`, cell]));
      expect(changed.size).toBe(cells.length);
      for (const id of STATEMENTS.keys()) {
        const [was, is] = [tableOf(before.account, id), tableOf(after.account, id)];
        for (const row of new Set([...was.byKey.keys(), ...is.byKey.keys()])) {
          for (let column = 0; column < was.columns; column++) {
            const [from, to] = [was.byKey.get(row)?.[column] ?? 0, is.byKey.get(row)?.[column] ?? 0];
            const cell = changed.get(`${id} ${row} ${column}`);
            expect([id, row, column, cell?.before ?? from, cell?.after ?? from]).toEqual([id, row, column, from, to]);
          }
        }
      }
      for (const { events: of } of [...cells, ...items.flatMap(({ drivers }) => drivers)]) {
        expect(of.length).toBeGreaterThan(0);
        expect(of.every(between)).toBe(true);
        told += 1;
      }
      const known = new Map(after.account.items.map((item) => [item.code, item]));
      for (const { code, original, actual, drivers } of items) {
        const item = known.get(code);
        expect([original.after, actual.after]).toEqual([item?.original ?? 0, item?.actual ?? 0]);
        for (const { kind, purpose, after: fen } of item ? drivers : []) {
          const driver = item?.drivers.find((each) => each.kind === kind && each.purpose === purpose);
          expect([kind, purpose, driver?.fen ?? 0]).toEqual([kind, purpose, fen]);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(30);
});

it('a transfer that one unit plans moves the income of another in the department’s budget, and is told there', () => {
  const receipt = budgeted(line('2080101', 'basic', 'superior'), '40');
  const grant = budgeted(line('2080101', 'toAffiliated', 'institutional'), '40');
  const before = accountOfEvents({ '1': [...live('1', []).events], '2': [...live('2', []).events, receipt] });
  const after = accountOfEvents({ '1': [...live('1', []).events, grant], '2': [...live('2', []).events, receipt] });
  const [entry] = after.entries.filter(({ kind }) => kind === 'toAffiliated');
  const moved = entry ? [{ entry, sign: 1 } as Moved] : [];
  const { cells } = compareAccounts(before.account, after.account, moved);
  const income = cells.find(({ table, row }) => table === 'Y01' && row === 'in.superior');
  expect(income).toMatchObject({ before: 40_000_000, after: 0, events: [expect.stringMatching(/^1\.2023@/)] });
});
