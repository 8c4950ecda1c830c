import { StreamableFile } from '@nestjs/common';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook to be saved under a Chinese name. */
export const workbook = (name: string, bytes: Uint8Array): StreamableFile =>
  new StreamableFile(bytes, {
    type: XLSX,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
  });
