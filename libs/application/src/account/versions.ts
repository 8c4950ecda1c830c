import type { BusinessDate, Instant } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { type HistoryEntry, Journals } from '../reading/journals';
import type { Moment } from '../reading/moment';
import { dayWithin } from '../reading/today';

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
  ) {}

  async execute({ unit, year }: ListVersions): Promise<readonly Version[]> {
    const units = await this.accounts.unitsUnder(unit, year);
    const lists = await Promise.all(units.map(({ code }) => this.journals.of(code, year)));
    const recorded = lists.flatMap(recordedVersions);
    return [...together(recorded), ...monthEnds(year)];
  }
}

type Recorded = Version & { readonly recordedAt: Instant; readonly actor: string };

/** A row's command id names its fact; that it came from a file is said by its source, `04-支付.csv:123`. */
function recordedVersions(history: readonly HistoryEntry[]): Recorded[] {
  return history.flatMap(({ event, recordedAt }) => {
    const { type, by } = event;
    const version = (kind: Version['kind'], title: string): Recorded[] => [
      {
        kind,
        title,
        moment: { knownAt: recordedAt },
        before: justBefore(recordedAt),
        actor: by.actor,
        recordedAt,
        events: 1,
      },
    ];
    if (type === 'FiscalYearClosed') return version('closing', '关账');
    if (type === 'FiscalYearReopened') return version('reopening', '重新开账');
    return by.source === undefined ? [] : version('import', '导入');
  });
}

const justBefore = (instant: Instant): Moment => ({ knownAt: new Date(Date.parse(instant) - 1).toISOString() });

/** Rows of one import are minutes apart at most, closings of one department seconds. */
const ONE_ACTION_MS = 60_000;

/** What one person did in one go, on all units. */
function together(recorded: readonly Recorded[]): Version[] {
  const versions: Recorded[] = [];
  for (const each of recorded.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))) {
    const index = versions.findLastIndex(({ kind, actor }) => kind === each.kind && actor === each.actor);
    const open = versions[index];
    if (open && Date.parse(each.recordedAt) - Date.parse(open.recordedAt) <= ONE_ACTION_MS) {
      const { moment, recordedAt } = each;
      versions[index] = { ...open, moment, recordedAt, events: open.events + 1 };
    } else versions.push(each);
  }
  return versions.reverse();
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
