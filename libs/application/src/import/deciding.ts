import { type BudgetYear, type BudgetYearCommand, type Books, type RecordedEvent } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { yearDecider } from '../recording/year-decider';
import { withCarryoverKind } from './carryover-kinds';
import { grouped, listOf } from './grouped';
import { inOrderOfDeciding, isNumbered, type Planned } from './plan';
import { type Refusal, Refusals } from './refusals';

/** What an import would record, unit by unit, and what is refused. */
export interface Decided {
  /** Events by unit, in the order they were decided; units with nothing new have none. */
  readonly events: ReadonlyMap<string, RecordedEvent[]>;
  readonly refusals: readonly Refusal[];
  /** Rows that were already recorded as they are. */
  readonly repeated: number;
}

/**
 * Decides every row in date order on the years given, which are evolved in place: the caller drops them when anything was
 * refused. Nothing is appended here.
 */
export function decideRows(
  planned: readonly Planned[],
  years: ReadonlyMap<string, BudgetYear>,
  books: Books,
  actor: string,
  onProgress: (decided: number) => void = () => undefined,
): Decided {
  const decider = yearDecider(books);
  const commandIds = idsOf(planned, years);
  const refusals = new Refusals();
  const events = new Map<string, RecordedEvent[]>();
  let repeated = 0;
  for (const [index, row] of inOrderOfDeciding(planned).entries()) {
    const year = years.get(row.unit);
    if (!year) continue;
    const command = commandOf(row, year, commandIds, actor);
    try {
      const decided = decider.decide(year, command);
      for (const event of decided) decider.evolve(year, event);
      if (decided.length === 0) repeated += 1;
      else listOf(events, row.unit).push(...decided);
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      refusals.add(row, command.by.commandId, error);
    }
    if (index % PROGRESS_STEP === 0) onProgress(index);
  }
  return { events, refusals: refusals.all, repeated };
}

const PROGRESS_STEP = 1000;

/**
 * A row's command id is what the row is about, so that the same row in another import is recognised and a changed one refused. Rows
 * about the same thing are numbered: those already recorded keep their number, the others take the lowest free ones, in an order
 * that does not depend on the file's. So a row added to a document is taken, and one changed meets the number of the old one.
 */
function idsOf(planned: readonly Planned[], years: ReadonlyMap<string, BudgetYear>): Map<Planned, string> {
  const groups = grouped(planned.filter(isNumbered), ({ unit, key }) => `${unit}|${key}`);
  const ids = new Map<Planned, string>();
  for (const group of groups.values()) {
    const [first] = group;
    const year = first && years.get(first.unit);
    const rows = sortedByContent(group);
    const numbers = year ? numbersOf(rows, year) : [];
    for (const [index, row] of rows.entries()) ids.set(row, `${row.key}#${numbers[index] ?? index}`);
  }
  return ids;
}

/** The number of each row of a group: its recorded one where the very same row was recorded, else the lowest not yet used. */
function numbersOf(rows: readonly Planned[], year: BudgetYear): number[] {
  const recorded = new Map<string, number[]>();
  const [{ key } = { key: '' }] = rows;
  for (let number = 0; year.commands.has(`${key}#${number}`); number++) {
    listOf(recorded, year.commands.get(`${key}#${number}`)?.fingerprint ?? '').push(number);
  }
  const kept = rows.map(({ fingerprint }) => recorded.get(fingerprint)?.shift());
  const used = new Set(kept);
  let next = 0;
  const lowestFree = (): number => {
    while (used.has(next)) next += 1;
    return next++;
  };
  return kept.map((number) => number ?? lowestFree());
}

const sortedByContent = (rows: readonly Planned[]): Planned[] =>
  [...rows].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));

function commandOf(
  row: Planned,
  year: BudgetYear,
  ids: ReadonlyMap<Planned, string>,
  actor: string,
): BudgetYearCommand {
  const said = year.facts.get(row.key);
  const commandId = said ? `${row.key}#${said.changes}` : (ids.get(row) ?? `${row.key}#0`);
  const by = {
    commandId,
    fingerprint: row.fingerprint,
    actor,
    administrator: false,
    source: row.reader.source,
  };
  return { ...withCarryoverKind(row.command, year), by };
}
