import { StreamableFile } from '@nestjs/common';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to be saved under a Chinese name. */
export const download = (name: string, bytes: Uint8Array, type: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });

/** A workbook to be saved under a Chinese name. */
export const workbook = (name: string, bytes: Uint8Array): StreamableFile => download(`${name}.xlsx`, bytes, XLSX);
