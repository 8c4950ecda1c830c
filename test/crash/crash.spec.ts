import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ImportYear, Rebuild, ReportAccount, VerifyLog } from '@juesuan/application';
import { startApplication, withApplication } from '../support/application';
import { writeYear } from '../bench/year';

const PAYMENTS = 3000;
/** Rounds on each side of the acknowledgement. */
const ROUNDS = 6;
const STEPS = ['started', 'imported'] as const;
const CHILD = join(__dirname, 'import-child.ts');
const REGISTER = join(__dirname, '..', 'support', 'register.cjs');

/** What the child says at the start of its work and when its import is acknowledged. */
type Step = (typeof STEPS)[number];

/** So many milliseconds after the child said a step it is killed. */
interface Kill {
  readonly after: Step;
  readonly wait: number;
}

interface Ended {
  readonly acknowledged: boolean;
  /** False where the child came to its end before the kill. */
  readonly killed: boolean;
  /** Milliseconds of the import, and of what the child did after it. */
  readonly took: Readonly<Record<Step, number>>;
}

/** Runs the child and kills it at a moment (null: never); a moment after its acknowledgement is counted from there, however slow the machine. */
function importInChild(db: string, folder: string, kill: Kill | null): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', REGISTER, CHILD, db, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const at = new Map<Step, number>();
    createInterface(child.stdout).on('line', (line) => {
      const step = STEPS.find((one) => line.startsWith(one));
      if (step === undefined) return;
      at.set(step, performance.now());
      if (kill?.after === step) setTimeout(() => child.kill('SIGKILL'), kill.wait);
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      const [started = NaN, imported = NaN] = STEPS.map((step) => at.get(step));
      const took = { started: imported - started, imported: performance.now() - imported };
      resolve({ acknowledged: at.has('imported'), killed: signal === 'SIGKILL', took });
    });
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
    const killed: boolean[] = [];
    for (const after of STEPS)
      for (let round = 0; round < ROUNDS; round++) {
        const db = join(folder, `${after}-${round}.db`);
        const ended = await importInChild(db, input, { after, wait: (took[after] * (round + 0.5)) / ROUNDS });
        if (ended.killed) killed.push(ended.acknowledged);
        await expectWhole(db, ended.acknowledged, expected);
      }
    // Kills that only met one side would say nothing of the other.
    expect(new Set(killed)).toEqual(new Set([false, true]));
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
