// forbidden: only-documents-reads-files — a young package stays behind one library
export { readXlsx } from 'hucre';
