import { refuseFile } from './source-table';

/** The text of a file as Chinese offices write it: UTF-8 with or without mark, GBK/GB18030, or Excel's UTF-16 “Unicode text”. */
export function decode(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  if (text !== null && !text.includes('\0')) return text;
  throw refuseFile(file, '不是文本文件，或编码既不是 UTF-8 也不是 GBK', '请用 Excel/WPS 另存为“CSV UTF-8”');
}

/** GBK bytes are hardly ever valid UTF-8, so UTF-8 is tried first and strictly. */
function strictly(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
