import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type said, withDataFile } from '../support/command-line';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

const YEAR = ['--year', '2023'];
const DEPARTMENT = ['--unit', '500', ...YEAR];
const HEADER = '功能分类科目,资金性质,支出类型,项目名称,处理,文号,事由';
const ROW = '2010607,一般公共预算财政拨款,项目支出,系统运维,结余,,';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'juesuan-closing-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const withYear = (work: (type: typeof said) => Promise<void>): Promise<void> =>
  withDataFile(async (type) => {
    await type('import', folderOf(SMALL_YEAR), ...YEAR);
    await work(type);
  });

function dispositions(...lines: string[]): string[] {
  const file = join(folder, '安排.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return ['--dispositions', file];
}

describe('closing a department from the command line', () => {
  it('tells of every unit, and of a report when only some are closed', async () => {
    await withYear(async (type) => {
      expect(await type('close', '--unit', '500002', ...YEAR)).toEqual({
        status: 0,
        text: '500002 2023 年度已关账。\n',
      });
      const report = await type('report', ...DEPARTMENT, '--out', join(folder, 'report'));
      expect(report.text).toMatch(/注意：500002 已关账，500、500001 尚未关账/);
      expect((await type('check', ...DEPARTMENT)).text).toMatch(/D09 .*500、500001 尚未关账/);
      expect((await type('close', ...DEPARTMENT)).text.split('\n')).toEqual([
        '500001 测试局本级：已关账。',
        '500002 测试中心：此前已关账。',
        '500 测试局：已关账。',
        '500 2023 年度已关账：共 3 个单位，本次 2 个。',
        '',
      ]);
      const reopened = await type('reopen', ...DEPARTMENT, '--reason', '补记一笔');
      expect(reopened.text).toMatch(/^500 测试局：已重新开账。/);
      expect((await type('reopen', ...DEPARTMENT, '--reason', '补记一笔')).text).toMatch(/^拒绝：3 个单位中有 3 个/);
    });
  });

  it('tells what was still frozen: opening the year again does not freeze it again', async () => {
    await withYear(async (type) => {
      const row = ['日期=2023-12-01', '类型=冻结', '冻结编号=合同1', '单位编码=500001', '功能分类科目=2010607'];
      const line = [
        '资金性质=一般公共预算财政拨款',
        '支出类型=项目支出',
        '项目名称=系统运维',
        '金额(元)=1.50',
        '事由=运维合同',
      ];
      expect(await type('record', '冻结解冻', ...row, ...line, ...YEAR)).toMatchObject({ status: 0 });
      const { text } = await type('close', ...DEPARTMENT, ...YEAR);
      expect(text).toMatch(/随关账解除冻结 1 笔：500001 合同1 1.50 元。重新开账不会恢复，需要的请重新冻结。\n$/);
    });
  });

  it('reads from the dispositions whose line each is', async () => {
    await withYear(async (type) => {
      const without = await type('close', ...DEPARTMENT, ...dispositions(HEADER, ROW));
      expect(without).toMatchObject({ status: 1, text: expect.stringMatching(/“单位编码”栏/) });
      const closed = await type('close', ...DEPARTMENT, ...dispositions(`单位编码,${HEADER}`, `500001,${ROW}`));
      expect(closed).toMatchObject({ status: 0 });
      expect((await type('check', ...DEPARTMENT)).text).toMatch(/D05 +通过/);
    });
  });
});
