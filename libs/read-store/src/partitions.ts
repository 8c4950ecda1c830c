import { type Kysely, sql } from 'kysely';
import type { SetName, Tables } from './schema';
import { unitYearOf } from './streams';

/** Where one partition of a set of tables stands. */
export interface Standing {
  readonly position: string | null;
  readonly events: number;
  readonly generation: number;
}

/** How far the read store is: all up to this position was taken (null: nothing yet), and how many events were. */
export interface Checkpoint {
  readonly position: string | null;
  readonly events: number;
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Which of so many partitions takes a stream: a unit's years go together, code books and imports are few and go to the first. The
 * hash (FNV-1a) must never change: it says whose rows are whose.
 */
export function partitionOf(stream: string, of: number): number {
  const unit = of === 1 ? undefined : unitYearOf(stream)?.unit;
  if (unit === undefined) return 0;
  let hash = OFFSET;
  for (const byte of Buffer.from(unit)) hash = Math.imul(hash ^ byte, PRIME) >>> 0;
  return hash % of;
}

/** Row of a partition's checkpoint; where there is but one it is named like its set. */
export const checkpointName = (set: SetName, partition: number): string =>
  partition === 0 ? set : `${set}/${partition}`;

const partitionIn = (name: string): number => Number(name.split('/')[1] ?? 0);

/** Whether a checkpoint's row is of a set. */
export const isOf = (set: SetName) => sql<boolean>`(name = ${set} or name like ${`${set}/%`})`;

/** Where every partition of a set stands, in their order. */
export async function standings(db: Kysely<Tables>, set: SetName): Promise<Standing[]> {
  const rows = await db.selectFrom('checkpoint').selectAll().where(isOf(set)).execute();
  return rows
    .sort((a, b) => partitionIn(a.name) - partitionIn(b.name))
    .map(({ position, events, generation }) => ({ position, events, generation }));
}

/** What all partitions have taken; what only some have is not reached yet. */
export function checkpointOf(all: readonly Standing[]): Checkpoint {
  const events = all.reduce((sum, each) => sum + each.events, 0);
  const positions = all.map(({ position }) => position);
  if (positions.includes(null)) return { position: null, events };
  return {
    position: positions.reduce((least, each) => ((each ?? '') < (least ?? '') ? each : least), positions[0] ?? null),
    events,
  };
}
