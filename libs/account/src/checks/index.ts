import { incomeBySource } from './between/b01-income-by-source';
import { incomeTotal } from './between/b02-income-total';
import { expenditureTotal } from './between/b03-expenditure-total';
import { expenditureByClass } from './between/b04-expenditure-classes';
import { fiscalSources } from './between/b05-fiscal-sources';
import { fiscalIncomeTotal } from './between/b06-fiscal-income';
import { generalPublicByClass } from './between/b07-general-classes';
import { generalPublicTotal } from './between/b08-general-total';
import { governmentFundAgrees } from './between/b09-government-fund';
import { stateCapitalAgrees } from './between/b10-state-capital';
import { generalPublicWithinAll } from './between/b11-general-within-all';
import { basicAgrees } from './between/b12-basic';
import { incomeSpent } from './between/b13-income-spent';
import { fiscalPartOfBalances } from './between/b14-fiscal-part-of-balances';
import { otherMoneyFlows } from './between/b15-other-money';
import { threePublicHoldsBasic } from './between/b16-three-public';
import { threePublicBasicOnly } from './between/b17-three-public-basic-only';
import { agencyOperating } from './between/b18-agency-operating';
import { itemsWithNamesakes } from './between/b19-items-with-namesakes';
import { meetingsAndTraining } from './between/b20-meetings-and-training';
import { itemsOfFunds } from './between/b21-items-of-funds';
import { headingsAgree } from './between/b22-headings';
import { tableNumbers } from './between/b23-table-numbers';
import { countsAndCosts } from './between/b24-counts-and-costs';
import { vehiclesCounted } from './between/b25-vehicles';
import { procurement } from './between/b26-procurement';
import { performance } from './between/b27-performance';
import { publishedBudget } from './between/b28-published-budget';
import { openingIsLastClosing } from './between/b29-opening-is-last-closing';
import type { Answer, Check, Evidence, Severity } from './check';
import { incomeSources } from './inside/a01-income-sources';
import { expenditureClasses } from './inside/a02-expenditure-classes';
import { incomeGrandTotal } from './inside/a03-income-grand-total';
import { expenditureGrandTotal } from './inside/a04-expenditure-grand-total';
import { grandTotalsAgree } from './inside/a05-grand-totals-agree';
import { incomeColumns } from './inside/a06-income-columns';
import { incomeLevels } from './inside/a07-income-levels';
import { expenditureColumns } from './inside/a08-expenditure-columns';
import { expenditureLevels } from './inside/a09-expenditure-levels';
import { fiscalIncome } from './inside/a10-fiscal-income';
import { fiscalExpenditure } from './inside/a11-fiscal-expenditure';
import { fiscalOpening } from './inside/a12-fiscal-opening';
import { fiscalGrandTotals } from './inside/a13-fiscal-grand-totals';
import { generalPublicAddsUp } from './inside/a14-general-public';
import { economicClasses } from './inside/a15-economic-classes';
import { personnelAddsUp } from './inside/a16-personnel';
import { publicUseAddsUp } from './inside/a17-public-use';
import { fundCarriesOver } from './inside/a18-fund-carries-over';
import { fundAddsUp } from './inside/a19-fund-adds-up';
import { stateCapitalAddsUp } from './inside/a20-state-capital';
import { threePublicAddsUp } from './inside/a21-three-public';
import { vehiclesAddUp } from './inside/a22-vehicles';
import { codesInOrder } from './inside/a23-codes';
import { emptyNotes } from './inside/a24-empty-notes';
import { oddFigures } from './inside/a25-odd-figures';
import { finalBudgetAddsUp } from './ledger/d01-final-budget';
import { virementsBalance } from './ledger/d02-virements';
import { nothingOverspent } from './ledger/d03-available';
import { actualIsPaid } from './ledger/d04-actual';
import { nothingUnspent } from './ledger/d05-nothing-unspent';
import { driversExplain } from './ledger/d06-drivers';
import { carryoverArrives } from './ledger/d07-carryover';
import { correctionsMoveOnly } from './ledger/d08-corrections';
import { lockedYears } from './ledger/d09-locked-years';
import { hashChain } from './ledger/d10-hash-chain';
import { twoWays } from './ledger/d11-two-ways';
import { treasuryAgrees } from './ledger/d12-treasury';

export { notRun } from './check';
export { faultless } from './comparison';
export type {
  Answer,
  Check,
  Evidence,
  FromEvents,
  PrintedDocument,
  PrintedHeading,
  PrintedTable,
  Severity,
  Tolerance,
  TreasuryMonth,
} from './check';

/** Every check of the families A (inside a table), B (between tables) and D (the ledger), in the order of their ids. */
export const CHECKS: readonly Check[] = [
  incomeSources,
  expenditureClasses,
  incomeGrandTotal,
  expenditureGrandTotal,
  grandTotalsAgree,
  incomeColumns,
  incomeLevels,
  expenditureColumns,
  expenditureLevels,
  fiscalIncome,
  fiscalExpenditure,
  fiscalOpening,
  fiscalGrandTotals,
  generalPublicAddsUp,
  economicClasses,
  personnelAddsUp,
  publicUseAddsUp,
  fundCarriesOver,
  fundAddsUp,
  stateCapitalAddsUp,
  threePublicAddsUp,
  vehiclesAddUp,
  codesInOrder,
  emptyNotes,
  oddFigures,
  incomeBySource,
  incomeTotal,
  expenditureTotal,
  expenditureByClass,
  fiscalSources,
  fiscalIncomeTotal,
  generalPublicByClass,
  generalPublicTotal,
  governmentFundAgrees,
  stateCapitalAgrees,
  generalPublicWithinAll,
  basicAgrees,
  incomeSpent,
  fiscalPartOfBalances,
  otherMoneyFlows,
  threePublicHoldsBasic,
  threePublicBasicOnly,
  agencyOperating,
  itemsWithNamesakes,
  meetingsAndTraining,
  itemsOfFunds,
  headingsAgree,
  tableNumbers,
  countsAndCosts,
  vehiclesCounted,
  procurement,
  performance,
  publishedBudget,
  openingIsLastClosing,
  finalBudgetAddsUp,
  virementsBalance,
  nothingOverspent,
  actualIsPaid,
  nothingUnspent,
  driversExplain,
  carryoverArrives,
  correctionsMoveOnly,
  lockedYears,
  hashChain,
  twoWays,
  treasuryAgrees,
];

/** A check's answer as files and screens carry it. `ok` null: not run. A tail difference is ok and of severity info. */
export interface CheckResult {
  readonly id: string;
  readonly ok: boolean | null;
  readonly severity: Severity;
  readonly outcome: Answer['outcome'];
  readonly left: string | null;
  readonly right: string | null;
  /** One sentence: what equals what, what differs and where to look, or why the check was not run. */
  readonly says: string;
}

/** Runs every check; each answers, silence is not an answer (DOMAIN.md §7). */
export const runChecks = (evidence: Evidence): CheckResult[] =>
  CHECKS.map((check) => resultOf(check, check.run(evidence)));

/** A check's answer as it is reported. */
export function resultOf({ id, severity }: Pick<Check, 'id' | 'severity'>, answer: Answer): CheckResult {
  const { outcome, says } = answer;
  if (answer.outcome === 'notRun') return { id, ok: null, severity, outcome, left: null, right: null, says };
  const { left, right } = answer;
  const ok = outcome !== 'failed';
  return { id, ok, severity: outcome === 'tail' ? 'info' : severity, outcome, left, right, says };
}

/** Whether a check failed that must not fail; failed warnings and hints are shown and let pass. */
export const hasFailed = (results: readonly CheckResult[]): boolean =>
  results.some(({ ok, severity }) => ok === false && severity === 'error');
