import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { codeBookStream, importStream } from '@juesuan/read-store';
import fc from 'fast-check';

/** What was recorded in which stream, before it has a place. */
export interface Said {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
}

export const UNITS = ['301', '301001', '301002'];
export const YEAR = 2023;

/** Gives events their positions and revisions, as an event store does. */
export function recorded(said: readonly Said[]): StoredEvent[] {
  const revisions = new Map<string, number>();
  return said.map(({ stream, type, data }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const links = { recordedAt: '2023-01-01T00:00:00Z', hash: '', previousHash: '' };
    const by = { commandId: `c${index}`, fingerprint: '', actor: 'a' };
    const position = String(index + 1).padStart(16, '0');
    return {
      id: `${index}`,
      type,
      version: 1,
      data: data as never,
      metadata: by,
      position,
      stream,
      revision,
      ...links,
    };
  });
}

/** An event store that only reads, from a list that may grow. */
export function logOf(events: StoredEvent[]): EventStore & { read: number } {
  const log = {
    read: 0,
    count: async () => events.length,
    async *readAll(after: string | null, prefixes: readonly string[], size = 100) {
      for (let next = after === null ? 0 : Number(after); next < events.length; next += size) {
        const page = events.slice(next, next + size).filter(({ stream }) => prefixes.some((p) => stream.startsWith(p)));
        log.read += page.length;
        if (page.length > 0) yield page;
      }
    },
  };
  return log as unknown as EventStore & { read: number };
}

export const opening = (): Said[] =>
  UNITS.map((unit, index) => ({
    stream: budgetYearStream(unit, YEAR),
    type: 'FiscalYearOpened',
    data: {
      unitCode: unit,
      unitName: `单位${unit}`,
      parentCode: index === 0 ? null : '301',
      unitType: 'administrative',
      year: YEAR,
    },
  }));

const line = fc.record({
  fundSource: fc.constantFrom('generalPublic', 'governmentFund'),
  item: fc.constantFrom('2080199', '2101101'),
  kind: fc.constantFrom('basic', 'project'),
  project: fc.constantFrom('', '信息化“一期”|\\"\'', '信息化'),
});
const amount = fc.integer({ min: 1, max: 1e12 });
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2023-0${1 + (day % 9)}-${String(day).padStart(2, '0')}`);
const economicItem = fc.constantFrom(null, '30101', '30201');
const text = fc.constantFrom('', '追加', '人员经费\n“增资”\\', "it's");
const moved = { line, amount, documentNumber: text, date, purpose: text };
const paid = { line, amount, voucher: text, date, economicItem, summary: text };
const adjustmentId = fc.constantFrom('T1', 'T2');

const happenings: Record<string, fc.Arbitrary<object>> = {
  OriginalBudgetAllocated: fc.record({
    line,
    amount,
    economicItem,
    origin: fc.constantFrom('current', 'carryover'),
    date,
  }),
  BudgetSupplemented: fc.record(moved),
  BudgetCut: fc.record(moved),
  BudgetTransferredOut: fc.record(moved),
  BudgetTransferredIn: fc.record(moved),
  PaymentMade: fc.record(paid),
  PaymentRefunded: fc.record({ ...paid, originalVoucher: text }),
  PaymentReclassified: fc.record({ ...paid, originalVoucher: text, fromLine: line, fromEconomicItem: economicItem }),
  IncomeReceived: fc.record({ ...paid, fundSource: fc.constant('generalPublic'), item: fc.constant('2080199') }),
  IncomeReversed: fc.record({
    ...paid,
    originalVoucher: text,
    fundSource: fc.constant('generalPublic'),
    item: fc.constant('2080199'),
  }),
  VarianceReasonRecorded: fc.record({ item: fc.constantFrom('2080199', '2101101'), reason: text }),
  PriorYearAccountRecorded: fc.record({ document: fc.constantFrom('account', 'budget'), name: text, amount }),
  DisclosureRecorded: fc.record({ name: text, value: text, unit: text, note: text }),
  ExplanationRevised: fc.record({ key: text, text }),
  AdjustmentDrafted: fc.record({ ...moved, adjustmentId, entries: fc.constant([]) }),
  AdjustmentApproved: fc.record({ adjustmentId, comment: text }),
  AdjustmentApplied: fc.record({ adjustmentId }),
  FiscalYearClosed: fc.record({ date, chainHead: fc.constant(null) }),
  FiscalYearReopened: fc.record({ reason: text }),
};

const inYear: fc.Arbitrary<Said> = fc
  .tuple(
    fc.constantFrom(...UNITS),
    fc.oneof(...Object.entries(happenings).map(([type, data]) => fc.tuple(fc.constant(type), data))),
  )
  .map(([unit, [type, data]]) => ({ stream: budgetYearStream(unit, YEAR), type, data }));

const codesDefined: fc.Arbitrary<Said> = fc
  .array(fc.record({ code: fc.constantFrom('208', '20801'), name: text, from: fc.option(date), to: fc.option(date) }))
  .map((entries) => ({ stream: codeBookStream('functional'), type: 'CodesDefined', data: { entries } }));

const imported: fc.Arbitrary<Said> = fc
  .tuple(fc.constantFrom('a', 'b'), fc.boolean(), fc.subarray(UNITS))
  .map(([id, done, units]) => ({
    stream: importStream(id),
    type: done ? 'ImportCompleted' : 'ImportStarted',
    data: done ? {} : { units, year: YEAR, events: 1 },
  }));

/** What may stand in a log: three opened units, then anything on them, codes and imports in between. */
export const histories: fc.Arbitrary<StoredEvent[]> = fc
  .array(fc.oneof({ weight: 8, arbitrary: inYear }, codesDefined, imported), { maxLength: 120 })
  .map((said) => recorded([...opening(), ...said]));

/** So many payments of 1 分 … on the three units. */
export const payments = (count: number): Said[] =>
  Array.from({ length: count }, (_, index) => ({
    stream: budgetYearStream(UNITS[index % UNITS.length] ?? '', YEAR),
    type: 'PaymentMade',
    data: {
      line: { fundSource: 'generalPublic', item: '2080199', kind: 'basic', project: '' },
      amount: index + 1,
      voucher: `V${index}`,
      date: `2023-${String(1 + (index % 12)).padStart(2, '0')}-15`,
      economicItem: String(30101 + (index % 20)),
      summary: '',
    },
  }));
