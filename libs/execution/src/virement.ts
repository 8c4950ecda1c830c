import { FUND_SOURCES, type FundSource } from '@juesuan/classification';
import { type Fen, formatYuan, RuleViolation, sumFen } from '@juesuan/kernel';
import type { Rules } from './rule';
import { type BudgetLine, describeLine, lineKey } from './line';
import { assertGrant, assertTaking } from './quota';

/** 调剂: between two lines of the unit both halves are one decision, so it always sums to zero; between units it is two. */
export const virementRules: Rules<'TransferBudget' | 'TransferBudgetOut' | 'TransferBudgetIn'> = {
  TransferBudget: (year, command, context) => {
    const { from, to, ...document } = command;
    const out = { ...document, line: from };
    const into = { ...document, line: to };
    if (lineKey(from) === lineKey(to)) {
      const text = `调剂 ${formatYuan(command.amount)} 元的转出与转入是同一指标 ${describeLine(from)}。`;
      throw new RuleViolation('virement-onto-itself', text, { line: lineKey(from) });
    }
    assertTaking(year, out, context, '调剂转出');
    assertGrant(year, into, context);
    assertWithinFunds([out], [into]);
    return [
      { type: 'BudgetTransferredOut', data: out },
      { type: 'BudgetTransferredIn', data: into },
    ];
  },
  TransferBudgetOut: (year, command, context) => {
    assertTaking(year, command, context, '调剂转出');
    return [{ type: 'BudgetTransferredOut', data: command }];
  },
  TransferBudgetIn: (year, command, context) => {
    assertGrant(year, command, context);
    return [{ type: 'BudgetTransferredIn', data: command }];
  },
};

interface Half {
  readonly line: BudgetLine;
  readonly amount: Fen;
}

/**
 * 调剂 leaves every fund its quota: what goes out of an 资金性质 comes back into it. 预算法 §5 keeps the budgets whole and apart
 * (between them money moves by 调入 and 调出, which is the treasury's), and quota of a unit's own money rests on income of that kind.
 */
export function assertWithinFunds(outs: readonly Half[], ins: readonly Half[]): void {
  const fund = fundMovedAcross(outs, ins);
  if (fund === null) return;
  const [out, into] = [outs, ins].map((halves) => formatYuan(ofFund(halves, fund)));
  const name = FUND_SOURCES[fund];
  const text =
    `调剂不能改变资金性质：${name}转出 ${out} 元，转入 ${into} 元。` +
    '一种资金增加、另一种资金减少，须分别有追加和追减的文件。';
  throw new RuleViolation('virement-to-another-fund', text, { fundSource: name });
}

/** A fund that does not get back what goes out of it; null where each does. */
export function fundMovedAcross(outs: readonly Half[], ins: readonly Half[]): FundSource | null {
  const funds = new Set([...outs, ...ins].map(({ line }) => line.fundSource));
  return [...funds].find((fund) => ofFund(outs, fund) !== ofFund(ins, fund)) ?? null;
}

const ofFund = (halves: readonly Half[], fund: FundSource): Fen =>
  sumFen(halves.filter(({ line }) => line.fundSource === fund).map(({ amount }) => amount));
