import { assertPlaceholders, REASON_PLACEHOLDERS } from './placeholders';

describe('reasons', () => {
  test.each([
    '落实过紧日子要求，压减日常开支',
    '年中追加人员经费{追加}万元，结转下年{结转下年}万元',
    '年中追加{追加:中职学校春秋季学期助学金}万元',
    '追加{追加：2023年第1批补助5万元}万元',
    '2023年新增3名在职人员，自7月起执行',
    Object.keys(REASON_PLACEHOLDERS)
      .map((name) => `{${name}}`)
      .join('、'),
  ])('may say: %s', (reason) => expect(() => assertPlaceholders(reason)).not.toThrow());

  test.each([
    ['年中追加241.80万元', 'typed-figure-in-reason', '241.80万元'],
    ['压减 1,200 元', 'typed-figure-in-reason', '1,200 元'],
    ['增长12.5%', 'typed-figure-in-reason', '12.5%'],
    ['增长12.5％', 'typed-figure-in-reason', '12.5％'],
    ['追加１２万元', 'typed-figure-in-reason', '１２万元'],
    ['下降 3 个百分点', 'typed-figure-in-reason', '3 个百分点'],
    ['追加{金额}万元', 'unknown-placeholder', '{金额}'],
    ['追加{追加万元', 'unknown-placeholder', '“{”'],
    ['追加{}万元', 'unknown-placeholder', '“{”'],
    ['追加追加}万元', 'unknown-placeholder', '“}”'],
    ['{toString}', 'unknown-placeholder', '{追加}'],
  ])('may not say: %s', (reason, code, says) => {
    expect(() => assertPlaceholders(reason)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(says) }),
    );
  });
});
