import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, Rebuild, ReportAccount, VerifyLog } from '@juesuan/application';
import { startApplication, withApplication } from '../support/application';
import { writeYear } from '../bench/year';

const PAYMENTS = 3000;
const ROUNDS = 12;
const CHILD = join(__dirname, 'import-child.ts');
const REGISTER = join(__dirname, '..', 'support', 'register.cjs');

/** Runs the child and kills it so many milliseconds after it has started working (null: never); answers what it said. */
function importInChild(
  db: string,
  folder: string,
  killAfter: number | null,
): Promise<{ said: string[]; took: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', REGISTER, CHILD, db, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let began = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (began > 0) return;
      began = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('error', reject);
    child.on('close', () => resolve({ said: said.split('\n'), took: performance.now() - began }));
  });
}

const QUERY = new ReportAccount({ unit: '900001', year: 2023 }, 'standard');

describe('kill -9 at any moment of an import, its append and its projection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-crash-'));
  const input = writeYear(join(folder, 'input'), PAYMENTS);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loses nothing acknowledged, doubles nothing, and leaves all of an import or none', async () => {
    const expected = await withApplication(async ({ execute, ask }) => {
      await execute(new ImportYear(input, 2023, 'child'));
      return (await ask(QUERY)).json.tables;
    });
    const { took } = await importInChild(join(folder, 'whole.db'), input, null);
    for (let round = 0; round < ROUNDS; round++) {
      const db = join(folder, `${round}.db`);
      const { said } = await importInChild(db, input, (took * (round + 0.5)) / ROUNDS);
      await expectWhole(
        db,
        said.some((line) => line.startsWith('imported')),
        expected,
      );
    }
  }, 180_000);

  async function expectWhole(db: string, acknowledged: boolean, expected: unknown): Promise<void> {
    const { execute, ask, close } = await startApplication(db);
    try {
      const { damage } = await ask(new VerifyLog());
      expect(damage).toBeNull();
      const again = await execute(new ImportYear(input, 2023, 'child'));
      expect([0, PAYMENTS + 6]).toContain(again.recorded);
      if (acknowledged) expect(again.recorded).toBe(0);
      expect((await ask(QUERY)).json.tables).toEqual(expected);
      expect((await execute(new Rebuild())).differences).toEqual([]);
      expect((await ask(QUERY)).json.tables).toEqual(expected);
    } finally {
      await close();
    }
  }
});
