import fc from 'fast-check';
import {
  addFen,
  exactFen,
  formatWan,
  formatYuan,
  groupThousands,
  LARGEST_FEN,
  parseWan,
  parseYuan,
  percent,
  sumFen,
} from './money';

const fen = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.maxSafeInteger().filter((amount) => Math.abs(amount) < LARGEST_FEN),
);

/** Long division on decimal text, the way it is done on paper: shares nothing with the code it judges. */
function onPaper(numerator: bigint, denominator: bigint, decimals: number): string {
  const negative = numerator < 0n !== denominator < 0n;
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  let rest = size(numerator) % size(denominator);
  const digits = (size(numerator) / size(denominator)).toString().split('').map(Number);
  for (let place = 0; place < decimals; place++) {
    rest *= 10n;
    digits.push(Number(rest / size(denominator)));
    rest %= size(denominator);
  }
  if (rest * 2n >= size(denominator)) {
    let at = digits.length - 1;
    while (at >= 0 && digits[at] === 9) digits[at--] = 0;
    if (at < 0) digits.unshift(1);
    else digits[at]! += 1;
  }
  const whole = digits.slice(0, digits.length - decimals).join('');
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals).join('')}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A refusal in words, with what was written. */
const refused = (code: string, message: string, value: string): Error =>
  expect.objectContaining({ code, message, facts: { value } }) as Error;

describe('reading amounts', () => {
  test.each([
    ['1,693,402.78', 169_340_278],
    ['1693402.78', 169_340_278],
    ['1693402.7', 169_340_270],
    ['1693402', 169_340_200],
    [' 0.01 ', 1],
    ['-0.01', -1],
    ['-0.00', 0],
    ['1.500', 150],
    ['89999999999999.99', 8_999_999_999_999_999],
  ])('%s 元', (text, amount) => expect(parseYuan(text)).toBe(amount));

  test.each(['', '-', '元', '1.', '.5', '1e5', '1,23', '12,34,567.00', '1 000', '+5', '１２', '0x10', 'NaN', '1..2'])(
    '“%s” is not an amount',
    (text) =>
      expect(() => parseYuan(text)).toThrow(
        refused('not-an-amount', `“${text}”不是金额，应为元数，如 1234.56。`, text),
      ),
  );

  test.each(['￥1,234.56', '¥1234.56', '￥ 12'])('“%s” is told to leave the sign of money out', (text) =>
    expect(() => parseYuan(text)).toThrow(refused('not-an-amount', `“${text}”不是金额，请去掉 ￥。`, text)),
  );

  test.each(['1.005', '0.001', '-3.149'])('%s 元 is finer than one 分', (text) =>
    expect(() => parseYuan(text)).toThrow(refused('finer-than-fen', `“${text}”元不足一分，金额须精确到分。`, text)),
  );

  test.each(['90000000000000.00', '90071992547409.93', '-90000000000000', '9'.repeat(400)])(
    '%s 元 is past what sums stay exact with',
    (text) => {
      const message = `“${text}”元超出可精确计算的范围（90 万亿元），请核对单位。`;
      expect(() => parseYuan(text)).toThrow(refused('amount-too-large', message, text));
    },
  );

  it('reads 万元 to the 分', () => {
    expect(parseWan('12640.97')).toBe(12_640_970_000);
    expect(parseWan('0.000001')).toBe(1);
    const message = '“0.0000001”万元不足一分，金额须精确到分。';
    expect(() => parseWan('0.0000001')).toThrow(refused('finer-than-fen', message, '0.0000001'));
  });

  it('reads back every amount it prints', () => {
    fc.assert(fc.property(fen, (amount) => parseYuan(formatYuan(amount)) === amount));
  });
});

describe('printing amounts', () => {
  test.each([
    [0, '0.00'],
    [-0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [169_340_278, '1,693,402.78'],
    [-100_000, '-1,000.00'],
    [8_999_999_999_999_999, '89,999,999,999,999.99'],
  ])('%d 分 in 元', (amount, text) => expect(formatYuan(amount)).toBe(text));

  test.each([
    [4_999, '0.00'],
    [5_000, '0.01'],
    [-4_999, '0.00'],
    [-5_000, '-0.01'],
    [92_051_294_999, '92051.29'],
    [92_051_295_000, '92051.30'],
    [99_999_995_000, '100000.00'],
    [0, '0.00'],
    [-0, '0.00'],
  ])('%d 分 in 万元, half up away from zero', (amount, text) => expect(formatWan(amount)).toBe(text));

  it('prints 万元 as long division on paper does', () => {
    fc.assert(fc.property(fen, (amount) => formatWan(amount) === onPaper(BigInt(amount), 1_000_000n, 2)));
  });

  it('groups the whole digits only', () => {
    expect(groupThousands('9205.1300')).toBe('9,205.1300');
    expect(groupThousands('-1234567')).toBe('-1,234,567');
    expect(groupThousands('999.99')).toBe('999.99');
  });
});

describe('percentages', () => {
  it('states no rate on a zero base', () => expect(percent(100, 0, 2)).toBeNull());

  test.each([
    [920_513, 634_104, 1, '145.2'],
    [1, 3, 2, '33.33'],
    [2, 3, 2, '66.67'],
    [1, 200_000, 2, '0.00'],
    [1, 20_000, 2, '0.01'],
    [-1, 3, 0, '-33'],
    [-1, 1_000_000, 2, '0.00'],
    [100, 100, 0, '100'],
    [0, -5, 2, '0.00'],
  ])('%d of %d with %d decimals', (part, whole, decimals, text) => expect(percent(part, whole, decimals)).toBe(text));

  it('are what long division on paper gives', () => {
    const decimals = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fen, fen, decimals, (part, whole, places) => {
        const expected = whole === 0 ? null : onPaper(BigInt(part) * 100n, BigInt(whole), places);
        return percent(part, whole, places) === expected;
      }),
    );
  });
});

describe('sums', () => {
  it('are exact or refused, never wrong', () => {
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 6 }), (amounts) => {
        const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
        try {
          return BigInt(sumFen(amounts)) === exact;
        } catch (error) {
          return (error as { code?: string }).code === 'amount-too-large';
        }
      }),
    );
    const message = '金额 9000000000000000 分超出可精确计算的范围（90 万亿元），请核对单位。';
    const facts = { fen: LARGEST_FEN };
    expect(() => addFen(LARGEST_FEN - 1, 1)).toThrow(
      expect.objectContaining({ code: 'amount-too-large', message, facts }),
    );
    expect(addFen(LARGEST_FEN - 2, 1)).toBe(8_999_999_999_999_999);
  });

  test.each([0.5, -0.5, Number.NaN])('%d is no whole number of 分', (amount) =>
    expect(() => exactFen(amount)).toThrow(
      expect.objectContaining({
        code: 'finer-than-fen',
        message: `金额“${amount}”分不是整数，金额须精确到分。`,
        facts: { fen: amount },
      }),
    ),
  );
});
