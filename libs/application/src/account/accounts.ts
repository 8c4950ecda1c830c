import type { Unit } from '@juesuan/account';
import { assertBusinessDate, firstDay, lastDay, RuleViolation, yearOf } from '@juesuan/kernel';
import type { Reading, ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { CodeBooks } from '../codes/code-books';
import { Freshness } from '../reading/freshness';
import { Readings } from './readings';
import { READ_STORE } from '../stores';
import { type AccountKey, departmentOf, unitsOf, YearView } from './year-view';

/** Opens views of what the read store holds, after it has caught up with the events, or held at an instant. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly codeBooks: CodeBooks,
    private readonly freshness: Freshness,
    private readonly readings: Readings,
  ) {}

  /** Looks at a unit or department at one moment. Refuses a day outside the year, and a unit that the year does not know. */
  async at<T>(key: AccountKey, look: (view: YearView) => Promise<T>): Promise<T> {
    const { year, knownAt } = key;
    await this.freshness.reach();
    assertDayOfYear(key);
    // Named here: loading them may wait for the projection, which a moment must not.
    const books = await this.codeBooks.load();
    return this.readStore.atOneMoment(async (now) => {
      const readingOf = (units: readonly string[], of: number): Promise<Reading> =>
        this.readings.of(units, of, knownAt, now);
      const reading = knownAt === undefined ? now : await readingOf(await departmentOf(now, key), year);
      const known = knownAt === undefined ? books : await this.codeBooks.in(reading);
      return look(await YearView.open({ key, reading, now, readingOf, books: known }));
    });
  }

  /** A unit and every unit below it in a year, as it is now; refused where the year does not know it. */
  async unitsUnder(unit: string, year: number): Promise<readonly Unit[]> {
    await this.freshness.reach();
    return (await unitsOf(this.readStore, { unit, year })).units;
  }
}

/** A day before the year would show nothing and one after it all, as if the year were asked for another day; so would 2023-02-30. */
export function assertDayOfYear({ year, asOf }: Pick<AccountKey, 'year' | 'asOf'>): void {
  if (asOf === undefined) return;
  assertBusinessDate(asOf);
  if (yearOf(asOf) === year) return;
  const advice = `请填 ${firstDay(year)} 至 ${lastDay(year)} 之间的一天。`;
  throw new RuleViolation('date-outside-year', `截至日期 ${asOf} 不在 ${year} 财政年度内，${advice}`, { asOf, year });
}
