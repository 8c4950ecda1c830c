import { setTimeout } from 'node:timers/promises';
import { CloseUnits, ImportYear, ListVersions, ReopenUnits } from '@juesuan/application';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const by = (commandId: string) => ({ commandId, actor: '会计', administrator: true });

describe('the versions of a year', () => {
  it('hold every import, closing and reopening by itself, however soon one follows the other', async () => {
    await withApplication(async ({ execute, ask }) => {
      const { '07-差异原因': reasons = [], ...rest } = SMALL_YEAR;
      const end = { date: '2023-12-31', dispositions: [] };
      const acts = [
        new ImportYear(folderOf(rest), 2023, '会计'),
        new ImportYear(folderOf({ '07-差异原因': reasons }), 2023, '会计'),
        new CloseUnits('500', 2023, end, by('close')),
        new ReopenUnits('500', 2023, { date: null, reason: '更正' }, by('reopen')),
        new CloseUnits('500', 2023, end, by('close again')),
      ];
      for (const act of acts) {
        await execute<unknown>(act);
        // An instant has milliseconds: what is done next is done later.
        await setTimeout(2);
      }
      const versions = (await ask(new ListVersions('500', 2023))).filter(({ kind }) => kind !== 'monthEnd');
      expect(versions.map(({ kind }) => kind)).toEqual(['closing', 'reopening', 'closing', 'import', 'import']);
      const [, , closing, second, first] = versions;
      // One of all the department's units, and one of all its rows.
      expect([closing?.events, second?.events]).toEqual([3, reasons.length - 1]);
      expect(first?.events).toBe(Object.values(rest).reduce((rows, file) => rows + file.length - 1, 0));
    });
  });
});
