import { refusal } from '../import-refused';

const SAVE_AS = '请在 Excel 或 WPS 中打开原件，另存为“CSV UTF-8（逗号分隔）”';
const LEAST_HEALTHY = 10;

/**
 * The text of a file as offices save it: UTF-8 with or without BOM, else GB18030 (what Chinese Excel calls CSV), or UTF-16
 * with BOM (“Unicode 文本”). Never guesses over damaged characters: those are refused.
 */
export function decode(bytes: Uint8Array, file: string): string {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) throw refusal(file, null, '内容是 XLSX 工作簿', '请把扩展名改为 .xlsx');
  const text = unicode16(bytes, file) ?? strict('utf-8', bytes) ?? chinese(bytes, file);
  if (text.includes('\0')) throw refusal(file, null, '内容不是文本', SAVE_AS);
  return text;
}

function unicode16(bytes: Uint8Array, file: string): string | null {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  if (encoding === null) return null;
  const text = strict(encoding, bytes);
  if (text === null) throw refusal(file, null, '不是完整的 Unicode 文本', SAVE_AS);
  return text;
}

/** A file that is UTF-8 but for a few bytes must not be taken for GB18030, in which nearly any bytes mean something. */
function chinese(bytes: Uint8Array, file: string): string {
  const healed = new TextDecoder('utf-8').decode(bytes);
  const broken = healed.split('\uFFFD').length - 1;
  const healthy = healed.match(/[\u4E00-\u9FFF]/g)?.length ?? 0;
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]) || healthy > broken * LEAST_HEALTHY) {
    const line = healed.slice(0, healed.indexOf('\uFFFD')).split(/\r\n?|\n/).length;
    throw refusal(file, line, '这一行有损坏的字符（UTF-8）', SAVE_AS);
  }
  const text = strict('gb18030', bytes);
  if (text === null) throw refusal(file, null, '既不是 UTF-8 也不是 GBK 编码', SAVE_AS);
  return text;
}

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
