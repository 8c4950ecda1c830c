import { refusal } from './import-refused';

const MEGABYTE = 1_000_000;
const LARGEST_FILE = 200 * MEGABYTE;
const LARGEST_UNPACKED = 300 * MEGABYTE;

/** Refuses a file larger than any office's year, before it is read into memory. */
export function assertSize(bytes: number, file: string): void {
  if (bytes <= LARGEST_FILE) return;
  throw refusal(file, null, `文件有 ${size(bytes)}，上限 ${size(LARGEST_FILE)}`, '请按季度或单位拆成几个文件');
}

/** Refuses a workbook that is small as a file and huge once unpacked, as a zip bomb is. */
export function assertUnpackedSize(bytes: number, file: string): void {
  if (bytes <= LARGEST_UNPACKED) return;
  const rule = `工作簿解压后有 ${size(bytes)}，上限 ${size(LARGEST_UNPACKED)}`;
  throw refusal(file, null, rule, '请删去图片和无关的工作表，或另存为 CSV UTF-8');
}

const size = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;
