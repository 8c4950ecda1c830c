import fc from 'fast-check';
import { hunksOf, pairsOf } from './alignment';
import { differencesBetween } from './compare-documents';
import type { ReadDocument } from './read-document';

const made: ReadDocument = {
  title: '某局2023年度部门决算',
  headings: [
    { level: 2, text: '一、收入' },
    { level: 2, text: '二、支出' },
  ],
  paragraphs: [
    '某局2023年度部门决算',
    '一、收入',
    '收入合计10万元，其中：财政拨款收入9万元。',
    '二、支出',
    '支出合计10万元。',
    '人员经费8万元，公用经费2万元。',
  ],
  tables: [
    [
      ['公开01表'],
      ['单位：某局', '金额单位：万元'],
      ['201', '行政运行', '1.00', '2.00'],
      ['202', '其他', '3.00', '4.00'],
    ],
    [['公开02表'], ['单位：某局', '金额单位：万元'], ['注：本表']],
  ],
  contents: null,
};

const said = (read: ReadDocument): string[] =>
  differencesBetween(made, read).map(({ where, says }) => `${where}：${says}`);
const withParagraphs = (paragraphs: readonly string[]): string[] => said({ ...made, paragraphs });
const withTables = (tables: ReadDocument['tables']): string[] => said({ ...made, tables });
const [first = [], second = []] = made.tables;

describe('what differs is told with its place', () => {
  it('is nothing in the same document', () => {
    expect(said(made)).toEqual([]);
  });

  it('in the text', () => {
    const [title = '', ...rest] = made.paragraphs;
    expect(withParagraphs([title, ...rest.map((text) => text.replace('收入9万元', '收入8万元'))])).toEqual([
      '一、收入：写的是“财政拨款收入8万元”，系统生成的是“财政拨款收入9万元”',
    ]);
    expect(withParagraphs([title, ...rest.slice(0, -1)])).toEqual([
      '二、支出：缺少“人员经费8万元，公用经费2万元。”一段',
    ]);
    expect(withParagraphs([title, ...rest.slice(0, 2)])).toEqual(['二、支出：缺少 3 段，自“二、支出”起']);
    expect(withParagraphs([title, ...rest, '另外，天气很好。'])).toEqual(['二、支出：多出“另外，天气很好。”一段']);
  });

  it('in a cell or a column that was added or lost', () => {
    const wider = first.map((row) => [...row, '99.00']);
    expect(withTables([wider, second]).join()).toMatch(/“行政运行”多出一格“99.00”/);
    const narrower = first.map((row) => (row.length > 2 ? row.slice(0, -1) : row));
    expect(withTables([narrower, second])).toEqual([
      '公开01表：“行政运行”缺少一格“2.00”',
      '公开01表：“其他”缺少一格“4.00”',
    ]);
  });

  it('pairs a changed paragraph with the one that it was, though others stand beside it', () => {
    const changed = made.paragraphs.flatMap((text) =>
      text.startsWith('支出合计') ? ['天气很好。', '支出合计11万元。'] : [text],
    );
    expect(withParagraphs(changed)).toEqual([
      '二、支出：写的是“支出合计11万元”，系统生成的是“支出合计10万元”',
      '二、支出：多出“天气很好。”一段',
    ]);
  });

  it('in tables', () => {
    const cell = first.map((row) => row.map((text) => (text === '4.00' ? '5.00' : text)));
    expect(withTables([cell, second])).toEqual(['公开01表：“其他”写的是“5.00”，应为“4.00”']);
    expect(withTables([first.slice(0, -1), second])).toEqual(['公开01表：缺少“其他”一行']);
    expect(withTables([[...first, ['203', '新项', '1.00', '']], second])).toEqual(['公开01表：多出“新项”一行']);
    expect(withTables([first])).toEqual(['公开02表：文档缺少这张表']);
    expect(withTables([first, second, second])).toEqual(['公开02表：文档多出这张表']);
    const inYuan = second.map((row) => row.map((text) => text.replace('万元', '元')));
    expect(withTables([first, inYuan])).toEqual(['公开02表：“单位：某局”写的是“金额单位：元”，应为“金额单位：万元”']);
  });
});

const letters = fc.array(fc.constantFrom<string[]>('甲', '乙', '丙'), { maxLength: 8 });

it('putting the differences in makes the one list the other, and both lists stand whole beside each other', () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const patched = [...one];
      for (const { at, first: out, second: into } of hunksOf(one, other).toReversed())
        patched.splice(at[0], out.length, ...into);
      expect(patched).toEqual(other);
      const pairs = pairsOf(one, other);
      expect(pairs.flatMap(([a]) => (a === null ? [] : [a]))).toEqual([...one.keys()]);
      expect(pairs.flatMap(([, b]) => (b === null ? [] : [b]))).toEqual([...other.keys()]);
    }),
  );
});
