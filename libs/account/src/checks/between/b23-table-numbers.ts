import { type Check, notRun } from '../check';
import { faultless } from '../comparison';
import { onFinalAccount } from '../paper';

/** The tables are numbered one to nine in print order, as the contents list them. */
export const tableNumbers: Check = {
  id: 'B23',
  scope: '全部',
  formula: '表号01–09唯一、连续、与目录一致',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalAccount((_, { document }) => {
    if (document === null) return notRun('没有提供印出的决算公开文档，表号无从核对');
    const numbers = document.tables.map(({ printedNumber }) => printedNumber);
    const misplaced = numbers.flatMap((number, index) =>
      digitsOf(number) === index + 1 ? [] : [`第 ${index + 1} 张表的表号是“${number}”`],
    );
    const missing = numbers.length === 9 ? [] : [`共有 ${numbers.length} 张表，应有 9 张`];
    const faults = [...misplaced, ...missing, ...unlisted(numbers, document.contents)];
    const contents = document.contents === null ? '（没有目录可核对）' : '，与目录一致';
    return faultless(faults, `表号01至09唯一、连续${contents}`, '请核对各表表号和目录');
  }),
};

const digitsOf = (number: string): number => Number(/\d+/.exec(number)?.[0] ?? NaN);

const unlisted = (numbers: readonly string[], contents: readonly string[] | null): string[] =>
  contents === null || contents.join('|') === numbers.join('|')
    ? []
    : [`目录的表号是 ${contents.join('、')}，正文是 ${numbers.join('、')}`];
