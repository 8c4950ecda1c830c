import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount, type Paper } from '../paper';
import { minus, plus, type Side } from '../side';

/** Money outside 财政拨款: what was spent is what came in, what was there and what surplus gave, less what is left. */
export const otherMoneyFlows: Check = {
  id: 'B15',
  scope: '01/02/03/04',
  formula: '非财政资金流：(03合计-04支出合计)=Σ02非财政收入+年初非财政+使用非财政结余-结余分配-年末非财政',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const spent = less(paper.cell('03', 'total', 0), paper.cell('04', 'out.total'));
    const means = plus(
      [
        ...[2, 3, 4, 5, 6].map((column) => paper.cell('02', 'total', column)),
        less(paper.cell('01', 'in.opening'), paper.cell('04', 'in.opening')),
        paper.cell('01', 'in.useOfSurplus'),
        minus(paper.cell('01', 'out.distribution')),
        minus(closing(paper)),
      ],
      '02表非财政拨款收入＋年初非财政拨款结余＋使用非财政拨款结余－结余分配－年末非财政拨款结余',
    );
    return compare([within(spent, means)], '请核对非财政拨款的收入、支出和结余');
  }),
};

const less = (whole: Side, part: Side): Side => plus([whole, minus(part)]);

const closing = (paper: Paper): Side => less(paper.cell('01', 'out.closing'), paper.cell('04', 'out.closing'));
