// forbidden: only-documents-reads-files — a young package stays behind one library
export { parse } from 'csv-parse/sync';
export { readXlsx } from 'hucre';
