import { RuleViolation } from '@juesuan/kernel';

/** Figures a reason may name, each bound to a driver of the item's variance; `差额` is the variance itself. */
export const REASON_PLACEHOLDERS = {
  追加: 'supplement',
  追减: 'cut',
  调剂: 'virement',
  上年结转: 'carryoverIn',
  收回: 'recall',
  结转下年: 'carryoverOut',
  结余: 'surplus',
  未支出: 'unspent',
  差额: 'variance',
} as const;
export type ReasonPlaceholder = keyof typeof REASON_PLACEHOLDERS;

/** `{追加}` or, for the part with one purpose, `{追加:purpose}`. */
export const PLACEHOLDER = /\{([^{}:：]+)(?:[:：]([^{}]+))?\}/g;

const TYPED_FIGURE = /[\d０-９][\d０-９,.，．]*\s*(?:万元|亿元|元|%|％|个百分点)/;

/** A reason's figures are placeholders bound to drivers, never typed: a typed one would not follow the account (DOMAIN.md §4). */
export function assertPlaceholders(reason: string): void {
  const names = Object.keys(REASON_PLACEHOLDERS);
  const known = names.map((name) => `{${name}}`).join('');
  for (const [written, name = ''] of reason.matchAll(PLACEHOLDER)) {
    if (names.includes(name)) continue;
    throw new RuleViolation('unknown-placeholder', `原因中的“${written}”不认识，可用：${known}。`, { written });
  }
  const own = reason.replace(PLACEHOLDER, '｛｝');
  const stray = /[{}]/.exec(own);
  if (stray) {
    const text = `原因中的花括号“${stray[0]}”不成对，占位应写作 {追加} 或 {追加:事由}，可用：${known}。`;
    throw new RuleViolation('unknown-placeholder', text, { written: stray[0] });
  }
  const typed = TYPED_FIGURE.exec(own);
  if (!typed) return;
  const text = `原因中手写了数字“${typed[0]}”：请删去它，在页面上用“插入数字”插入，由系统按台账填写（在文件里写作占位，可用：${known}，例：年中追加人员经费{追加}万元）。`;
  throw new RuleViolation('typed-figure-in-reason', text, { figure: typed[0] });
}

/** A wording of the explanation is bound to the account in the same way: figures are addresses in braces, never typed. */
export function assertNoTypedFigure(text: string): void {
  const typed = TYPED_FIGURE.exec(text.replace(/\{[^{}]*\}/g, '｛｝'));
  if (!typed) return;
  const says = `文字中手写了数字“${typed[0]}”：请删去它，在页面上用“插入数字”插入，由系统按台账填写（在文件里写作占位，见 README）。`;
  throw new RuleViolation('typed-figure-in-reason', says, { figure: typed[0] });
}
