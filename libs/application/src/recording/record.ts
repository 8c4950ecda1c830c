import type { BudgetYearCommand, By } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Asked, fingerprintOf } from './asked';
import { BudgetYears } from './budget-years';
import type { Receipt } from './carrying-out';
import { OpenedUnits } from '../reading/opened-units';

/** Who sends a command, and under which id. */
export type Sender = Pick<By, 'commandId' | 'actor' | 'administrator'>;

/** What is asked with its sender and the digest by which it is known again. */
export const sentBy = (by: Sender, asked: Asked): BudgetYearCommand => ({
  ...asked,
  by: { ...by, fingerprint: fingerprintOf(asked) },
});

/** Any command on a unit's budget year, by whom and under which id. */
export class Record extends Command<Receipt> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly asked: Asked,
    readonly by: Sender,
    /** The revision of the year that the sender saw; null: she does not say (see BudgetYears). */
    readonly seen: number | null = null,
  ) {
    super();
  }
}

@CommandHandler(Record)
export class RecordHandler implements ICommandHandler<Record> {
  constructor(
    private readonly budgetYears: BudgetYears,
    private readonly opened: OpenedUnits,
  ) {}

  async execute({ unit, year, asked, by, seen }: Record): Promise<Receipt> {
    if (asked.type === 'OpenFiscalYear' && !(await this.budgetYears.look(unit, year, ({ opened }) => opened !== null)))
      await this.assertStands(unit, year, asked.data.parentCode);
    return this.budgetYears.handle(unit, year, sentBy(by, asked), seen);
  }

  /**
   * A unit below nobody, or whose parents lead back to it, would have no department; only the tree of all units can tell. An import
   * only tells of a parent that nobody opened: the department's own file may come later.
   */
  private async assertStands(unit: string, year: number, parent: string | null): Promise<void> {
    if (parent === null) return;
    const parents = new Map((await this.opened.of(year, [parent])).map(({ code, parent: above }) => [code, above]));
    if (parent !== unit && !parents.has(parent)) throw parentNotOpened(unit, year, parent);
    const passed = new Set<string>();
    for (let above: string | null = parent; above && !passed.has(above); above = parents.get(above) ?? null) {
      passed.add(above);
      if (above !== unit || passed.size === 1) continue;
      const text = `单位 ${unit} 的上级 ${parent} 又在 ${unit} 之下，请核对上级单位编码。`;
      throw new RuleViolation('unit-below-itself', text, { unit, parent: parent ?? '' });
    }
  }
}

function parentNotOpened(unit: string, year: number, parent: string): RuleViolation {
  const text = `单位 ${unit} 的上级 ${parent} 没有开启 ${year} 年度。请先开启上级单位，或核对上级单位编码。`;
  return new RuleViolation('parent-not-opened', text, { unit, parent });
}
