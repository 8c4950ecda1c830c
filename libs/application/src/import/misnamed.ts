import type { CellError } from '@juesuan/documents';
import { IMPORT_FILES } from './columns';

/**
 * Files and sheets that are not read but are named nearly as an import table (`4-支付.csv`, `04-支出.csv`): a year recorded without
 * its payments looks complete, so such a name is refused; any other (`备注.docx`) is passed over and told.
 */
export function misnamed(unread: readonly string[]): CellError[] {
  return unread.flatMap((file) => {
    const meant = meantBy(stem(file));
    if (meant === null) return [];
    const rule = `名称像是“${meant}”而写法不同，不会被导入`;
    return [{ file, row: null, column: null, value: null, rule, advice: `请改名为 ${meant}；不要导入的请移到别处` }];
  });
}

/** The sheet's name, or the file's without its extension. */
const stem = (file: string): string => /［(.+)］$/.exec(file)?.[1] ?? file.replace(/\.[^.]*$/, '');

const NUMBER = /^(\d\d)[-－—_]/;
const BEFORE = /^[\d\s\-－—_.．、()（）]+/;
const AFTER = /[\d\s\-－—_.．、()（）]+.*$/;

function meantBy(name: string): string | null {
  const tables = Object.entries(IMPORT_FILES).map(([file, { title }]) => ({ number: file.slice(0, 2), title }));
  const bare = name.replace(BEFORE, '').replace(AFTER, '');
  const byTitle = tables.find(({ title }) => title === bare);
  const byNumber = tables.find(({ number }) => number === NUMBER.exec(name)?.[1]);
  const meant = byTitle ?? byNumber;
  return meant ? `${meant.number}-${meant.title}` : null;
}
