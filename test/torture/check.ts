import { EVENT_STORE, Rebuild, VerifyLog } from '@juesuan/application';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import type { TestApplication } from '../support/application';
import { accountAgainst } from './check-account';
import { Books, type Expected, expectedOf } from './books';
import type { Fate, Ledger } from './ledger';
import type { Violation } from './violation';
import { DEPARTMENT, type Step, UNITS, YEAR } from './steps';

export interface Checked {
  readonly violations: readonly Violation[];
  readonly events: number;
}

/**
 * Compares all that is there with what a model makes of the commands alone: nothing acknowledged is lost, nothing is doubled or
 * half there, no line is overdrawn, the account is the model's and the chain holds. What is found recorded is noted in the
 * ledger: from then on it must stay.
 */
export async function check(application: TestApplication, ledger: Ledger, rebuild: boolean): Promise<Checked> {
  const { damage, events, heads } = await application.ask(new VerifyLog());
  if (damage) return { violations: [{ finds: 'chain is broken', says: damage.says }], events };
  const log = new Log(await recorded(application));
  const strangers = [...heads.keys()].filter(
    (stream) => !log.streams.includes(stream) && !stream.startsWith('import-'),
  );
  const violations: Violation[] = strangers.map((says) => ({ finds: 'not asked for', says }));
  const books = new Books();
  violations.push(...log.against(ledger, books, application.app.get<EventStore>(EVENT_STORE).atomic));
  for (const key of books.overdrawn()) violations.push({ finds: 'overdrawn', says: key });
  violations.push(...(await accountAgainst(application, books)));
  if (rebuild)
    for (const says of (await application.execute(new Rebuild())).differences)
      violations.push({ finds: 'rebuilt otherwise', says });
  return { violations, events };
}

async function recorded({ app }: TestApplication): Promise<StoredEvent[]> {
  const store = app.get<EventStore>(EVENT_STORE);
  const events: StoredEvent[] = [];
  for (const unit of [DEPARTMENT, ...UNITS])
    for await (const batch of store.readStream(streamOf(unit))) events.push(...batch);
  return events;
}

const streamOf = (unit: string): string => `budgetYear-${unit}.${YEAR}`;

/** The department's events, each with the mark that the model knows it by. */
class Log {
  readonly streams = [DEPARTMENT, ...UNITS].map(streamOf);
  private readonly marked: { readonly mark: string; readonly event: StoredEvent }[];

  constructor(events: readonly StoredEvent[]) {
    const made = new Map<string, number>();
    this.marked = events.map((event) => {
      const [about, count] = aboutOf(event);
      const index = made.get(about) ?? 0;
      made.set(about, index + 1);
      return { mark: count || index > 0 ? `${about}#${index}` : about, event };
    });
  }

  /** Books everything in the order it stands there, and tells what does not fit what was asked and answered. */
  against(ledger: Ledger, books: Books, atomic: boolean): Violation[] {
    const steps = ledger.all();
    const expected = new Map<string, Expected>();
    for (const { step } of steps) for (const each of expectedOf(step)) expected.set(each.mark, each);
    const violations = this.marked.flatMap(({ mark, event }) => {
      const one = expected.get(mark);
      return one ? booked(one, event, books) : [stranger(mark, expected)];
    });
    const there = new Map(this.marked.map(({ mark, event }) => [mark, event]));
    for (const { step, fate, answers } of steps) {
      violations.push(...presence(step, fate, there, atomic));
      const [first] = expectedOf(step);
      const event = first && there.get(first.mark);
      if (event && fate === 'unknown' && isWhole(step, there)) ledger.found(step);
      for (const answer of answers) {
        if (answer.fate !== 'ok' || answer.revisions === null || answer.revisions[0] === event?.revision) continue;
        const says = `${step.id}: answered ${answer.revisions.join('–')}, stands at ${event?.revision}`;
        violations.push({ finds: 'answered otherwise', says });
      }
    }
    return violations;
  }
}

/** What an event is about, and whether its command may make several. Rows of imports are known by their own contents. */
function aboutOf({ type, stream, data, metadata }: StoredEvent): [about: string, counted: boolean] {
  const unit = stream.slice('budgetYear-'.length).split('.')[0];
  const line = data['line'] as { readonly item: string } | undefined;
  if (type === 'FiscalYearOpened') return [`${type} ${unit}`, false];
  if (type === 'OriginalBudgetAllocated') return [`${type} ${unit} ${line?.item}`, false];
  const commandId = metadata['commandId'] as string;
  return commandId.startsWith('voucher:') ? [`voucher ${data['voucher'] as string}`, false] : [commandId, true];
}

const stranger = (mark: string, expected: ReadonlyMap<string, Expected>): Violation => {
  const isAgain = expected.has(mark.replace(/#\d+$/, '')) || expected.has(mark.replace(/#\d+$/, '#0'));
  return { finds: isAgain ? 'doubled' : 'not asked for', says: mark };
};

function booked(expected: Expected, { type, stream, data }: StoredEvent, books: Books): Violation[] {
  try {
    expected.book(books);
  } catch (error) {
    return [{ finds: 'overdrawn', says: (error as Error).message }];
  }
  const wanted = [expected.type, streamOf(expected.unit), expected.amount];
  const found = [type, stream, expected.amount === null ? null : data['amount']];
  if (wanted.every((value, index) => value === found[index])) return [];
  return [
    { finds: 'recorded otherwise', says: `${expected.mark}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}` },
  ];
}

const isWhole = (step: Step, there: ReadonlyMap<string, unknown>): boolean =>
  expectedOf(step).every(({ mark }) => there.has(mark));

/** All events of what was acknowledged, none of what was refused, and of what nobody knows all or none. */
function presence(step: Step, fate: Fate, there: ReadonlyMap<string, unknown>, atomic: boolean): Violation[] {
  const expected = expectedOf(step);
  const missing = expected.filter(({ mark }) => !there.has(mark));
  const says = `${step.id}: ${missing.length} of ${expected.length} events are missing`;
  if (fate === 'ok') return missing.length === 0 ? [] : [{ finds: 'lost', says }];
  if (missing.length === expected.length) return [];
  // An import on a store without transactions across streams is whole in each unit, and finished by running it again.
  const parts =
    step.does === 'import' && !atomic ? UNITS.map((own) => expected.filter(({ unit }) => unit === own)) : [expected];
  const torn = parts.some((part) => {
    const gone = part.filter(({ mark }) => !there.has(mark)).length;
    return gone > 0 && gone < part.length;
  });
  if (torn) return [{ finds: 'half recorded', says }];
  return fate === 'refused' && parts.length === 1 ? [{ finds: 'refused but recorded', says }] : [];
}
