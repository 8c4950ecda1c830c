import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BudgetYearEventType, RecordedEvent } from './events';
import { currentVersion, EVENT_SHAPES, read, UnknownEvent, type Upcaster, type Written } from './upcast';
import { budgetYearDecider } from '.';
import { books } from '../testing/books';

interface Golden {
  readonly type: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const FOLDER = join(__dirname, '..', 'testing', 'golden-events');
const golden = readdirSync(FOLDER).flatMap(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Golden[],
);
const at = (stored: Golden): Written => ({ ...stored, position: '42' });
const types = Object.keys(EVENT_SHAPES) as BudgetYearEventType[];

describe('events as they were ever written', () => {
  it.each(types)('%s has a golden example of every version, up to the present one', (type) => {
    const versions = golden.filter((each) => each.type === type).map(({ version }) => version);
    const all = Array.from({ length: currentVersion(type) }, (_, index) => index + 1);
    expect(versions.sort()).toEqual(all);
  });

  it('are all of types that are still known', () => {
    expect(golden.filter(({ type }) => !types.includes(type as BudgetYearEventType))).toEqual([]);
  });

  it.each(golden.filter(({ type, version }) => version === EVENT_SHAPES[type as BudgetYearEventType].length + 1))(
    '$type of the present version is read as it stands',
    (stored) => {
      expect(read(at(stored))).toEqual({ type: stored.type, data: stored.data, by: stored.metadata });
    },
  );

  it('fold into a year, whichever version they were written in', () => {
    const decider = budgetYearDecider(books);
    const year = golden
      .map((stored) => read(at(stored)))
      .reduce((state, event) => decider.evolve(state, event), decider.initial());
    expect(year.revision).toBe(golden.length - 1);
    expect(year.opened).toMatchObject({ unitCode: '301001', year: 2023 });
    expect([...year.lines.values()]).toEqual([
      expect.objectContaining({
        original: 95_000,
        supplemented: 20_000,
        cut: 1_000,
        virement: -500,
        paid: 25_000,
        frozen: 0,
      }),
      expect.objectContaining({ carriedIn: 700, virement: 500, recalled: 200 }),
    ]);
    expect(year.vouchers.get('000001')).toMatchObject({ remaining: 0, movedTo: '000003' });
    expect(year.incomes.get('000004')).toMatchObject({ remaining: 400_000 });
    expect(year.alerts.get('behind-time:301001')).toMatchObject({ answeredBy: ['王会计'], settled: 'reply' });
    expect(year.adjustments.get('T-1')).toMatchObject({ status: 'applied', draftedBy: '王会计' });
  });
});

describe('a shape that has changed', () => {
  const inFen: Upcaster = ({ yuan, ...rest }) => ({ ...rest, amount: Number(yuan) * 100 });
  const withNote: Upcaster = (data) => ({ ...data, purpose: '' });
  const shapes = { ...EVENT_SHAPES, SurplusUsed: [inFen, withNote] };
  const written = (version: number, data: Golden['data']): Written => ({
    type: 'SurplusUsed',
    version,
    position: '7',
    data,
    metadata: { commandId: 'C-1', fingerprint: 'f', actor: '王会计' },
  });
  const present: RecordedEvent = {
    type: 'SurplusUsed',
    data: { date: '2023-12-31', amount: 1200, purpose: '' },
    by: { commandId: 'C-1', fingerprint: 'f', actor: '王会计' },
  };

  it.each([
    [1, { date: '2023-12-31', yuan: '12' }],
    [2, { date: '2023-12-31', amount: 1200 }],
    [3, { date: '2023-12-31', amount: 1200, purpose: '' }],
  ])('is read from version %d on', (version, data) => {
    const before = JSON.stringify(data);
    expect(read(written(version, data), shapes)).toEqual(present);
    expect(JSON.stringify(data)).toBe(before);
  });

  it('is written in its present version', () => {
    expect(currentVersion('SurplusUsed', shapes)).toBe(3);
    expect(currentVersion('SurplusUsed')).toBe(1);
  });

  it.each([4, 0, -1, 1.5, Number.NaN])('in version %d stops the reader', (version) => {
    expect(() => read(written(version, {}), shapes)).toThrow(UnknownEvent);
  });
});

describe('an event this program does not know', () => {
  it.each(['QuotaBorrowed', 'constructor', 'toString', '__proto__', ''])('stops the reader: “%s”', (type) => {
    const unknown = { type, version: 1, position: '42', data: {}, metadata: {} };
    expect(() => read(unknown)).toThrow(UnknownEvent);
    expect(() => read(unknown)).toThrow(/位置 42.*升级/);
  });

  it('of a later version stops the reader, which says where and what', () => {
    expect(() => read({ type: 'PaymentMade', version: 2, position: '42', data: {}, metadata: {} })).toThrow(
      '事件 PaymentMade（第 2 版）不认识，位置 42',
    );
  });
});
