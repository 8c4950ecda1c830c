/** Characters that cannot be seen and come along when text is copied from pages, chats and certificates. */
const INVISIBLE = /\p{Cf}/gu;

/** Text without invisible characters and with \n for every line end: what looks the same compares the same. */
export const visible = (text: string): string => text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n');

/** A header as it is compared: 金额（元） and 金额 (元) are 金额(元), whatever brackets, spaces and line breaks were typed. */
export const headerText = (text: string): string =>
  text.replace(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')');

/** How a column is named to the officer where it has no header. */
export const columnName = (header: string | undefined, index: number): string => header || `第 ${index + 1} 列`;

const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/;
const SCIENTIFIC = /^-?\d(?:\.\d+)?[Ee]\+\d{2,}$/;

/** What a spreadsheet did to a value before it was saved as text: an error in its place, or digits lost to 1.23E+15. */
export function spoiled(text: string): { rule: string; advice: string } | null {
  if (ERROR_VALUE.test(text)) return { rule: `单元格是表格软件的错误值 ${text}`, advice: '请更正公式，或直接填写结果' };
  if (!SCIENTIFIC.test(text)) return null;
  return {
    rule: '数字已变成科学计数法，原来的位数可能已丢失',
    advice: '请把该列设为文本，按原件重新填写后再保存',
  };
}
