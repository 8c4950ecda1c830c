import { parseInstant } from './instant';
import { RuleViolation } from './violation';

describe('an instant', () => {
  it.each([
    ['2023-04-07T14:30:00+08:00', '2023-04-07T06:30:00.000Z'],
    ['2023-04-07T06:30:00Z', '2023-04-07T06:30:00.000Z'],
    ['2023-04-07t06:30:00.25z', '2023-04-07T06:30:00.250Z'],
    ['2023-01-01T00:00:00.5-09:30', '2023-01-01T09:30:00.500Z'],
    ['2023-04-07T14:30:00 08:00', '2023-04-07T06:30:00.000Z'],
    ['2024-02-29', '2024-02-29T15:59:59.999Z'],
    [' 2023-04-07T06:30:00Z ', '2023-04-07T06:30:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '',
    '昨天',
    '2023-04-07T14:30:00',
    '2023-04-07T14:30+08:00',
    '2023-04-07 14:30:00+08:00',
    '2023-02-29',
    '2023-02-30T10:00:00Z',
    '2023-04-07T24:00:00Z',
    '2023-04-07T23:59:60Z',
    '2023-04-07T10:00:00+24:00',
    '1680849000',
    '约2023-04-07T06:30:00Z',
    '2023-04-07T06:30:00Z起',
  ])('is refused where it is written “%s”', (text) => {
    expect(() => parseInstant(text)).toThrow(
      expect.objectContaining({
        name: RuleViolation.name,
        code: 'not-an-instant',
        message: expect.stringContaining(`“${text}”`),
        facts: { value: text },
      }),
    );
  });
});
