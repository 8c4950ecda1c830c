import { setTimeout } from 'node:timers/promises';
import { CloseUnits, ImportYear, ListVersions, ReopenUnits } from '@juesuan/application';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const DAY_MS = 86_400_000;
/** Only the clock is set. */
const TIMERS = [
  'nextTick',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'queueMicrotask',
  'performance',
  'hrtime',
] as const;

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

  it('come in the order in which they were recorded, where the clock was set back between', async () => {
    await withApplication(async ({ execute, ask }) => {
      await execute<unknown>(new ImportYear(folderOf(SMALL_YEAR), 2023, '会计'));
      await setTimeout(2);
      const [imported] = await ask(new ListVersions('500', 2023));
      jest.useFakeTimers({ doNotFake: [...TIMERS], now: Date.now() - DAY_MS });
      try {
        await execute<unknown>(new CloseUnits('500', 2023, { date: '2023-12-31', dispositions: [] }, by('close')));
      } finally {
        jest.useRealTimers();
      }
      const [closing, second] = await ask(new ListVersions('500', 2023));
      expect([closing?.kind, second]).toEqual(['closing', imported]);
      // What was known by then is the whole year up to its closing; when it was closed stands as the clock said.
      expect(closing?.moment.knownAt).toBe(imported?.moment.knownAt);
      expect(Date.parse(closing?.recordedAt ?? '')).toBeLessThan(Date.now() - DAY_MS / 2);
    });
  });
});
