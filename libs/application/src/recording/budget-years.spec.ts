import type { EventStore } from '@juesuan/event-store';
import type { BudgetYearCommand } from '@juesuan/execution';
import { BudgetYears } from './budget-years';
import type { CodeBooks } from '../codes/code-books';
import { LoadedYears } from './loaded-years';
import type { Snapshots } from './snapshots';

const OPENING: BudgetYearCommand = {
  type: 'OpenFiscalYear',
  data: { unitCode: '1', unitName: '局', parentCode: null, unitType: 'administrative', year: 2023 },
  by: { commandId: 'open', fingerprint: 'open', actor: 'officer', administrator: false },
};

describe('a year lent to an import', () => {
  it('is not lent while a command on it is being appended, which would evolve it in the hands of the import', async () => {
    let [begin, finish] = [(): void => undefined, (): void => undefined];
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const append = async () => (begin(), await finished, { position: '1' });
    const events = { append, readStream: async function* () {} } as unknown as EventStore;
    const snapshots = { find: async () => null, leave: async () => -1 } as unknown as Snapshots;
    const books = { load: () => Promise.resolve({}) } as unknown as CodeBooks;
    const years = new BudgetYears(events, books, new LoadedYears(events, snapshots));
    const handled = years.handle('1', 2023, OPENING);
    await begun;
    const lent = years.take('1', 2023).then(({ year }) => ({ year, revision: year.revision }));
    await new Promise(setImmediate);
    finish();
    await handled;
    const { year, revision } = await lent;
    expect([revision, year.revision]).toEqual([0, 0]);
  });
});
