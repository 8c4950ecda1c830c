import { said, withDataFile } from '../support/command-line';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

it.each([
  [['nonsense'], /^没有命令“nonsense”/],
  [['import', '--year', '2023'], /^缺参数：path/],
  [['import', 'x'], /^缺必需的选项：--year/],
  [['import', 'x', '--year'], /^选项 --year <year> 后面缺值/],
  [['import', 'x', '--year', '二三'], /年度应为四位数字/],
  [['check', '--unit', '1', '--year', '2023', '--as-of', '2023-02-30'], /不是日期/],
  [['report', '--unit', '1', '--year', '2023', '--out', 'x', '--known-at', '2023-02-03T10:00'], /不是时刻.*带时区/],
  [['history', '--unit', '1', '--year', '2023', '--known-at', '2999-01-01'], /还没有到/],
  [['compare', '--unit', '1', '--year', '2023', '--from-known-at', '昨天'], /不是时刻/],
  [['codes', 'other', 'x.csv'], /“other”不对/],
  [['verify', '--loud'], /^没有选项 --loud/],
])('says in Chinese what is wrong with the command line %j', async (words, says) => {
  const { status, text } = await said(...words);
  expect(status).toBe(2);
  expect(text).toMatch(says);
});

it('names no units of today where none was known at the moment asked about', async () => {
  await withDataFile(async (type) => {
    await type('import', folderOf(SMALL_YEAR), '--year', '2023');
    const asked = ['report', '--unit', '500', '--year', '2023', '--out', 'nowhere'];
    expect((await type(...asked, '--known-at', '2020-01-01')).text).toMatch(
      /^拒绝：到 2020-01-01 .*没有单位 500：[^\n]*\n$/,
    );
    expect((await type('report', '--unit', '9', '--year', '2023', '--out', 'nowhere')).text).toMatch(
      /2023 年度有：500 /,
    );
  });
});
