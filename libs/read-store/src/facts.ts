import { eventReference, type Fact, type FactKind, type Facts, type FactValues } from '@juesuan/account';
import type { AdjustmentEvents } from '@juesuan/execution';
import type { ReadableDatabase } from './database';
import type { AdjustmentStatus } from './schema';

/** What a unit's year holds beside money, the latest of each, with the event it came from. */
export async function facts({ live }: ReadableDatabase, unit: string, year: number): Promise<Facts> {
  const rows = await live
    .selectFrom('fact')
    .select(['kind', 'key', 'value', 'revision'])
    .where('unit', '=', unit)
    .where('year', '=', year)
    .orderBy('revision')
    .execute();
  const of = <Kind extends FactKind>(kind: Kind): Map<string, Fact<FactValues[Kind]>> =>
    new Map(
      rows
        .filter((row) => row.kind === kind)
        .map(({ key, value, revision }) => [
          key,
          { value: JSON.parse(value) as FactValues[Kind], event: eventReference(unit, year, revision) },
        ]),
    );
  return {
    reasons: of('reason'),
    priorAccount: of('priorAccount'),
    priorBudget: of('priorBudget'),
    disclosures: of('disclosure'),
    explanations: of('explanation'),
    answers: of('alertAnswer'),
    settlements: of('alertSettlement'),
    watching: of('watching'),
  };
}

/** 调整单 of a unit's year: its draft and where it stands. */
export interface Adjustment {
  readonly id: string;
  readonly status: AdjustmentStatus;
  readonly document: Omit<AdjustmentEvents['AdjustmentDrafted'], 'adjustmentId'>;
  /** What the approver said; empty until then. */
  readonly comment: string;
  /** The event that brought it where it stands. */
  readonly event: string;
}

/** The adjustment documents of a unit's year, the one that moved last at the end. */
export async function adjustments({ live }: ReadableDatabase, unit: string, year: number): Promise<Adjustment[]> {
  const rows = await live
    .selectFrom('adjustment')
    .select(['id', 'status', 'document', 'comment', 'revision'])
    .where('unit', '=', unit)
    .where('year', '=', year)
    .orderBy('revision')
    .execute();
  return rows.map(({ document, revision, ...rest }) => ({
    ...rest,
    document: JSON.parse(document) as Adjustment['document'],
    event: eventReference(unit, year, revision),
  }));
}
