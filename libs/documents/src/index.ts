export { type ListColumn, type ListRow, writeList } from './published/list-workbook';
export { writeTables } from './published/xlsx';
export { readCsv } from './source/csv/read-csv';
export { type CellError, ImportRefused } from './source/import-refused';
export { readSources, type Sources } from './source/read-sources';
export { requireColumns } from './source/require-columns';
export type { SourceRow, SourceTable } from './source/table';
export { readXlsx } from './source/xlsx/read-xlsx';
