// forbidden: only-documents-writes-pages — file formats stay behind one library
export { Document } from 'docx';
export { Resvg } from '@resvg/resvg-js';
export { stringify } from 'csv-stringify/sync';
export { XMLParser } from 'fast-xml-parser';
export { zipSync } from 'fflate';
