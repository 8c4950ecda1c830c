import { marked, readMarks } from './document';
import { addressOf, type Source, sourceAt } from './sources';

it('reads every address it writes', () => {
  const sources: Source[] = [
    { of: 'cell', table: '05', row: '2080199', column: 2 },
    { of: 'cell', table: '01', row: 'in.opening', column: 0 },
    { of: 'item', item: '2080101', figure: 'rate' },
    { of: 'driver', item: '2080101', kind: 'supplement', purpose: '甲/乙：丙:丁' },
    { of: 'driver', item: '2080101', kind: 'unspent' },
    { of: 'overall', figure: 'original' },
    { of: 'list', name: '车辆' },
    { of: 'paid', economicItem: '30215' },
    { of: 'agency', figure: 'actual' },
    { of: 'agency', figure: 'original' },
    { of: 'prior', document: 'account', name: '收入支出总计' },
    { of: 'disclosure', name: '设备:单价100万元(含)以上;100%' },
    {
      of: 'derived',
      by: 'share',
      from: [
        { of: 'disclosure', name: '会议(次);25%3b' },
        {
          of: 'derived',
          by: 'sum',
          from: [
            { of: 'cell', table: '03', row: 'total', column: 0 },
            { of: 'prior', document: 'budget', name: '甲%' },
          ],
        },
      ],
    },
  ];
  expect(sources.map((source) => sourceAt(addressOf(source)))).toEqual(sources);
  expect(addressOf({ of: 'driver', item: '2080101', kind: 'supplement', purpose: '助学金' })).toBe(
    'item:2080101/driver:supplement:助学金',
  );
  expect(['', 'item:2080101', 'item:2080101/driver:gift', 'table:05/2080199'].map(sourceAt)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('takes marked figures out of a text, with their places', () => {
  expect(readMarks(`支出${marked('620', 'a')}万元，占${marked('6.7', 'b')}%。`)).toEqual({
    text: '支出620万元，占6.7%。',
    figures: [
      { text: '620', source: 'a', start: 2 },
      { text: '6.7', source: 'b', start: 9 },
    ],
  });
  expect(readMarks('没有数字。')).toEqual({ text: '没有数字。', figures: [] });
});
