import { strangePlaceholders } from './placeholders';

const BOOKS = { functional: ['208', '2080101'], economic: ['30217'] };
const strange = (text: string): string[] => strangePlaceholders(text, (book, code) => BOOKS[book].includes(code));

describe('what stands in braces', () => {
  it.each([
    '增加{table:01/in.grandTotal/0}万元',
    '支出{table:05/2080101/2}万元',
    '支出{table:04/out.208/1}万元，接待{paid:30217}万元',
    '完成{item:2080101/rate}%，追加{item:2080101/driver:supplement:助学金}万元',
    '减少{difference(table:01/in.total/0;prior:account/收入支出总计)}万元',
    '接待{disclosure:从未登记的指标}批次',
  ])('is a figure: %s', (text) => expect(strange(text)).toEqual([]));

  it.each([
    ['增加{table:10/total/0}万元', '{table:10/total/0}'],
    ['增加{table:01/in.grandtotal/0}万元', '{table:01/in.grandtotal/0}'],
    ['增加{table:05/total/3}万元', '{table:05/total/3}'],
    ['增加{table:05/2080199/0}万元', '{table:05/2080199/0}'],
    ['增加{item:2080199/actual}万元', '{item:2080199/actual}'],
    ['支付{paid:30218}万元', '{paid:30218}'],
    ['减少{difference(table:10/total/0;prior:account/收入支出总计)}万元', /^\{difference/],
    ['增加{追加}万元', '{追加}'],
    ['增加{万元', '{'],
  ])('is none: %s', (text, written) => expect(strange(text)).toEqual([expect.stringMatching(written)]));
});
