import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountKey, ExportDocument, makeFolder } from '@juesuan/application';
import type { Command } from 'commander';
import { say } from './printing';
import { tell } from './report';
import { inSession, type StoreOptions, withAccount, withDocument, withMoment } from './session';

type Options = StoreOptions & AccountKey & { profile: string; out: string; pdf?: boolean };

/** `juesuan export --unit 301 --year 2023 --profile hunan-2023 --out DIR`: everything that is published, ready to use. */
export function addExport(program: Command): void {
  withDocument(withMoment(withAccount(program.command('export'))))
    .description('生成可直接公开的文件：Word 公开文本、公开表、检查报告和开放数据')
    .option('--profile <id>', '公开格式，缺省为 standard', 'standard')
    .requiredOption('--out <dir>', '输出文件夹')
    .option('--pdf', '同时用 LibreOffice 生成 PDF')
    .action((options: Options) =>
      inSession(options, async (session) => {
        const query = new ExportDocument(options, options.profile, { pdf: options.pdf === true });
        const { report, files, warnings } = await session.ask(query);
        makeFolder(options.out);
        const paths = files.map(({ name, bytes }) => {
          const path = join(options.out, name);
          writeFileSync(path, bytes);
          return path;
        });
        tell(report, paths);
        for (const warning of warnings) say(`注意：${warning}`);
      }),
    );
}
