import type { Cell, CellValue } from 'hucre/xlsx';
import { visible } from '../text';

/** Why a cell of a workbook has no text that could be meant. */
export interface CellFault {
  readonly rule: string;
  readonly advice: string;
  readonly value: string | null;
}

const LOST_DIGITS = 1e15;
const DIGITS = 15;
const LAST_YEAR = 9999;
const FIRST_YEAR = 1901;

/** The text of a cell as Excel shows it, or why there is none. `detail` is what hucre knows beyond the value. */
export function cellText(value: CellValue, detail: Cell | undefined): string | CellFault {
  if (detail?.type === 'error') return fault(String(value), '单元格是错误值', '请更正公式，或直接填写结果');
  if (value === null) {
    if (detail?.formula === undefined) return '';
    return fault(`=${detail.formula}`, '公式没有保存计算结果', '请用 Excel 或 WPS 打开，保存一次再导入');
  }
  if (typeof value === 'string') return visible(value).trim();
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') {
    return fault(value ? 'TRUE' : 'FALSE', '单元格是逻辑值', '请填写文字或数字');
  }
  return dateText(value);
}

const fault = (value: string | null, rule: string, advice: string): CellFault => ({ value, rule, advice });

/** 15 digits are what Excel keeps and shows: 0.1+0.2 is 0.3, 1.005 stays 1.005. From 1e15 on digits were lost when it was typed. */
function numberText(value: number): string | CellFault {
  if (!(Math.abs(value) < LOST_DIGITS)) {
    return fault(String(value), '号码以数字存储已失真', '请把该列设为文本，按原件重新填写');
  }
  const text = String(Number(value.toPrecision(DIGITS)));
  const [digits = '', exponent] = text.replace('-', '').replace('.', '').split('e-');
  if (exponent === undefined) return text === '-0' ? '0' : text;
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}

/** hucre turns a date-formatted number of either date system into a UTC day; what is only a time of day, or no day, is refused. */
function dateText(date: Date): string | CellFault {
  const year = date.getUTCFullYear();
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return date.toISOString().slice(0, 10);
  return fault(null, '单元格设成了日期格式，内容却不是日期', '请核对内容，或把单元格格式改为常规');
}
