import type { EventStore } from '@juesuan/event-store';
import type { BusinessDate, Instant } from '@juesuan/kernel';
import { importStream, type ReadStore } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { type HistoryEntry, Journals } from '../reading/journals';
import type { Moment } from '../reading/moment';
import { dayWithin } from '../reading/today';
import { EVENT_STORE, READ_STORE } from '../stores';

/** A moment of a year that one may want to look back to. */
export interface Version {
  /** `monthEnd` counts business days; the others are what was known when something was recorded. */
  readonly kind: 'monthEnd' | 'import' | 'closing' | 'reopening';
  readonly title: string;
  readonly moment: Moment;
  /** What was known just before; null at the ends of months. */
  readonly before: Moment | null;
  readonly actor: string | null;
  readonly recordedAt: Instant | null;
  /** How many events made it. */
  readonly events: number;
}

/** The natural moments of a unit's or department's year, the latest first: closings, reopenings, imports, and ends of months. */
export class ListVersions extends Query<readonly Version[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(ListVersions)
export class ListVersionsHandler implements IQueryHandler<ListVersions> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  async execute({ unit, year }: ListVersions): Promise<readonly Version[]> {
    const units = (await this.accounts.unitsUnder(unit, year)).map(({ code }) => code);
    const imports = await this.imports(units, year);
    const lists = await Promise.all(units.map((code) => this.journals.of(code, year)));
    const recorded = lists.flatMap((history) => recordedVersions(history, imports));
    return [...together(recorded), ...monthEnds(year)];
  }

  /** The imports of these units' year, with where their marks stand in the log: between them lies what they recorded. */
  private async imports(units: readonly string[], year: number): Promise<Import[]> {
    const ids = await this.readStore.imports(units, year);
    const imports = await Promise.all(ids.map(async (id) => ({ id, marks: await this.marks(id) })));
    const begun = imports.toSorted((a, b) => ((a.marks[0] ?? '') < (b.marks[0] ?? '') ? -1 : 1));
    // One that was interrupted recorded nothing after the next began.
    return begun.map(({ id, marks: [first = '', last] }, index) => ({
      id,
      begun: first,
      completed: last ?? begun[index + 1]?.marks[0] ?? null,
    }));
  }

  private async marks(id: string): Promise<string[]> {
    const marks: string[] = [];
    for await (const batch of this.events.readStream(importStream(id)))
      marks.push(...batch.map(({ position }) => position));
    return marks;
  }
}

interface Import {
  readonly id: string;
  readonly begun: string;
  readonly completed: string | null;
}

/** `act` is the command or import that recorded it. */
interface Recorded extends Version {
  readonly moment: { readonly knownAt: Instant };
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly act: string;
}

/** A row's command id names its fact; that it came from a file is said by its source, `04-支付.csv:123`. */
function recordedVersions(history: readonly HistoryEntry[], imports: readonly Import[]): Recorded[] {
  // Events and imports come in the order of the log: the imports begun before an event are gone through once.
  let begun = 0;
  // Nothing is known before what was recorded ahead of it, though a clock may say so that was set back.
  let known = '';
  return history.flatMap(({ event, recordedAt, position }) => {
    const { type, by } = event;
    if (recordedAt > known) known = recordedAt;
    const knownAt = known;
    while ((imports[begun]?.begun ?? position) < position) begun += 1;
    const version = (kind: Version['kind'], title: string, act: string): Recorded[] => [
      {
        kind,
        title,
        moment: { knownAt },
        before: justBefore(knownAt),
        actor: by.actor,
        recordedAt,
        events: 1,
        act,
      },
    ];
    if (type === 'FiscalYearClosed') return version('closing', '关账', by.commandId);
    if (type === 'FiscalYearReopened') return version('reopening', '重新开账', by.commandId);
    return by.source === undefined ? [] : version('import', '导入', importAt(position, imports, begun));
  });
}

/** The import that recorded what stands at a position; none where it was recorded before imports were marked. */
function importAt(position: string, imports: readonly Import[], begun: number): string {
  for (let index = begun - 1; index >= 0; index--) {
    const { id = '', completed = null } = imports[index] ?? {};
    if (completed === null || position < completed) return id;
  }
  return '';
}

const justBefore = (instant: Instant): Moment => ({ knownAt: new Date(Date.parse(instant) - 1).toISOString() });

/** Parts of one import and closings of one department are seconds apart; of a year that was copied, only the instants tell imports apart. */
const ONE_ACTION_MS = 60_000;

/** What one person did in one go, on all units: one closing, one reopening, one import. */
function together(recorded: readonly Recorded[]): Version[] {
  const versions: Recorded[] = [];
  for (const each of recorded.toSorted((a, b) => (a.moment.knownAt < b.moment.knownAt ? -1 : 1))) {
    const index = versions.findLastIndex(
      (open) => open.kind === each.kind && open.actor === each.actor && open.act === each.act,
    );
    const open = versions[index];
    if (open && Date.parse(each.moment.knownAt) - Date.parse(open.moment.knownAt) <= ONE_ACTION_MS) {
      const { moment, recordedAt } = each;
      versions[index] = { ...open, moment, recordedAt, events: open.events + 1 };
    } else versions.push(each);
  }
  return versions.reverse().map(({ act: _act, ...version }) => version);
}

/** The last day of each month that is over, the latest first. */
function monthEnds(year: number): Version[] {
  const today = dayWithin(year);
  const ends = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10),
  );
  return ends
    .filter((end) => end <= today)
    .reverse()
    .map((end): Version => ({ ...MONTH_END, title: titleOf(end), moment: { asOf: end } }));
}

const MONTH_END = { kind: 'monthEnd', before: null, actor: null, recordedAt: null, events: 0 } as const;

const titleOf = (day: BusinessDate): string => `截至${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
