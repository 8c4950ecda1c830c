import { type Account, accountOf, type Balance, type Driver, type Evidence, type Unit } from '@juesuan/account';
import type { BookName } from '@juesuan/classification';
import type { Books } from '@juesuan/execution';
import { type BusinessDate, firstDay, lastDay, RuleViolation, yearOf } from '@juesuan/kernel';
import type { MonthlyBalance, ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { CodeBooks } from './code-books';
import { Freshness } from './freshness';
import { READ_STORE } from './stores';

/** Which account is asked for; `asOf` is the last business day that counts. */
export interface AccountKey {
  readonly unit: string;
  readonly year: number;
  readonly asOf?: BusinessDate;
  /** A position that must be in it (see Freshness). */
  readonly after?: string;
}

/** An account with what printing it needs: names of its year, the events behind its drivers. */
export interface NamedAccount {
  readonly account: Account;
  readonly nameOf: (book: BookName, code: string) => string | null;
  readonly eventsOf: (driver: Driver) => string[];
}

/** What the events themselves say, beside what was computed from them. */
export type LogEvidence = Pick<Evidence, 'chain' | 'writeSide' | 'afterClosing'>;

const NOT_READ: LogEvidence = { chain: null, writeSide: null, afterClosing: null };

/** Computes accounts from the read store, after it has caught up with the events. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly codeBooks: CodeBooks,
    private readonly freshness: Freshness,
  ) {}

  async account(key: AccountKey): Promise<NamedAccount> {
    await this.freshness.reach(key.after);
    assertDayOfYear(key);
    const { unit, units } = await this.unitsOf(key);
    const balances = await this.readStore.balances({ ...key, units: codesOf(units) });
    const facts = await this.readStore.facts(key.unit, key.year);
    const account = accountOf({ unit, units, year: key.year, asOf: key.asOf ?? null, balances, facts });
    return {
      account,
      nameOf: namesIn(await this.codeBooks.load(), key.year),
      eventsOf: await this.eventsBehind(account, key.asOf),
    };
  }

  /** The balances of a unit and every unit below it, where no table is wanted, and the names of their codes. */
  async balances(key: AccountKey): Promise<{ balances: Balance[]; nameOf: NamedAccount['nameOf'] }> {
    assertDayOfYear(key);
    const units = await this.unitsUnder(key.unit, key.year, key.after);
    const balances = await this.readStore.balances({ ...key, units: codesOf(units) });
    return { balances, nameOf: namesIn(await this.codeBooks.load(), key.year) };
  }

  /** What moved on the balances of a unit and every unit below it, month by month up to the day. */
  async monthly(key: AccountKey): Promise<MonthlyBalance[]> {
    assertDayOfYear(key);
    const units = await this.unitsUnder(key.unit, key.year, key.after);
    return this.readStore.monthly({ ...key, units: codesOf(units) });
  }

  /** What the checks need beside the account; what only a reading of the whole log can say is given by a caller that did it. */
  async evidence({ account, nameOf }: NamedAccount, log: LogEvidence = NOT_READ): Promise<Evidence> {
    const { year, asOf } = account;
    const units = codesOf(account.units);
    const before = await this.readStore.balances({ units, year: year - 1 });
    return {
      account,
      nameOf,
      ...log,
      previousYear: before.length === 0 ? null : before,
      virements: await this.readStore.virements({
        units: await this.departmentOf(account),
        year,
        ...(asOf === null ? {} : { asOf }),
      }),
      incompleteImports: await this.readStore.incompleteImports(units, year),
      publishedBudget: null,
      treasury: null,
      document: null,
    };
  }

  /** Every unit of the department that the account's unit belongs to: half of a virement may stand in another one. */
  private async departmentOf({ unit, year }: Account): Promise<string[]> {
    const all = await this.readStore.units(year);
    const parents = new Map(all.map(({ code, parent }) => [code, parent]));
    let top = unit.code;
    const passed = new Set<string>();
    for (let above = parents.get(top); above && parents.has(above) && !passed.has(above); above = parents.get(above)) {
      passed.add(above);
      top = above;
    }
    return codesOf(await this.readStore.subtree(top, year));
  }

  /** A unit and every unit below it in a year; refused where the year does not know it. */
  async unitsUnder(unit: string, year: number, after?: string): Promise<readonly Unit[]> {
    await this.freshness.reach(after);
    return (await this.unitsOf({ unit, year })).units;
  }

  private async unitsOf({ unit, year }: AccountKey): Promise<{ unit: Unit; units: Unit[] }> {
    const units = await this.readStore.subtree(unit, year);
    const own = units.find(({ code }) => code === unit);
    if (own) return { unit: own, units };
    const known = (await this.readStore.units(year)).map(({ code, name }) => `${code} ${name}`);
    const hint =
      known.length === 0 ? `${year} 年度还没有任何单位，请先导入。` : `${year} 年度有：${known.join('、')}。`;
    throw new RuleViolation('unit-unknown', `没有单位 ${unit}。${hint}`, { unit, year });
  }

  private async eventsBehind(account: Account, asOf: BusinessDate | undefined): Promise<(driver: Driver) => string[]> {
    const ids = account.items.flatMap(({ drivers }) => drivers.flatMap(({ balances }) => balances.map(({ id }) => id)));
    const references = await this.readStore.references([...new Set(ids)], asOf);
    return ({ balances }) => [...new Set(balances.flatMap(({ id }: Balance) => references.get(id) ?? []))];
  }
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
