import { firstDay, isBusinessDate, lastDay, parseDate, yearOf } from './business-date';

/** The calendar written out, as a check on what the code asks of Date. */
function exists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const padded = (value: number, length: number): string => `${value}`.padStart(length, '0');

describe('days as people and spreadsheets write them', () => {
  test.each([
    '2023-04-07',
    '2023-4-7',
    '2023/4/7',
    '2023/04/07',
    '2023.4.7',
    '2023.04.07',
    '2023年4月7日',
    '20230407',
    ' 2023-04-07 ',
  ])('%s', (text) => expect(parseDate(text)).toBe('2023-04-07'));

  it('2023年12月31日', () => expect(parseDate('2023年12月31日')).toBe('2023-12-31'));

  test.each([
    '',
    '2023',
    '2023-04',
    '07/04/2023',
    '2023-4/7',
    '45023',
    '2023.4-7',
    '2023.4',
    '约2023-04-07',
    '2023-04-07起',
  ])('“%s” is refused, and told', (text) => {
    const message = `“${text}”不是日期：应按“年-月-日”书写，四位年、两位月、两位日。`;
    expect(() => parseDate(text)).toThrow(
      expect.objectContaining({ code: 'not-a-date', message, facts: { value: text } }),
    );
  });

  it.each(['2023-02-29', '2023-13-01', '2023-04-31', '2023/2/30', '20230431'])('“%s” is no day', (text) => {
    expect(() => parseDate(text)).toThrow(`“${text}”不是日期：没有这一天，请核对年、月、日。`);
  });

  it.each([1, 1900, 2000, 2023, 2024, 9999])('knows exactly the days of %d', (year) => {
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
        expect([text, isBusinessDate(text)]).toEqual([text, exists(year, month, day)]);
      }
  });

  it('takes only its own writing as a day that compares as text', () => {
    expect(isBusinessDate('2023-04-07')).toBe(true);
    for (const text of ['2023-4-7', '2023/04/07', '2023-04-07T00:00', '2023-04-07 ', ' 2023-04-07', ''])
      expect(isBusinessDate(text)).toBe(false);
  });

  it('says the fiscal year of a day', () => {
    expect(yearOf('2023-12-31')).toBe(2023);
    expect([firstDay(2023), lastDay(2023)]).toEqual(['2023-01-01', '2023-12-31']);
  });
});
