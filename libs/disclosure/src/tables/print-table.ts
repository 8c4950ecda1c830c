import { type Account, BUDGET_TABLES, FINAL_TABLES, type Table, tableOf } from '@juesuan/account';
import type { BookName } from '@juesuan/classification';
import { formatWan } from '@juesuan/kernel';
import { columnsOf } from '../profile/columns';
import type { Form, Profile } from '../profile/schema';
import { fill } from '../text/wording';
import { ordinal } from './ordinal';
import type { PrintedRow, PrintedTable } from './printed-table';
import { codeOf, listedRows, rowsByCode } from './rows';

/** The name of a code in the report's own year; null where the book does not know it. */
export type NameOf = (book: BookName, code: string) => string | null;

/** Prints one table of an account as the profile's form has it. */
export function printTable(account: Account, id: string, profile: Profile, nameOf: NameOf): PrintedTable {
  const table = tableOf(account, id);
  const form = formOf(profile, id);
  const facts = { self: selfOf(account, profile), year: String(account.year) };
  const rows = rowsOf(table, form, { ...profile.labels, ...form.labels }, nameOf);
  const isEmpty = rows.every(({ values }) => values.every((value) => value === '0.00'));
  return {
    id,
    title: fill(form.title, facts),
    printedNumber: form.printedNumber,
    columns: columnsOf(form.columns),
    header: form.columns,
    unitLine: { unit: fill(profile.unitLine.unit, facts), money: profile.unitLine.money },
    rows,
    notes: form.notes.map((note) => fill(note, facts)),
    emptySentence: isEmpty ? fill(form.emptySentence, facts) : null,
  };
}

/** The nine tables of an account in print order: of the budget before anything was paid, else of the final account. */
export function printTables(
  { account, nameOf }: { account: Account; nameOf: NameOf },
  profile: Profile,
): PrintedTable[] {
  const statements = account.isBudget ? BUDGET_TABLES : FINAL_TABLES;
  return statements.map(({ id }) => printTable(account, id, profile, nameOf));
}

/** What the account's texts call the body that reports: 部门 or 单位. */
export const selfOf = ({ unit }: Account, { self }: Profile): string =>
  unit.type === 'department' ? self.department : self.unit;

function formOf(profile: Profile, id: string): Form {
  const form = profile.forms[id];
  if (!form) throw new RangeError(`no form for table ${id}`);
  return form;
}

function rowsOf(table: Table, form: Form, labels: Readonly<Record<string, string>>, nameOf: NameOf): PrintedRow[] {
  const book = table.rowsBy === 'economic' ? 'economic' : 'functional';
  const keys = form.rows ? listedRows(form.rows, table) : rowsByCode(table, book);
  let classes = 0;
  return keys.map((key) => {
    const code = codeOf(key);
    const name = labels[key] ?? (code === null ? key : (nameOf(book, code) ?? code));
    const isNumbered = form.numberedClasses && key.startsWith('out.') && (code !== null || !isSum(key));
    return row(table, key, isNumbered ? `${ordinal((classes += 1))}、${name}` : name, levelOf(key, form));
  });
}

const SUMS = ['total', 'out.total', 'out.distribution', 'out.closing', 'out.grandTotal', 'in.total', 'in.grandTotal'];
const isSum = (key: string): boolean => SUMS.includes(key) || key === 'personnel' || key === 'publicUse';

function levelOf(key: string, { indent }: Form): number {
  const code = codeOf(key);
  if (code !== null) return (code.length - 1) / 2;
  return isSum(key) ? 0 : indent.includes(key) ? 2 : 1;
}

/** Income has one amount a row; the columns after it belong to the expenditure beside it (tables 04 and Y04). */
function row(table: Table, key: string, label: string, level: number): PrintedRow {
  const width = key.startsWith('in.') ? 1 : table.columns;
  const fen = Array.from({ length: width }, (_, column) => table.byKey.get(key)?.[column] ?? 0);
  return { key, label, level, values: fen.map(formatWan), fen };
}
