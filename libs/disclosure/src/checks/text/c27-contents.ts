import { faultless, notRun } from '@juesuan/account';
import type { TextCheck } from '../text-check';

/** Headings inside a section, （一） and below, are not listed. */
const LISTED = 2;

/** The 目录 lists the headings of parts, tables and sections in their order. */
export const contentsText: TextCheck = {
  id: 'C27',
  scope: '目录',
  formula: '目录标题、次序=正文标题、次序',
  tolerance: 'exact',
  severity: 'warn',
  run: ({ document: { contents, headings } }) => {
    if (contents === null) return notRun('文档还没有排成文件，没有目录');
    const listed = headings.flatMap(({ level, text }) => (level <= LISTED ? [text] : []));
    const entries = contents.map(
      (entry) => listed.find((text) => entry === text || entry.endsWith(` ${text}`)) ?? entry,
    );
    const faults = listed.flatMap((text, index) =>
      entries[index] === text ? [] : [`目录第 ${index + 1} 行是“${contents[index] ?? ''}”，正文是“${text}”`],
    );
    const more = contents.length > listed.length ? [`目录多出 ${contents.length - listed.length} 行`] : [];
    return faultless([...faults, ...more], `目录的 ${listed.length} 行与正文标题一致`, '请更新目录');
  },
};
