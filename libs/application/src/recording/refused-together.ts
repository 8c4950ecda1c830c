import { RuleViolation } from '@juesuan/kernel';

/** Why one of several units was refused. */
export interface Refusal {
  readonly unit: { readonly code: string; readonly name: string };
  readonly error: RuleViolation;
}

/** What is said where something was asked for several units and some are refused; one that was asked alone says its own. */
export function refusedTogether(refusals: readonly Refusal[], asked: number): RuleViolation {
  const [first] = refusals;
  if (first && asked === 1) return first.error;
  const reasons = refusals.map(({ unit, error }) => `\n${unit.code} ${unit.name}：${error.message}`).join('');
  const text = `${asked} 个单位中有 ${refusals.length} 个不合规则，什么都没有记录。${reasons}`;
  return new RuleViolation('units-refused', text, { units: refusals.map(({ unit }) => unit.code).join('、') });
}
