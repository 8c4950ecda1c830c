/** A name as it is compared: full-width digits, hyphens and brackets are the plain ones. */
export const tableName = (name: string): string => name.normalize('NFKC').trim();

const NUMBERED = /^\d\d-/;

/** Whether a file or sheet is named as an import table: `04-支付`, `04-支付-1季度`. */
export const isNumbered = (name: string): boolean => NUMBERED.test(tableName(name));

/** What kind of table a name means: its number; 05 stands for two kinds, told apart by their title. */
export const kindOf = (name: string): string => /^05-上年[决预]算/.exec(name)?.[0] ?? name.slice(0, 2);

/** How a sheet is shown to the officer. */
export const sheetTitle = (file: string, sheet: string): string => `${file}［${sheet}］`;

/** Temporary files of Office and WPS, and hidden ones: no one put them there to be imported. */
export const isTemporary = (file: string): boolean => file.startsWith('~$') || file.startsWith('.');

/** What reads a file, by its extension: Excel saves “Unicode 文本” as .txt. */
export function formatOf(file: string): 'csv' | 'workbook' | 'foreign' | 'other' {
  const extension = /\.[^.]*$/.exec(file)?.[0].toLowerCase() ?? '';
  if (['.csv', '.txt', '.tsv'].includes(extension)) return 'csv';
  if (['.xlsx', '.xlsm', '.xls'].includes(extension)) return 'workbook';
  return ['.xlsb', '.et', '.ett', '.ods', '.numbers'].includes(extension) ? 'foreign' : 'other';
}
