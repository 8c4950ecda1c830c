import { eventReference, type Facts, factsSaid } from '@juesuan/account';
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
  return factsSaid(
    rows.map(({ kind, key, value, revision }) => [
      { kind, name: key, value: JSON.parse(value) as never },
      eventReference(unit, year, revision),
    ]),
  );
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
