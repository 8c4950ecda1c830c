import { folderOf, SMALL_YEAR } from '../support/import-folder';
import { type said, withDataFile } from '../support/command-line';

const DOCUMENT = [
  '文号=测财〔2023〕9号',
  '日期=2023-06-01',
  '单位编码=500001',
  '资金性质=一般公共预算财政拨款',
  '事由=调剂',
];
const OUT = [...DOCUMENT, '调整类型=调剂转出', '功能分类科目=2010601', '支出类型=基本支出', '金额(元)=5000.00'];
const INTO = [
  ...DOCUMENT,
  '调整类型=调剂转入',
  '功能分类科目=2010607',
  '支出类型=项目支出',
  '项目名称=系统运维',
  '金额(元)=5000.00',
];
const YEAR = ['--year', '2023'];

type Type = typeof said;
const imported = (type: Type) => type('import', folderOf(SMALL_YEAR), ...YEAR);

describe('recording a virement by hand', () => {
  it('takes both halves in one command, once', async () => {
    await withDataFile(async (type) => {
      await imported(type);
      const both = ['record', '年中调整', ...OUT, '+', ...INTO, ...YEAR];
      expect(await type(...both)).toEqual({ status: 0, text: '已记录 2 项。\n' });
      expect((await type(...both)).text).toMatch(/此前已记录过/);
    });
  });

  it('takes no other document for one that only looks like it', async () => {
    await withDataFile(async (type) => {
      await imported(type);
      const both = (number: string): string[] => [...OUT, '+', ...INTO].map((cell) => cell.replace('9号', number));
      await type('record', '年中调整', ...both('9号'), ...YEAR);
      expect((await type('record', '年中调整', ...both('9\u200B号'), ...YEAR)).text).toMatch(/此前已记录过/);
    });
  });

  it('refuses one half, and says how to give both', async () => {
    await withDataFile(async (type) => {
      await imported(type);
      const { status, text } = await type('record', '年中调整', ...OUT, ...YEAR);
      expect(status).toBe(1);
      expect(text).toMatch(/转出.*转入.*两行之间.* \+ /s);
    });
  });

  it('refuses halves that do not match, naming the row', async () => {
    await withDataFile(async (type) => {
      await imported(type);
      const other = INTO.map((cell) => cell.replace('5000.00', '4000.00'));
      const { status, text } = await type('record', '年中调整', ...OUT, '+', ...other, ...YEAR);
      expect(status).toBe(1);
      expect(text).toMatch(/手工录入：年中调整 +2 +文号/);
    });
  });
});

it('tells what is unusual about a row typed by hand', async () => {
  await withDataFile(async (type) => {
    await imported(type);
    const row = [...DOCUMENT, '调整类型=追加', '功能分类科目=2010607', '支出类型=项目支出', '金额(元)=1.00'];
    const { status, text } = await type('record', '年中调整', ...row, ...YEAR);
    expect(status).toBe(0);
    expect(text).toMatch(/^提示：.*没有项目名称/);
  });
});

it.each([[['+']], [['+', ...OUT]], [[...OUT, '+']], [[...OUT, '+', '+', ...INTO]]])(
  'says that a row is empty: %j',
  async (cells) => {
    await withDataFile(async (type) => {
      const { status, text } = await type('record', '年中调整', ...cells, ...YEAR);
      expect(status).toBe(1);
      expect(text).toMatch(/\+ 的前后/);
    });
  },
);
