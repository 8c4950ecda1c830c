import type { Check } from '../check';
import { compare, type Comparison, within } from '../comparison';
import { onFinalAccount, type Paper } from '../paper';
import { plus } from '../side';

const FUNDS = ['generalPublic', 'governmentFund', 'stateCapital'];

/** Table 04 closes, for 财政拨款 as a whole and for each of its sources. */
export const fiscalGrandTotals: Check = {
  id: 'A13',
  scope: '04表',
  formula: '总计(收)=本年收入+年初；总计(支)=本年支出+年末；收=支（合计列，且分列成立）',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const income = plus([paper.cell('04', 'in.total'), paper.cell('04', 'in.opening')]);
    const whole = [
      within(paper.cell('04', 'in.grandTotal'), income),
      within(paper.cell('04', 'in.grandTotal'), paper.cell('04', 'out.grandTotal')),
    ];
    const columns = [0, 1, 2, 3].map((column) => expenditureOf(paper, column));
    const sources = FUNDS.map((fund, index) => sourceCloses(paper, fund, index + 1));
    return compare([...whole, ...columns, ...sources], '请核对04表该栏的收入、支出和年初、年末结转');
  }),
};

const expenditureOf = (paper: Paper, column: number): Comparison =>
  within(
    paper.cell('04', 'out.grandTotal', column),
    plus([paper.cell('04', 'out.total', column), paper.cell('04', 'out.closing', column)]),
  );

const sourceCloses = (paper: Paper, fund: string, column: number): Comparison =>
  within(
    paper.cell('04', 'out.grandTotal', column),
    plus([paper.cell('04', `in.${fund}`), paper.cell('04', `in.opening.${fund}`)]),
  );
