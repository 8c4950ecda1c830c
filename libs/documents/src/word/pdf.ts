import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { fontConfig } from './fonts';

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;

/** A PDF, or one sentence that says why there is none. */
export type Pdf = { readonly bytes: Uint8Array } | { readonly missing: string };

/**
 * Turns a Word file into PDF with LibreOffice, in a folder and with a user profile of its own, so that an open office program
 * is not disturbed, and told which fonts stand for those that are missing. An office without its word processor answers 0 and writes nothing, so the file itself is looked for.
 */
export async function pdfOf(docx: Uint8Array, soffice = 'soffice'): Promise<Pdf> {
  const folder = await mkdtemp(join(tmpdir(), 'juesuan-pdf-'));
  try {
    const source = join(folder, 'document.docx');
    await writeFile(source, docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const fonts = join(folder, 'fonts.conf');
    await writeFile(fonts, fontConfig(process.env['FONTCONFIG_FILE'] ?? '/etc/fonts/fonts.conf'));
    const options = ['--headless', '--convert-to', 'pdf', '--outdir', folder, source];
    const env = { ...process.env, FONTCONFIG_FILE: fonts };
    await run(soffice, [profile, ...options], { env, timeout: TIMEOUT_MS, killSignal: 'SIGKILL' });
    return { bytes: await readFile(join(folder, 'document.pdf')) };
  } catch (error) {
    return { missing: reasonOf(error as NodeJS.ErrnoException & { killed?: boolean }, soffice) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function reasonOf(
  { code, path, killed, message }: NodeJS.ErrnoException & { killed?: boolean },
  soffice: string,
): string {
  if (killed) return `LibreOffice 在 ${TIMEOUT_MS / 1000} 秒内没有完成转换，没有生成 PDF；请用 Word 打开 docx 另存。`;
  if (code === 'ENOENT' && path === soffice)
    return '没有找到 LibreOffice，没有生成 PDF；安装 libreoffice-writer 后再试。';
  if (code === 'ENOENT') return 'LibreOffice 缺少文字处理组件，没有生成 PDF；安装 libreoffice-writer 后再试。';
  return `LibreOffice 没有完成转换，没有生成 PDF：${message}`;
}
