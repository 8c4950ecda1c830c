import { assertCodeEntry, assertParents, CodeBook, type CodeEntry, parentsOf } from './code-book';

const entry = (code: string, name: string, from: string | null = null, to: string | null = null): CodeEntry => ({
  code,
  name,
  from,
  to,
});

const refusedAs = (code: string, message: RegExp = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('a code that changes its name in mid-year', () => {
  const book = new CodeBook('functional', [
    entry('2080101', '行政运行', null, '2023-06-30'),
    entry('2080101', '行政运行（新）', '2023-07-01'),
    entry('2080199', '其他人力资源事务支出', '2022-01-01', '2023-03-31'),
    entry('2080150', '事业运行', '2023-09-01'),
  ]);

  it('goes by the name of the day', () => {
    expect(book.nameOn('2080101', '2023-06-30')).toBe('行政运行');
    expect(book.nameOn('2080101', '2023-07-01')).toBe('行政运行（新）');
    expect(book.nameOn('2080101', '1999-01-01')).toBe('行政运行');
    expect(book.nameOn('2080199', '2021-12-31')).toBeNull();
    expect(book.nameOn('9999999', '2023-01-01')).toBeNull();
  });

  it('is printed by the name of the year’s last day on which it is in force', () => {
    expect(book.nameIn('2080101', 2022)).toBe('行政运行');
    expect(book.nameIn('2080101', 2023)).toBe('行政运行（新）');
    expect(book.nameIn('2080199', 2023)).toBe('其他人力资源事务支出');
    expect(book.nameIn('2080199', 2024)).toBeNull();
    expect(book.nameIn('2080150', 2022)).toBeNull();
  });

  it('can be booked on only while it is in force, but keeps its place in the year', () => {
    expect(() => book.assertLeaf('2080199', '2023-03-31')).not.toThrow();
    expect(() => book.assertLeaf('2080199', '2023-04-01')).toThrow(
      refusedAs('code-not-in-force', /2080199 在 2023-04-01 不在有效期内.*juesuan codes functional/),
    );
    expect(() => book.assertLeaf('2080150', '2023-08-31')).toThrow(refusedAs('code-not-in-force'));
    expect(() => book.assertLeafIn('2080199', 2023)).not.toThrow();
    expect(() => book.assertLeafIn('2080199', 2024)).toThrow(refusedAs('code-not-in-force', /2024 年/));
  });
});

describe('entries of one code that overlap', () => {
  it('the one that began last counts', () => {
    const book = new CodeBook('economic', [
      entry('30217', '甲', '2020-01-01'),
      entry('30217', '乙', '2023-03-01', '2023-06-30'),
    ]);
    expect(book.nameOn('30217', '2023-03-01')).toBe('乙');
    expect(book.nameOn('30217', '2023-07-01')).toBe('甲');
  });

  it('a short change inside the year does not give the year its name', () => {
    const book = new CodeBook('economic', [
      entry('30217', '甲', '2020-01-01', '2023-11-30'),
      entry('30217', '乙', '2023-03-01', '2023-06-30'),
    ]);
    expect(book.nameIn('30217', 2023)).toBe('甲');
  });

  it('a later entry of the same first day replaces the earlier, whichever order they began in', () => {
    const book = new CodeBook('economic', [
      entry('30217', '旧', '2023-01-01'),
      entry('30217', '古', null),
      entry('30217', '新', '2023-01-01', '2023-12-31'),
    ]);
    expect(book.nameOn('30217', '2023-05-01')).toBe('新');
    expect(book.nameOn('30217', '2024-01-01')).toBe('古');
    expect(book.entries()).toHaveLength(2);
  });
});

describe('codes that money cannot be booked on', () => {
  const book = new CodeBook('functional', [entry('208', '社会保障和就业支出'), entry('20801', '人力资源')]);
  const economic = new CodeBook('economic', [entry('302', '商品和服务支出')]);

  test.each([
    [book, '208', 'not-a-leaf-code', /项级（7 位）/],
    [book, '20801', 'not-a-leaf-code', /20801 不是末级科目/],
    [book, '2080101', 'unknown-code', /没有编码 2080101.*编码,名称,生效日期,失效日期/],
    [book, '', 'unknown-code', /./],
    [economic, '302', 'not-a-leaf-code', /款级（5 位）/],
    [economic, '30217', 'unknown-code', /juesuan codes economic/],
  ])('%# %s', (codes, code, rule, message) => {
    expect(() => codes.assertLeaf(code, '2023-01-01')).toThrow(refusedAs(rule, message));
    expect(() => codes.assertLeafIn(code, 2023)).toThrow(refusedAs(rule));
  });
});

describe('entries for a book', () => {
  it('name the levels above a code', () => {
    expect(parentsOf('functional', '2080101')).toEqual(['208', '20801']);
    expect(parentsOf('functional', '208')).toEqual([]);
    expect(parentsOf('economic', '30217')).toEqual(['302']);
  });

  test.each([
    [entry('2080', '四位'), 'malformed-code'],
    [entry('20A', '字母'), 'malformed-code'],
    [entry('', '空'), 'malformed-code'],
    [entry('2080101', ''), 'nameless-code'],
    [entry('2080101', '倒', '2023-07-01', '2023-06-30'), 'code-ends-before-it-begins'],
  ])('%j is refused', (bad, rule) => expect(() => assertCodeEntry('functional', bad)).toThrow(refusedAs(rule)));

  it('come with their parents, in the book or in the same file', () => {
    const book = new CodeBook('functional', [entry('208', '类'), entry('20801', '款'), entry('2080101', '项')]);
    expect(() => assertParents(book, book.entries())).not.toThrow();
    const orphan = new CodeBook('functional', [entry('208', '类'), entry('2080101', '项')]);
    expect(() => assertParents(orphan, orphan.entries())).toThrow(refusedAs('parent-code-missing', /上级 20801/));
  });
});
