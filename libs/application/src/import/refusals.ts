import type { CellError } from '@juesuan/documents';
import { lineKey } from '@juesuan/execution';
import type { RuleViolation } from '@juesuan/kernel';
import { grouped } from './grouped';
import { type Planned, RANK } from './plan';

/** A row that was refused, by which rule, and the row whose refusal is the cause of it, if any. */
export interface Refusal {
  readonly row: Planned;
  /** The id under which its command was decided. */
  readonly commandId: string;
  readonly violation: RuleViolation;
  readonly cause: Planned | null;
}

/** The refused rows of an import; one that lacks only what an earlier one would have brought is known as following from it. */
export class Refusals {
  readonly all: Refusal[] = [];
  private readonly missing = new Map<string, Planned>();

  add(row: Planned, commandId: string, violation: RuleViolation): void {
    const cause =
      lackedBy(row, violation)
        .map((lack) => this.missing.get(lack))
        .find((one) => one !== undefined) ?? null;
    for (const brought of broughtBy(row)) if (!this.missing.has(brought)) this.missing.set(brought, cause ?? row);
    this.all.push({ row, commandId, violation, cause });
  }
}

/** What would be there, had the row been recorded. */
function broughtBy({ unit, rank, command: { type, data } }: Planned): string[] {
  if (type === 'OpenFiscalYear') return [`year ${unit}`];
  if (type === 'SetThreePublicBudget') return [`ceiling ${unit} ${data.kind}`];
  if (type === 'FreezeQuota') return [`freeze ${unit} ${data.freezeId}`];
  const brought = [];
  if ('line' in data && (rank === RANK.adds || type === 'RefundPayment'))
    brought.push(`line ${unit} ${lineKey(data.line)}`);
  if ('voucher' in data) brought.push(`voucher ${unit} ${data.voucher}`);
  return brought;
}

/** What the rule missed. */
function lackedBy({ unit, command: { data } }: Planned, { code, facts }: RuleViolation): string[] {
  switch (code) {
    case 'year-not-opened':
      return [`year ${unit}`];
    case 'quota-exceeded':
      return [`line ${unit} ${facts['line']}`];
    case 'three-public-exceeded':
      return [`ceiling ${unit} ${facts['kind']}`];
    case 'payment-unknown':
      return 'originalVoucher' in data ? [`voucher ${unit} ${data.originalVoucher}`] : [];
    case 'freeze-unknown':
    case 'release-above-freeze':
      return [`freeze ${unit} ${facts['freezeId']}`];
    default:
      return [];
  }
}

/** The refusals as cells to be corrected: causes first, then what only follows from them, marked as such. */
export function cellsOf(refusals: readonly Refusal[], cellOf: (refusal: Refusal) => CellError): CellError[] {
  const causes = oncePerCode(refusals.filter(({ cause }) => cause === null)).map(({ refusal, rows }) => {
    const cell = cellOf(refusal);
    return rows > 1 ? { ...cell, rule: `${cell.rule}（共 ${rows} 行）` } : cell;
  });
  const following = refusals.flatMap((refusal) =>
    refusal.cause ? [{ ...cellOf(refusal), advice: `因 ${refusal.cause.reader.place}被拒而连带，请先更正那一行` }] : [],
  );
  return [...causes, ...following];
}

/** A code that the book lacks is one thing to mend, in however many rows it stands; any other refusal is its row's own. */
function oncePerCode(refusals: readonly Refusal[]): { readonly refusal: Refusal; readonly rows: number }[] {
  const lacking = ({ violation: { code, facts } }: Refusal): string | null =>
    code === 'unknown-code' ? String(facts['code']) : null;
  const rows = grouped(refusals, (refusal) => lacking(refusal) ?? '');
  return refusals.flatMap((refusal) => {
    const code = lacking(refusal);
    const same = code === null ? [refusal] : (rows.get(code) ?? []);
    return same[0] === refusal ? [{ refusal, rows: same.length }] : [];
  });
}

/** The cell that a rule speaks of. */
export function cellOf({ row: { reader }, violation }: Refusal): CellError {
  return reader.fault(columnOf(reader.row.cells, violation), violation.message, '');
}

/** The column a rule speaks of, where it is not the amount. */
const COLUMN: Readonly<Record<string, string>> = {
  'date-outside-year': '日期',
  'not-a-date': '日期',
  'no-freeze-id': '冻结编号',
  'freeze-id-reused': '冻结编号',
  'freeze-unknown': '冻结编号',
  'freeze-of-another-line': '冻结编号',
  'carryover-of-another-fund': '资金性质',
  'voucher-reused': '凭证号',
  'refund-on-another-line': '原凭证号',
  'payment-unknown': '原凭证号',
  'reclassified-to-another-fund': '资金性质',
  'reclassified-onto-itself': '原凭证号',
  'no-economic-item': '经济分类科目',
  'department-has-no-lines': '单位编码',
  'department-has-no-money': '单位编码',
  'unit-code-malformed': '单位编码',
  'parent-code-malformed': '上级单位编码',
  'year-not-opened': '单位编码',
  'year-already-opened': '单位编码',
  'year-closed': '单位编码',
  'typed-figure-in-reason': '原因',
  'unknown-placeholder': '原因',
};

function columnOf(cells: Planned['reader']['row']['cells'], { code, facts }: RuleViolation): string | null {
  const byCode = Object.keys(cells).find((column) => facts['code'] !== undefined && cells[column] === facts['code']);
  if (byCode !== undefined) return byCode;
  if ('nearest' in facts) return partThatDiffers(facts);
  return COLUMN[code] ?? Object.keys(cells).find((column) => column.includes('元)')) ?? null;
}

const LINE_COLUMNS = ['资金性质', '功能分类科目', '支出类型', '项目名称'] as const;

/** Where a line that is none has all but one part of the nearest that is, that part is most likely wrong. */
function partThatDiffers({ line, nearest }: RuleViolation['facts']): string {
  const parts = String(line).split('|');
  const others = String(nearest).split('|');
  const different = LINE_COLUMNS.filter((_, index) => parts[index] !== others[index]);
  return different.length === 1 && different[0] ? different[0] : '功能分类科目';
}
