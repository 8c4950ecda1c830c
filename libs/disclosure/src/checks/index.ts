import { type CheckResult, resultOf } from '@juesuan/account';
import { overallText } from './text/c01-overall';
import { incomeText } from './text/c02-income';
import { expenditureText } from './text/c03-expenditure';
import { fiscalText } from './text/c04-fiscal';
import { generalPublicText } from './text/c05-general-public';
import { classesText } from './text/c06-classes';
import { itemsTotalText } from './text/c07-items-total';
import { itemsBudgetText } from './text/c08-items-budget';
import { itemsActualText } from './text/c09-items-actual';
import { itemsComplete } from './text/c10-items-complete';
import { itemsAsTable } from './text/c11-items-as-table';
import { itemsNamed } from './text/c12-items-named';
import { itemsRate } from './text/c13-items-rate';
import { itemsDirection } from './text/c14-items-direction';
import { reasonsGiven } from './text/c15-reasons';
import { reasonsAddUp } from './text/c16-reasons-add-up';
import { basicText } from './text/c17-basic';
import { threePublicText } from './text/c18-three-public';
import { emptyFundsText } from './text/c19-empty-funds';
import { agencyText } from './text/c20-agency';
import { oneFact } from './text/c21-one-fact';
import { yearsText } from './text/c22-years';
import { unitsText } from './text/c23-units';
import { lastYearCloses } from './text/c24-last-year-closes';
import { lastYearText } from './text/c25-last-year';
import { noLeftovers } from './text/c26-leftovers';
import { contentsText } from './text/c27-contents';
import { termsText } from './text/c28-terms';
import { typosText } from './text/c29-typos';
import { usesText } from './text/c30-uses';
import type { TextCheck, TextEvidence } from './text-check';

/** Every check of the family C (text against tables), in the order of their ids. */
export const TEXT_CHECKS: readonly TextCheck[] = [
  overallText,
  incomeText,
  expenditureText,
  fiscalText,
  generalPublicText,
  classesText,
  itemsTotalText,
  itemsBudgetText,
  itemsActualText,
  itemsComplete,
  itemsAsTable,
  itemsNamed,
  itemsRate,
  itemsDirection,
  reasonsGiven,
  reasonsAddUp,
  basicText,
  threePublicText,
  emptyFundsText,
  agencyText,
  oneFact,
  yearsText,
  unitsText,
  lastYearCloses,
  lastYearText,
  noLeftovers,
  contentsText,
  termsText,
  typosText,
  usesText,
];

/**
 * Runs every check of the text on a document as it is read: the one that was just made (`readingOf`) or one read back from its file.
 * Answers have the shape of `runChecks`, so that both lists are one report.
 */
export const runTextChecks = (given: TextEvidence): CheckResult[] =>
  TEXT_CHECKS.map((check) => resultOf(check, check.run(given)));
