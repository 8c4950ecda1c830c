import { type Account, accountOf, type Balance, type Driver, type Evidence, type Unit } from '@juesuan/account';
import type { BookName } from '@juesuan/classification';
import type { Books } from '@juesuan/execution';
import { type BusinessDate, firstDay, type Instant, lastDay, RuleViolation, yearOf } from '@juesuan/kernel';
import type { MonthlyBalance, Reading, ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { CodeBooks } from './code-books';
import { Freshness } from './freshness';
import type { Moment } from './moment';
import { Readings } from './readings';
import { READ_STORE } from './stores';

/** Which account is asked for, and from when it is looked at. */
export interface AccountKey extends Moment {
  readonly unit: string;
  readonly year: number;
  /** A position that must be in it (see Freshness). */
  readonly after?: string;
  /** 预算 or 决算; left out, the one of the season. */
  readonly document?: 'budget' | 'final';
}

/** An account with what printing it needs: names of its year, the events behind its drivers; and what it was read from. */
export interface NamedAccount {
  readonly key: AccountKey;
  readonly reading: Reading;
  readonly account: Account;
  readonly nameOf: (book: BookName, code: string) => string | null;
  readonly eventsOf: (driver: Driver) => string[];
}

/** Balances with the units that they are of, and what they were read from. */
export type NamedBalances = Pick<NamedAccount, 'reading' | 'nameOf'> & Pick<Account, 'units' | 'balances'>;

/** What the events themselves say, beside what was computed from them. */
export type LogEvidence = Pick<Evidence, 'chain' | 'writeSide' | 'afterClosing'>;

const NOT_READ: LogEvidence = { chain: null, writeSide: null, afterClosing: null };

/** Computes accounts from what the read store holds, after it has caught up with the events, or held at an instant. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly codeBooks: CodeBooks,
    private readonly freshness: Freshness,
    private readonly readings: Readings,
  ) {}

  async account(key: AccountKey): Promise<NamedAccount> {
    const { reading, unit, units } = await this.look(key);
    const balances = await reading.balances({ ...key, units: codesOf(units) });
    const facts = await reading.facts(key.unit, key.year);
    const { year, asOf = null, document } = key;
    const wanted = document === undefined ? {} : { document };
    const account = accountOf({ unit, units, year, asOf, balances, facts, ...wanted });
    return {
      key,
      reading,
      account,
      nameOf: await this.namesAt(key, reading),
      eventsOf: await eventsBehind(account, reading, key.asOf),
    };
  }

  /** The balances of a unit and every unit below it, where no table is wanted, and the names of their codes. */
  async balances(key: AccountKey): Promise<NamedBalances> {
    const { reading, units } = await this.look(key);
    const balances = await reading.balances({ ...key, units: codesOf(units) });
    return { reading, units, balances, nameOf: await this.namesAt(key, reading) };
  }

  /** What moved on the balances of a unit and every unit below it, month by month up to the day. */
  async monthly(key: AccountKey): Promise<MonthlyBalance[]> {
    const { reading, units } = await this.look(key);
    return reading.monthly({ ...key, units: codesOf(units) });
  }

  /** What the checks need beside the account; what only a reading of the whole log can say is given by a caller that did it. */
  async evidence({ account, nameOf, key, reading }: NamedAccount, log: LogEvidence = NOT_READ): Promise<Evidence> {
    const { year, asOf } = account;
    const units = codesOf(account.units);
    const before = await this.wholeYear(account.units, year - 1, key.knownAt);
    return {
      account,
      nameOf,
      ...log,
      previousYear: before.length === 0 ? null : before,
      virements: await reading.virements({
        units: await this.departmentOf(key),
        year,
        ...(asOf === null ? {} : { asOf }),
      }),
      incompleteImports: await reading.incompleteImports(units, year),
      publishedBudget: null,
      treasury: null,
      document: null,
    };
  }

  /** Everything recorded of another year of these units; nothing where it is not recorded. */
  async wholeYear(units: readonly Unit[], year: number, knownAt?: Instant): Promise<Balance[]> {
    const codes = codesOf(units);
    const reading = await this.readings.of(codes, year, knownAt);
    return reading.balances({ units: codes, year });
  }

  /** What the account's department looks like at its moment, and the account's own units. */
  async look(key: AccountKey): Promise<{ reading: Reading; unit: Unit; units: Unit[] }> {
    const reading = await this.reading(key);
    assertDayOfYear(key);
    return { reading, ...(await unitsOf(reading, key)) };
  }

  /** The year of the whole department that a unit belongs to, as it was known at the moment. */
  private async reading(key: AccountKey): Promise<Reading> {
    await this.freshness.reach(key.after);
    if (key.knownAt === undefined) return this.readStore;
    return this.readings.of(await this.departmentOf(key), key.year, key.knownAt);
  }

  private async namesAt({ knownAt, year }: AccountKey, reading: Reading): Promise<NamedAccount['nameOf']> {
    return namesIn(await (knownAt === undefined ? this.codeBooks.load() : this.codeBooks.in(reading)), year);
  }

  /** Every unit of the department that a unit belongs to, the department first: half of a virement may stand in another one. */
  async departmentOf({ unit, year }: AccountKey): Promise<string[]> {
    const all = await this.readStore.units(year);
    const parents = new Map(all.map(({ code, parent }) => [code, parent]));
    let top = unit;
    const passed = new Set<string>();
    for (let above = parents.get(top); above && parents.has(above) && !passed.has(above); above = parents.get(above)) {
      passed.add(above);
      top = above;
    }
    const below = codesOf(await this.readStore.subtree(top, year));
    return [top, ...below.filter((code) => code !== top)];
  }

  /** A unit and every unit below it in a year, as it is now; refused where the year does not know it. */
  async unitsUnder(unit: string, year: number, after?: string): Promise<readonly Unit[]> {
    await this.freshness.reach(after);
    return (await unitsOf(this.readStore, { unit, year })).units;
  }
}

async function unitsOf(reading: Reading, { unit, year, knownAt }: AccountKey): Promise<{ unit: Unit; units: Unit[] }> {
  const units = await reading.subtree(unit, year);
  const own = units.find(({ code }) => code === unit);
  if (own) return { unit: own, units };
  const known = (await reading.units(year)).map(({ code, name }) => `${code} ${name}`);
  const when = knownAt === undefined ? `${year} 年度` : `到 ${knownAt} 为止，${year} 年度`;
  const hint = known.length === 0 ? `${when}还没有任何单位，请先导入。` : `${when}有：${known.join('、')}。`;
  throw new RuleViolation('unit-unknown', `没有单位 ${unit}。${hint}`, { unit, year });
}

async function eventsBehind(
  account: Account,
  reading: Reading,
  asOf: BusinessDate | undefined,
): Promise<NamedAccount['eventsOf']> {
  const ids = account.items.flatMap(({ drivers }) => drivers.flatMap(({ balances }) => balances.map(({ id }) => id)));
  const references = await reading.references([...new Set(ids)], asOf);
  return ({ balances }) => [...new Set(balances.flatMap(({ id }: Balance) => references.get(id) ?? []))];
}

/** A day before the year would show nothing and one after it all, as if the year were asked for another day. */
export function assertDayOfYear({ year, asOf }: Pick<AccountKey, 'year' | 'asOf'>): void {
  if (asOf === undefined || yearOf(asOf) === year) return;
  const text = `截至日期 ${asOf} 不在 ${year} 财政年度内，请填 ${firstDay(year)} 至 ${lastDay(year)} 之间的一天。`;
  throw new RuleViolation('date-outside-year', text, { asOf, year });
}

const codesOf = (units: readonly Unit[]): string[] => units.map(({ code }) => code);

const namesIn =
  (books: Books, year: number): NamedAccount['nameOf'] =>
  (book, code) =>
    books[book].nameIn(code, year);
