import fc from 'fast-check';
import { firstDay, isBusinessDate, lastDay, parseDate, yearOf } from './business-date';

const days = fc.record({
  year: fc.integer({ min: 1, max: 9999 }),
  month: fc.integer({ min: 0, max: 14 }),
  day: fc.integer({ min: 0, max: 33 }),
});

/** The calendar written out, as a check on what the code asks of Date. */
function exists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const padded = (value: number, length: number): string => `${value}`.padStart(length, '0');

describe('days as people and spreadsheets write them', () => {
  test.each(['2023-04-07', '2023-4-7', '2023/4/7', '2023/04/07', '2023年4月7日', '20230407', ' 2023-04-07 '])(
    '%s',
    (text) => expect(parseDate(text)).toBe('2023-04-07'),
  );

  test.each([
    '',
    '2023',
    '2023-04',
    '07/04/2023',
    '2023-4/7',
    '2023-02-29',
    '2023-13-01',
    '2023-04-31',
    '45023',
    '2023.4.7',
  ])('“%s” is refused', (text) =>
    expect(() => parseDate(text)).toThrow(expect.objectContaining({ code: 'not-a-date' })),
  );

  it('knows exactly the days of the calendar', () => {
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
        expect(isBusinessDate(text)).toBe(exists(year, month, day));
      }),
    );
  });

  it('takes only its own writing as a day that compares as text', () => {
    expect(isBusinessDate('2023-04-07')).toBe(true);
    for (const text of ['2023-4-7', '2023/04/07', '2023-04-07T00:00', '']) expect(isBusinessDate(text)).toBe(false);
  });

  it('says the fiscal year of a day', () => {
    expect(yearOf('2023-12-31')).toBe(2023);
    expect([firstDay(2023), lastDay(2023)]).toEqual(['2023-01-01', '2023-12-31']);
  });
});
