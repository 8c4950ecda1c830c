import { balancesUnder, type Account } from '../../account';
import type { Balance } from '../../entry';
import { isSpending } from '../../measures';
import { type Check, notRun } from '../check';
import { compare, type Comparison, toTheFen } from '../comparison';
import { ACTUAL, totalOf } from '../ledger';
import { type Paper, paperOf, union } from '../paper';
import { exactSide } from '../side';

/** 决算数 is payments less refunds after corrections, to the 分: in table 03 and in the items that are explained. */
export const actualIsPaid: Check = {
  id: 'D04',
  scope: '台账',
  formula: '决算=Σ(支付-当年退回±更正)',
  tolerance: 'FEN',
  severity: 'error',
  run: (evidence) => {
    const { account } = evidence;
    if (account.isBudget) return notRun('这是预算公开，没有决算表');
    return compare(
      [...tableRows(paperOf(evidence), account), ...explainedItems(account)],
      '请核对该科目的支付、退回和更正，或重建台账',
    );
  },
};

function tableRows(paper: Paper, account: Account): Comparison[] {
  const spent = byItem(balancesUnder(account, '03').filter(isSpending));
  const items = union(paper.rows('03', /^\d{7}$/), [...spent.keys()]);
  const rows = items.map((item) => ({ row: item, paid: totalOf(spent.get(item) ?? [], ACTUAL) }));
  const total = { row: 'total', paid: totalOf(balancesUnder(account, '03'), ACTUAL) };
  return [total, ...rows].map(({ row, paid }) => toTheFen(paper.exact('03', row), exactSide(PAID, paid)));
}

function explainedItems({ items, balances }: Account): Comparison[] {
  const spent = byItem(balances.filter((balance) => isSpending(balance) && balance.fundSource === 'generalPublic'));
  return items.map(({ code, actual }) =>
    toTheFen(
      exactSide(`说明 ${code} 决算数`, actual),
      exactSide(`一般公共预算${PAID}`, totalOf(spent.get(code) ?? [], ACTUAL)),
    ),
  );
}

const PAID = '支付－退回±更正';

function byItem(balances: readonly Balance[]): Map<string, Balance[]> {
  const items = new Map<string, Balance[]>();
  for (const balance of balances) {
    const own = items.get(balance.item);
    if (own) own.push(balance);
    else items.set(balance.item, [balance]);
  }
  return items;
}
