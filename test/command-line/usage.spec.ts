import { said } from '../support/command-line';

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
