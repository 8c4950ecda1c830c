import {
  EXPENDITURE_KINDS,
  FUND_SOURCES,
  isFiscal,
  isPersonnel,
  THREE_PUBLIC_KINDS,
  threePublicKindOf,
  wordFor,
} from './vocabulary';

describe('Chinese literals', () => {
  it('are read back to the word they print', () => {
    const vocabularies: Record<string, string>[] = [FUND_SOURCES, EXPENDITURE_KINDS, THREE_PUBLIC_KINDS];
    for (const vocabulary of vocabularies) {
      for (const [word, literal] of Object.entries(vocabulary)) expect(wordFor(vocabulary, literal)).toBe(word);
    }
  });

  it('may have half-width brackets, and nothing else that differs', () => {
    expect(wordFor(THREE_PUBLIC_KINDS, '因公出国(境)费')).toBe('abroad');
    expect(wordFor(FUND_SOURCES, '一般公共预算')).toBeNull();
    expect(wordFor(FUND_SOURCES, 'generalPublic')).toBeNull();
    expect(wordFor(FUND_SOURCES, 'toString')).toBeNull();
  });
});

describe('what an economic item is', () => {
  test.each([
    ['30212', 'abroad'],
    ['31013', 'vehiclePurchase'],
    ['30913', 'vehiclePurchase'],
    ['30231', 'vehicleOperation'],
    ['30217', 'reception'],
    ['30216', null],
    ['toString', null],
    [null, null],
  ])('%s is 三公 kind %s', (code, kind) => expect(threePublicKindOf(code)).toBe(kind));

  test.each([
    ['30101', true],
    ['30399', true],
    ['30201', false],
    ['31002', false],
    ['', false],
  ])('%s is 人员经费: %s', (code, personnel) => expect(isPersonnel(code)).toBe(personnel));

  it('财政拨款 is three sources', () => {
    const fiscal = (Object.keys(FUND_SOURCES) as (keyof typeof FUND_SOURCES)[]).filter(isFiscal);
    expect(fiscal).toEqual(['generalPublic', 'governmentFund', 'stateCapital']);
  });
});
