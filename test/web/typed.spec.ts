import { amountOf, amountText, dayText, typedAmount } from '../../apps/web/src/parts/typed';

describe('a typed day', () => {
  it.each([
    '2023-03-05',
    '2023.3.5',
    '2023/3/5',
    '2023-3-5',
    '20230305',
    '2023年3月5日',
    '２０２３．３．５',
    '3-5',
    '3月5日',
    ' 2023-03-05 ',
  ])('is 2023-03-05: %s', (typed) => expect(dayText(typed, 2023)).toBe('2023-03-05'));

  it.each(['', '2023-13-05', '2023-02-29', '20230230', '昨天', '2023', '5', '2023-03', '23-3-5', '2023-03-05x'])(
    'is none: %s',
    (typed) => expect(dayText(typed, 2023)).toBeNull(),
  );

  it('of another year is that day, and 29 February where there is one', () => {
    expect(dayText('2022.12.31', 2023)).toBe('2022-12-31');
    expect(dayText('2.29', 2024)).toBe('2024-02-29');
  });
});

describe('a typed amount', () => {
  it.each([
    ['1234.56', '1234.56', null],
    ['1,234,567.80', '1234567.80', null],
    ['１２３４．５', '1234.5', null],
    ['￥1 234', '1234', null],
    ['1.2万', '1.2', '万元'],
    ['1.2 万元', '1.2', '万元'],
    ['1234元', '1234', '元'],
    ['-5', '-5', null],
    ['', '', null],
  ])('%s', (typed, figures, unit) => expect(typedAmount(typed)).toEqual({ figures, unit }));

  it('with commas at other places keeps them, so that the service refuses it', () => {
    for (const typed of ['1,2345', '1,23', ',123', '12,34,567']) expect(typedAmount(typed).figures).toContain(',');
  });

  it('is the same when it is typed figure by figure into a field that shows what was understood so far', () => {
    let shown = '';
    for (const letter of '12,345,678.90') shown = typedAmount(shown + letter).figures;
    expect(shown).toBe('12345678.90');
  });

  it('goes to the service in 元 where no unit is named, and nothing in 万元 is nothing', () => {
    expect(amountText('12.5万')).toBe('12.5万元');
    expect(amountText('1,234元')).toBe('1234');
    expect(amountOf({ figures: '', unit: '万元' })).toBe('');
  });
});
