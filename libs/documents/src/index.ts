export { writeTables } from './published/xlsx';
export { readCsv } from './sources/csv';
export { readSources, type Sources } from './sources/read-sources';
export {
  type CellError,
  ImportRefused,
  requireColumns,
  type SourceRow,
  type SourceTable,
} from './sources/source-table';
export { readXlsx } from './sources/xlsx';
