import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Department } from './department';
import type { Plan } from './plan';
import { PLANTED, type PlantedFault } from './planted';
import { runHere } from './processes';
import { Random } from './random';
import { LINES, type Step, UNITS } from './steps';
import { Tally } from './tally';
import type { Violation } from './violation';
import { Workload } from './workload';

const STEPS = 50;
let folder: string;
let opened: Department;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-planted-'));
  opened = departmentAt('opened.db');
  await opened.open();
});
afterAll(() => rmSync(folder, { recursive: true }));

const departmentAt = (file: string): Department =>
  new Department({ db: join(folder, file), stores: {}, scratch: folder, smallDisk: false }, runHere, new Tally());

/** What is found in a department on which one client worked while the fault was there. */
async function found(planted: PlantedFault | null): Promise<Violation['finds'][]> {
  const department = departmentAt(`${planted}.db`);
  copyFileSync(opened.home.db, department.home.db);
  for (const { step, answers } of opened.ledger.all()) {
    department.ledger.sent(step);
    for (const answer of answers) department.ledger.answered(step, answer);
  }
  const workload = new Workload(new Random(7), 'planted');
  const steps = [...Array.from({ length: STEPS }, () => workload.next()), ABOVE_ALL];
  const plan: Plan = { ...department.home, clients: [steps], kill: null, noRoom: null, jumps: [], planted };
  expect(await department.round([plan])).toEqual([]);
  const { violations } = await department.check(false);
  return [...new Set(violations.map(({ finds }) => finds))];
}

/** What no line can pay. */
const ABOVE_ALL: Step = {
  id: 'above all',
  does: 'order',
  unit: UNITS[0],
  order: {
    type: 'MakePayment',
    data: { voucher: 'A', date: '2023-05-05', summary: '', line: LINES[0], economicItem: '30201', amount: 900_000_000 },
  },
};

const FINDS: Readonly<Record<PlantedFault, Violation['finds']>> = {
  'loses an acknowledged event': 'lost',
  'records an event twice': 'doubled',
  'records another amount': 'recorded otherwise',
  'records half of a virement': 'half recorded',
  'records what it refused': 'refused but recorded',
  'pays what is not there': 'overdrawn',
  'records what nobody asked for': 'not asked for',
  'answers a repetition with other events': 'answered otherwise',
  'skips an event in the projection': 'account is not the model',
  'changes a balance': 'account is not the model',
  'changes an event of the log': 'chain is broken',
};

describe('a system that', () => {
  it.each(Object.keys(PLANTED) as PlantedFault[])('%s is found out', async (planted) => {
    expect(await found(planted)).toContain(FINDS[planted]);
  });
});

it('a sound system is found sound', async () => {
  expect(await found(null)).toEqual([]);
});
