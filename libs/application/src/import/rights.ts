import { RuleViolation } from '@juesuan/kernel';
import type { Planned } from './plan';

/** Units and what stands above each. */
type Tree = readonly { readonly code: string; readonly parent: string | null }[];

/** Whether a sender may record on a unit of a tree. */
export type MayRecordOn = (unit: string, tree: Tree) => boolean;

/**
 * What an import's sender may record on. Her rights are read off the units as they were opened, and off the year before for those that
 * were not yet; never off what the import itself lists, else listing a unit below one's own would give power over it.
 */
export class ImportRights {
  private readonly opened: ReadonlySet<string>;
  private readonly before: ReadonlyMap<string, string | null>;
  private readonly tree: Tree;

  constructor(
    opened: Tree,
    yearBefore: Tree,
    private readonly mayRecordOn: MayRecordOn,
  ) {
    this.opened = new Set(opened.map(({ code }) => code));
    this.before = new Map(yearBefore.map(({ code, parent }) => [code, parent]));
    this.tree = [...opened, ...yearBefore.filter(({ code }) => !this.opened.has(code))];
  }

  /** Throws RuleViolation `unit-not-permitted`, in the same words whether a unit that is not the sender's exists or not. */
  assert(rows: readonly Planned[]): void {
    const named = new Set(rows.flatMap((row) => [row.unit, ...this.placedBelow(row)]));
    const foreign = [...named].filter((unit) => !this.mayRecordOn(unit, this.tree)).join('、');
    if (foreign === '') return;
    const text = `其中单位 ${foreign} 不在您的权限范围内，什么都没有记录。请核对编码；本年度才设立的单位，请管理员先开启。`;
    throw new RuleViolation('unit-not-permitted', text, { units: foreign });
  }

  /** What a unit is newly put below: who watches over that department would see the unit, and the unit's own people that department. */
  private placedBelow({ unit, command }: Planned): readonly string[] {
    if (command.type !== 'OpenFiscalYear' || this.opened.has(unit)) return [];
    const { parentCode } = command.data;
    return parentCode === null || parentCode === this.before.get(unit) ? [] : [parentCode];
  }
}
