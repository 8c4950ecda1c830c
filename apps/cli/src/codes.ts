import { DefineCodes } from '@juesuan/application';
import { type BookName, BOOK_TITLES } from '@juesuan/classification';
import { Argument, type Command } from 'commander';
import { say } from './printing';
import { inSession, type StoreOptions, withStore } from './session';

/** `juesuan codes functional FILE.csv`: adds codes to a book, with their effective dates. */
export function addCodes(program: Command): void {
  withStore(program.command('codes'))
    .description('导入科目：CSV（编码,名称,生效日期,失效日期），全部导入或一行也不导入')
    .addArgument(new Argument('<book>', 'functional 功能分类，economic 经济分类').choices(['functional', 'economic']))
    .argument('<file>', 'CSV 或 XLSX 文件')
    .action((book: BookName, file: string, options: StoreOptions) =>
      inSession(
        options,
        async (session) => {
          const added = await session.execute(new DefineCodes(book, file, session.actor));
          say(added === 0 ? '文件中的科目都已在科目库中。' : `${BOOK_TITLES[book]}：新增或更新 ${added} 条。`);
        },
        'begins',
      ),
    );
}
