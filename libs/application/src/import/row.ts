import { wordFor } from '@juesuan/classification';
import type { CellError, SourceRow, SourceTable } from '@juesuan/documents';
import { parseDate, parseWan, parseYuan, RuleViolation } from '@juesuan/kernel';

/** A day as Excel counts them, from 1900 on: 45414 is 2024-05-02. Between 1982 and 2064, so that no other number is taken for one. */
const SERIAL = /^[3-5]\d{4}$/;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const dayOfSerial = (serial: number): string => new Date(EXCEL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10);

/** A row being read: gives typed cells and collects what is wrong with them, each with file, row, column and value. */
export class RowReader {
  readonly errors: CellError[] = [];

  constructor(
    readonly table: SourceTable,
    readonly row: SourceRow,
  ) {}

  /** Where this row stands, as events remember it. */
  get source(): string {
    return `${this.table.file}:${this.row.number}`;
  }

  /** The same, as people are told. */
  get place(): string {
    return `${this.table.file} 第 ${this.row.number} 行`;
  }

  text(column: string): string {
    return this.row.cells[column] ?? '';
  }

  required(column: string): string {
    const value = this.text(column);
    if (value === '') this.refuse(column, '此栏不能为空', '请补填');
    return value;
  }

  /** Digits and letters of a code as they are kept, whichever width they were typed in. */
  code(column: string): string {
    return this.required(column).normalize('NFKC');
  }

  date(column: string): string {
    const day = SERIAL.test(this.text(column)) ? dayOfSerial(Number(this.text(column))) : null;
    if (day === null) return this.parsed(column, parseDate, '');
    this.refuse(column, `是表格软件的日期序号，即 ${day}`, '请把这一列设为日期格式，再保存一次');
    return '';
  }

  yuan(column: string): number {
    return this.parsed(column, parseYuan, 0);
  }

  wan(column: string): number {
    return this.parsed(column, parseWan, 0);
  }

  /** The English word for one of a closed list of Chinese literals. */
  word<Key extends string>(column: string, vocabulary: Readonly<Record<Key, string>>): Key {
    const key = wordFor(vocabulary, this.text(column));
    if (key !== null) return key;
    const allowed = Object.values(vocabulary).join('、');
    this.refuse(column, '不是允许的取值', `请填以下之一：${allowed}`);
    return Object.keys(vocabulary)[0] as Key;
  }

  refuse(column: string | null, rule: string, advice: string): void {
    this.errors.push(this.fault(column, rule, advice));
  }

  /** Something wrong with this row that shows only beside other rows. */
  fault(column: string | null, rule: string, advice: string): CellError {
    const value = column === null ? null : this.text(column);
    return { file: this.table.file, row: this.row.number, column, value, rule, advice };
  }

  private parsed<T>(column: string, parse: (text: string) => T, otherwise: T): T {
    const text = this.required(column);
    if (text === '') return otherwise;
    try {
      return parse(text.normalize('NFKC'));
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      this.refuse(column, error.message, '请更正此格');
      return otherwise;
    }
  }
}
