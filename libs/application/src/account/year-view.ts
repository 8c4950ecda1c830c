import { type Account, accountOf, type Balance, type Driver, type Evidence, type Unit } from '@juesuan/account';
import type { BookName } from '@juesuan/classification';
import type { NamedAccount } from '@juesuan/disclosure';
import type { Books } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import type { MonthlyBalance, Reading } from '@juesuan/read-store';
import type { Moment } from '../reading/moment';
import { instantInWords } from '../reading/today';

/** Which account is asked for, and from when it is looked at. */
export interface AccountKey extends Moment {
  readonly unit: string;
  readonly year: number;
  /** 预算 or 决算; left out, the one of the season. */
  readonly document?: 'budget' | 'final';
}

/** What the events themselves say, beside what was computed from them. */
export type LogEvidence = Pick<Evidence, 'chain' | 'fromEvents' | 'writeSide' | 'afterClosing'>;

const NOT_READ: LogEvidence = { chain: null, fromEvents: null, writeSide: null, afterClosing: null };

/** What a view is opened with. */
export interface ViewOf {
  readonly key: AccountKey;
  /** The department's year as it was known at the key's moment. */
  readonly reading: Reading;
  /** What stands now. */
  readonly now: Reading;
  /** Any other unit-years, as they were known at the key's moment. */
  readonly readingOf: (units: readonly string[], year: number) => Promise<Reading>;
  readonly books: Books;
}

/**
 * A unit or department in a year as it stands at one moment: whatever is asked of it fits together, although others record
 * meanwhile. It ends with the work it was opened for.
 */
export class YearView {
  readonly key: AccountKey;
  readonly reading: Reading;

  private constructor(
    private readonly of: ViewOf,
    /** The unit asked for, and every unit below it. */
    readonly unit: Unit,
    readonly units: readonly Unit[],
  ) {
    this.key = of.key;
    this.reading = of.reading;
  }

  /** Throws RuleViolation `unit-unknown` where the year does not know the unit at that moment. */
  static async open(of: ViewOf): Promise<YearView> {
    const { unit, units } = await unitsOf(of.reading, of.key);
    return new YearView(of, unit, units);
  }

  get codes(): string[] {
    return codesOf(this.units);
  }

  readonly nameOf = (book: BookName, code: string): string | null => this.of.books[book].nameIn(code, this.key.year);

  /** The account, with the names of its year and the events behind its drivers. */
  async account(document = this.key.document): Promise<NamedAccount> {
    const { unit, units, reading } = this;
    const { year, asOf = null } = this.key;
    const facts = await reading.facts(unit.code, year);
    const balances = await this.balances();
    const wanted = document === undefined ? {} : { document };
    const account = accountOf({ unit, units: [...units], year, asOf, balances, facts, ...wanted });
    return { account, nameOf: this.nameOf, eventsOf: await this.eventsBehind(account) };
  }

  /** Balances of the unit and every unit below it, up to the day. */
  balances(): Promise<Balance[]> {
    return this.reading.balances({ ...this.key, units: this.codes });
  }

  /** What moved on them, month by month up to the day. */
  monthly(): Promise<MonthlyBalance[]> {
    return this.reading.monthly({ ...this.key, units: this.codes });
  }

  /** What the checks need beside the account; what only a reading of the log can say is not among it (see Logs). */
  async evidence({ account, nameOf }: NamedAccount): Promise<Evidence> {
    const { year } = this.key;
    const before = await this.wholeYear(year - 1);
    return {
      account,
      nameOf,
      ...NOT_READ,
      previousYear: before.length === 0 ? null : before,
      virements: await this.virements(),
      incompleteImports: await this.reading.incompleteImports(this.codes, year),
      publishedBudget: null,
      treasury: null,
      document: null,
    };
  }

  /** Both halves of every virement of the whole department: the other half may stand in a unit that was not asked for. */
  async virements(): ReturnType<Reading['virements']> {
    return this.reading.virements({ ...this.key, units: await this.department() });
  }

  /** Everything recorded of another year of these units; nothing where it is not recorded. */
  async wholeYear(year: number): Promise<Balance[]> {
    const units = this.codes;
    return (await this.of.readingOf(units, year)).balances({ units, year });
  }

  /** Every unit of the department that the unit belongs to, the department first. */
  department(): Promise<string[]> {
    return departmentOf(this.of.now, this.key);
  }

  private async eventsBehind(account: Account): Promise<NamedAccount['eventsOf']> {
    const ids = account.items.flatMap(({ drivers }) => drivers.flatMap(({ balances }) => balances.map(({ id }) => id)));
    const references = await this.reading.references([...new Set(ids)], this.key.asOf);
    // Document, tables and JSON ask for the same drivers, some of which hold every payment of the year.
    const known = new Map<Driver, string[]>();
    return (driver) => {
      const events = known.get(driver) ?? [...new Set(driver.balances.flatMap(({ id }) => references.get(id) ?? []))];
      known.set(driver, events);
      return events;
    };
  }
}

/** The department that a unit belongs to and every unit below it, the department first; just the unit where it is not known. */
export async function departmentOf(reading: Reading, { unit, year }: AccountKey): Promise<string[]> {
  const parents = new Map((await reading.units(year)).map(({ code, parent }) => [code, parent]));
  let top = unit;
  const passed = new Set<string>();
  for (let above = parents.get(top); above && parents.has(above) && !passed.has(above); above = parents.get(above)) {
    passed.add(above);
    top = above;
  }
  const below = codesOf(await reading.subtree(top, year));
  return [top, ...below.filter((code) => code !== top)];
}

/** A unit of a year with every unit below it; refused where the year does not know it, without a word of the others, which may not be the asker's. */
export async function unitsOf(
  reading: Reading,
  { unit, year, knownAt }: AccountKey,
): Promise<{ unit: Unit; units: Unit[] }> {
  const units = await reading.subtree(unit, year);
  const own = units.find(({ code }) => code === unit);
  if (own) return { unit: own, units };
  const when = knownAt === undefined ? `${year} 年度` : `到 ${instantInWords(knownAt)} 为止，${year} 年度`;
  const text = `${when}没有单位 ${unit}：请核对编码和年度；还没有的请先开启或导入。`;
  throw new RuleViolation('unit-unknown', text, { unit, year });
}

const codesOf = (units: readonly Unit[]): string[] => units.map(({ code }) => code);
