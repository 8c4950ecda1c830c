import { RuleViolation } from '@juesuan/kernel';
import type { Planned } from './plan';

/** Units and what stands above each. */
type Tree = readonly { readonly code: string; readonly parent: string | null }[];

/** Whether a sender may record on a unit of a tree. */
export type MayRecordOn = (unit: string, tree: Tree) => boolean;

/**
 * What an import's sender may record on. Her rights are read off the units as they were opened, and off the last year before for
 * those that were not yet: listing such a unit below one's own gives no power over it. Only what no year knows stands where the import
 * lists it, so that a department's officer brings in its first year with all its units.
 */
export class ImportRights {
  private readonly opened: ReadonlySet<string>;
  private readonly before: ReadonlyMap<string, string | null>;
  private readonly known: Tree;

  constructor(
    opened: Tree,
    lastBefore: Tree,
    private readonly mayRecordOn: MayRecordOn,
  ) {
    this.opened = new Set(opened.map(({ code }) => code));
    this.before = new Map(lastBefore.map(({ code, parent }) => [code, parent]));
    this.known = [...opened, ...lastBefore.filter(({ code }) => !this.opened.has(code))];
  }

  /** Throws RuleViolation `unit-not-permitted`, in the same words whether a unit that is not the sender's exists or not. */
  assert(rows: readonly Planned[]): void {
    const opening = rows.filter(({ command }) => command.type === 'OpenFiscalYear');
    const named = new Set(rows.map(({ unit }) => unit));
    for (const row of opening) for (const above of this.placedBelow(row)) named.add(above);
    const tree = this.withNew(opening);
    const foreign = [...named].filter((unit) => !this.mayRecordOn(unit, tree)).join('、');
    if (foreign === '') return;
    const text = `其中单位 ${foreign} 不在您的权限范围内，什么都没有记录。请核对编码；属于别的部门的单位，请由其经办人或管理员导入。`;
    throw new RuleViolation('unit-not-permitted', text, { units: foreign });
  }

  private withNew(rows: readonly Planned[]): Tree {
    const known = new Set(this.known.map(({ code }) => code));
    const listed = rows.flatMap(({ unit, command }) =>
      command.type === 'OpenFiscalYear' && !known.has(unit) ? [{ code: unit, parent: command.data.parentCode }] : [],
    );
    return [...this.known, ...listed];
  }

  /** What a unit is newly put below: who watches over that department would see the unit, and the unit's own people that department. */
  private placedBelow({ unit, command }: Planned): readonly string[] {
    if (command.type !== 'OpenFiscalYear' || this.opened.has(unit)) return [];
    const { parentCode } = command.data;
    return parentCode === null || parentCode === this.before.get(unit) ? [] : [parentCode];
  }
}
