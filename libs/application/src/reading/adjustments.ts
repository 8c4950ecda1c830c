import type { BudgetYearEventType } from '@juesuan/execution';
import type { Instant } from '@juesuan/kernel';
import type { Adjustment, Reading } from '@juesuan/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { type HistoryEntry, Journals } from './journals';

/** An adjustment document with everything that was done with it. */
export type AdjustmentHistory = Adjustment & { readonly unit: string; readonly steps: readonly HistoryEntry[] };

/** The adjustment documents of a unit (of a department: of all its units), the one that moved last first. */
export class ListAdjustments extends Query<readonly AdjustmentHistory[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly knownAt?: Instant,
  ) {
    super();
  }
}

const STEPS: ReadonlySet<BudgetYearEventType> = new Set([
  'AdjustmentDrafted',
  'AdjustmentSubmitted',
  'AdjustmentApproved',
  'AdjustmentRejected',
  'AdjustmentApplied',
]);

@QueryHandler(ListAdjustments)
export class ListAdjustmentsHandler implements IQueryHandler<ListAdjustments> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
  ) {}

  async execute({ unit, year, knownAt }: ListAdjustments): Promise<readonly AdjustmentHistory[]> {
    const key = knownAt === undefined ? { unit, year } : { unit, year, knownAt };
    const lists = await this.accounts.at(key, ({ codes, reading }) =>
      Promise.all(codes.map((code) => this.ofUnit(code, year, reading, knownAt))),
    );
    const lastStep = ({ steps }: AdjustmentHistory): string => steps.at(-1)?.position ?? '';
    return lists.flat().sort((a, b) => (lastStep(a) < lastStep(b) ? 1 : -1));
  }

  private async ofUnit(unit: string, year: number, reading: Reading, knownAt?: Instant): Promise<AdjustmentHistory[]> {
    const adjustments = await reading.adjustments(unit, year);
    if (adjustments.length === 0) return [];
    const steps = (await this.journals.of(unit, year, knownAt)).filter(({ event }) => STEPS.has(event.type));
    const isOf = (id: string, { event: { data } }: HistoryEntry): boolean =>
      'adjustmentId' in data && data.adjustmentId === id;
    return adjustments.map((each) => ({ ...each, unit, steps: steps.filter((step) => isOf(each.id, step)) }));
  }
}
