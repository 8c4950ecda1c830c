import { type CellError, ImportRefused, readSources, type SourceTable } from '@juesuan/documents';
import type { EventStore } from '@juesuan/event-store';
import { type BudgetYear, budgetYearStream, read, type RecordedEvent } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BudgetYears } from '../recording/budget-years';
import { CodeBooks } from '../codes/code-books';
import { fingerprint } from '../recording/fingerprint';
import { Freshness } from '../reading/freshness';
import { OpenedUnits } from '../reading/opened-units';
import { Profiles } from '../account/profiles';
import { racing } from '../recording/racing';
import { EVENT_STORE } from '../stores';
import { appendShares, countOf, type Recorded, type Shares } from './appending';
import { importFileOf, TOP_UNIT } from './columns';
import { type Decided, decideRows } from './deciding';
import { misnamed } from './misnamed';
import type { Planned } from './plan';
import { placeRows } from './placing';
import { plan } from './planning';
import { cellOf, cellsOf } from './refusals';
import { ImportRights, type MayRecordOn } from './rights';
import { cellBeside, meetsAnother, standingOf } from './standing';
import { totalsOf } from './totals';
import { unusedNames } from './unused';

/** A hundred thousand rows take projectors some seconds. */
const PROJECTED_WITHIN_MS = 60_000;

/** Which part of an import is under way, for progress bars. */
export type ImportProgress = (stage: 'read' | 'decide' | 'append', done: number, total: number) => void;

export interface ImportResult {
  readonly rows: number;
  readonly recorded: number;
  /** Rows that were recorded before this import; one that only stands twice in its files is none. */
  readonly repeated: number;
  /** The units that the rows speak of. */
  readonly units: readonly string[];
  /** What is told and not refused: files that are no import file, columns that no file has, rows that look like a slip. */
  readonly notices: readonly string[];
  /** The sums of the amounts of every file, in sentences for people. */
  readonly totals: readonly string[];
  /** A position that everything the rows say has been recorded by; null after a trial. */
  readonly position: string | null;
}

/** Imports a folder, a workbook or rows already read of a year: all of it or nothing. */
export class ImportYear extends Command<ImportResult> {
  constructor(
    readonly source: string | readonly SourceTable[],
    readonly year: number,
    readonly actor: string,
    readonly onProgress: ImportProgress = () => undefined,
    /** Decides everything and records nothing: what would be recorded, or what is refused. */
    readonly dryRun = false,
    /** Asked before anything is decided, so that no refusal tells of what is not the sender's. */
    readonly mayRecordOn: MayRecordOn = () => true,
  ) {
    super();
  }
}

@CommandHandler(ImportYear)
export class ImportYearHandler implements ICommandHandler<ImportYear> {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly budgetYears: BudgetYears,
    private readonly codeBooks: CodeBooks,
    private readonly opened: OpenedUnits,
    private readonly freshness: Freshness,
    private readonly profiles: Profiles,
  ) {}

  /** Throws ImportRefused with every bad cell and row, and then nothing was recorded. */
  async execute(command: ImportYear): Promise<ImportResult> {
    const { tables, ignored } = await sourcesOf(command.source);
    const strangers = tables.filter(({ name }) => importFileOf(name) === null).map(({ file }) => file);
    const { planned, errors, doubled, notices: noticed } = plan(tables, command.year);
    const wrong = [...misnamed([...ignored, ...strangers]), ...errors];
    if (wrong.length > 0) throw new ImportRefused(wrong);
    if (planned.length === 0)
      throw new RuleViolation('nothing-to-import', '没有可导入的行：请核对文件名（如 04-支付.csv）和内容。');
    const notices = [
      ...[...ignored, ...strangers].map((file) => `未识别的文件已略过：${file}`),
      ...noticed,
      ...unusedNames(planned, this.profiles),
    ];
    const totals = totalsOf(planned);
    // Each row makes one event: what an attempt that lost the race half-way did record is no repetition to the next one.
    let half = 0;
    const attempt = () => this.record(command, planned, (recorded) => (half += recorded));
    const result = await racing(attempt);
    const late = await this.notYetSeen(result.position);
    return {
      ...result,
      recorded: result.recorded + half,
      repeated: result.repeated - half - doubled,
      rows: planned.length,
      totals,
      notices: [...notices, ...result.notices, ...late],
    };
  }

  private async record(
    command: ImportYear,
    rows: readonly Planned[],
    onHalf: (recorded: number) => void,
  ): Promise<Omit<ImportResult, 'rows' | 'totals'>> {
    const named = rows.map(({ unit }) => unit).filter((unit) => unit !== TOP_UNIT);
    const opened = await this.opened.of(command.year, named);
    const rights = new ImportRights(opened, await this.opened.before(command.year), command.mayRecordOn);
    rights.assert(rows.filter(({ unit }) => unit !== TOP_UNIT));
    const { planned, errors, notices } = placeRows(rows, opened);
    if (errors.length > 0) throw new ImportRefused([...errors]);
    rights.assert(planned);
    const { years, position } = await this.take(planned, command.year);
    const revisions = new Map([...years].map(([unit, year]) => [unit, year.revision]));
    const books = await this.codeBooks.load();
    const decided = decideRows(planned, years, books, command.actor, (done) =>
      command.onProgress('decide', done, planned.length),
    );
    if (decided.refusals.length > 0) throw new ImportRefused(await this.explained(decided, command.year));
    const recorded = command.dryRun
      ? { recorded: countOf(decided), position: null }
      : await this.append(
          command,
          { ...decided, year: command.year, content: contentOf(planned, command.year), revisions },
          onHalf,
        );
    // What was recorded before stands where the years stood.
    const reached = command.dryRun ? null : (recorded.position ?? position);
    return { ...recorded, position: reached, repeated: decided.repeated, units: [...years.keys()], notices };
  }

  /** Waits until the account holds what was recorded; where projectors take longer than anybody waits, a notice says so. */
  private async notYetSeen(position: string | null): Promise<string[]> {
    try {
      await this.freshness.reach(position, PROJECTED_WITHIN_MS);
      return [];
    } catch (error) {
      if (error instanceof RuleViolation && error.code === 'not-yet-projected') return [error.message];
      throw error;
    }
  }

  /** The cells to correct; where something else stands recorded under what a row is about, with what stands there. */
  private async explained({ refusals, events }: Decided, year: number): Promise<CellError[]> {
    const standing = new Map<string, ReturnType<typeof standingOf>>();
    for (const unit of new Set(refusals.filter(meetsAnother).map(({ row }) => row.unit))) {
      const recorded: RecordedEvent[] = [];
      for await (const batch of this.events.readStream(budgetYearStream(unit, year))) {
        for (const stored of batch) recorded.push(read(stored));
      }
      standing.set(unit, standingOf([...recorded, ...(events.get(unit) ?? [])]));
    }
    return cellsOf(refusals, (refusal) => {
      const event = meetsAnother(refusal) ? standing.get(refusal.row.unit)?.(refusal) : undefined;
      return event ? cellBeside(refusal, event) : cellOf(refusal);
    });
  }

  private async append(command: ImportYear, shares: Shares, onHalf: (recorded: number) => void): Promise<Recorded> {
    const total = countOf(shares);
    command.onProgress('append', 0, total);
    const recorded = await appendShares(this.events, shares, onHalf);
    command.onProgress('append', total, total);
    return recorded;
  }

  /** The years to decide on, and the position of the last event of any. */
  private async take(planned: readonly Planned[], fiscalYear: number) {
    const years = new Map<string, BudgetYear>();
    let last: string | null = null;
    for (const { unit } of planned) {
      if (years.has(unit)) continue;
      const { year, position } = await this.budgetYears.take(unit, fiscalYear);
      years.set(unit, year);
      if (position !== null && (last === null || position > last)) last = position;
    }
    return { years, position: last };
  }
}

const sourcesOf = (source: string | readonly SourceTable[]): ReturnType<typeof readSources> =>
  typeof source === 'string' ? readSources(source) : Promise.resolve({ tables: [...source], ignored: [] });

/** The same rows make the same import, whatever the order of files and rows: an interrupted one is finished, not doubled. */
const contentOf = (planned: readonly Planned[], year: number): string =>
  fingerprint([year, ...planned.map((row) => `${row.unit}|${row.key}|${row.fingerprint}`).sort()]);
