import type { Unit } from '@juesuan/account';
import type { Commands, YearEndDisposition } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { type AskedOfUnit, BudgetYears } from './budget-years';
import { type Sender, sentBy } from './record';

/** What becomes of one line of one unit; the unit may be left out where only one is closed. */
export type UnitDisposition = YearEndDisposition & { readonly unit: string | null };

/** What became of a unit; `done` false: it was so before. */
export interface UnitDone {
  readonly unit: string;
  readonly name: string;
  readonly done: boolean;
  /** Where in the log it was recorded, with all the others; null where nothing was left to record. */
  readonly position: string | null;
}

/** Closes the year of a unit and of every unit below it: all that are still open, or none. */
export class CloseUnits extends Command<UnitDone[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly end: { readonly date: string; readonly dispositions: readonly UnitDisposition[] },
    readonly by: Sender,
  ) {
    super();
  }
}

/** Opens the year of a unit and of every unit below it again: all that are closed, or none. */
export class ReopenUnits extends Command<UnitDone[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly again: Commands['ReopenFiscalYear'],
    readonly by: Sender,
  ) {
    super();
  }
}

@CommandHandler(CloseUnits)
export class CloseUnitsHandler implements ICommandHandler<CloseUnits> {
  constructor(
    private readonly accounts: Accounts,
    private readonly budgetYears: BudgetYears,
  ) {}

  async execute({ unit, year, end, by }: CloseUnits): Promise<UnitDone[]> {
    const units = upwards(await this.accounts.unitsUnder(unit, year), unit);
    const open = orAll(units, ({ closed }) => !closed);
    const dispositions = byUnit(end.dispositions, open, units);
    const asked = units
      .filter((each) => open.includes(each) || dispositions.has(each.code))
      .map((each) => {
        const data = { date: end.date, dispositions: dispositions.get(each.code) ?? [], chainHead: null };
        return { unit: each, command: sentBy(by, { type: 'CloseFiscalYear', data }) };
      });
    const left = await this.leftOf(year, asked, open);
    const position = await this.budgetYears.handleTogether(year, left);
    return units.map((each) => doneTo(each, open, position));
  }

  /**
   * A closing that was interrupted half-way is asked again with all its dispositions: a unit that it closed just so is done. One
   * that was closed otherwise stays among those asked, so that the rule refuses.
   */
  private async leftOf(year: number, asked: readonly AskedOfUnit[], open: readonly Unit[]): Promise<AskedOfUnit[]> {
    const left: AskedOfUnit[] = [];
    for (const { unit, command } of asked) {
      const isOpen = open.some(({ code }) => code === unit.code);
      if (isOpen || !(await this.budgetYears.saidLast(unit.code, year, command))) left.push({ unit, command });
    }
    return left;
  }
}

@CommandHandler(ReopenUnits)
export class ReopenUnitsHandler implements ICommandHandler<ReopenUnits> {
  constructor(
    private readonly accounts: Accounts,
    private readonly budgetYears: BudgetYears,
  ) {}

  async execute({ unit, year, again, by }: ReopenUnits): Promise<UnitDone[]> {
    const units = upwards(await this.accounts.unitsUnder(unit, year), unit).reverse();
    const closed = orAll(units, (each) => each.closed);
    const command = sentBy(by, { type: 'ReopenFiscalYear', data: again });
    const position = await this.budgetYears.handleTogether(
      year,
      closed.map((each) => ({ unit: each, command })),
    );
    return units.map((each) => doneTo(each, closed, position));
  }
}

/** The unit itself comes last: where a store is interrupted half-way, a department never looks closed before its units are. */
const upwards = (units: readonly Unit[], top: string): Unit[] => [
  ...units.filter(({ code }) => code !== top),
  ...units.filter(({ code }) => code === top),
];

/** Those still to be done; where nothing is, all of them, so that the rule itself refuses. */
function orAll(units: readonly Unit[], isLeft: (unit: Unit) => boolean): readonly Unit[] {
  const left = units.filter(isLeft);
  return left.length > 0 ? left : units;
}

const doneTo = ({ code, name }: Unit, asked: readonly Unit[], position: string | null): UnitDone => ({
  unit: code,
  name,
  done: asked.some((each) => each.code === code),
  position,
});

/** A line may stand in several units, so that a disposition for several must say whose it is; a department has no lines. */
function byUnit(
  dispositions: readonly UnitDisposition[],
  closing: readonly Unit[],
  all: readonly Unit[],
): Map<string, YearEndDisposition[]> {
  const open = codesWithLines(closing);
  const withLines = open.length > 0 ? open : codesWithLines(all);
  const [only] = withLines.length === 1 ? withLines : [];
  const found = new Map<string, YearEndDisposition[]>();
  for (const { unit, ...disposition } of dispositions) {
    const code = unit ?? only;
    if (code === undefined) throw withoutUnit(withLines);
    if (!all.some((each) => each.code === code)) {
      throw new RuleViolation('unit-not-closing', `关账安排中的单位 ${code} 不在这次关账的单位之列。`, { unit: code });
    }
    found.set(code, [...(found.get(code) ?? []), disposition]);
  }
  return found;
}

const codesWithLines = (units: readonly Unit[]): string[] =>
  units.filter(({ type }) => type !== 'department').map(({ code }) => code);

function withoutUnit(units: readonly string[]): RuleViolation {
  const text = `这次关账有几个单位，关账安排须有“单位编码”栏，写明每条指标属于哪个单位：${units.join('、')}。`;
  return new RuleViolation('disposition-without-unit', text);
}
