import { entriesOf, type LineStep, lineTimeline } from '@juesuan/account';
import { type BudgetLine, lineKey } from '@juesuan/execution';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts, assertDayOfYear } from '../account/accounts';
import { type HistoryEntry, Journals } from './journals';
import type { AccountKey } from '../account/year-view';

/** One event of a line's life, with the quota after it. */
export interface TimelineStep extends LineStep {
  readonly entry: HistoryEntry;
}

/** What happened to one line of a unit, by business day, with the running balance. */
export class LineTimeline extends Query<readonly TimelineStep[]> {
  constructor(
    readonly key: AccountKey,
    readonly line: BudgetLine,
  ) {
    super();
  }
}

@QueryHandler(LineTimeline)
export class LineTimelineHandler implements IQueryHandler<LineTimeline> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
  ) {}

  async execute({ key, line }: LineTimeline): Promise<readonly TimelineStep[]> {
    const { unit, year, asOf, knownAt } = key;
    assertDayOfYear(key);
    await this.accounts.unitsUnder(unit, year);
    const history = await this.journals.of(unit, year, knownAt);
    const entries = history.flatMap(({ event, revision }) =>
      entriesOf(event, { unit, year, revision }).filter((each) => isOn(each, line) && each.date <= (asOf ?? each.date)),
    );
    return lineTimeline(entries).flatMap((step) => {
      const entry = history[step.revision];
      return entry ? [{ ...step, entry }] : [];
    });
  }
}

const isOn = ({ fundSource, item, kind, project }: ReturnType<typeof entriesOf>[number], line: BudgetLine): boolean =>
  fundSource !== '' && kind !== '' && lineKey({ fundSource, item, kind, project }) === lineKey(line);
