import { closed, department, opened, unit } from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

describe('开启财政年度', () => {
  it('says who the unit is', () => {
    given().when(asked('OpenFiscalYear', unit)).then(opened);
    given().when(asked('OpenFiscalYear', department)).then(happened('FiscalYearOpened', department));
  });

  test.each(['323001', '323.001', '长沙县', 'A-1_b', '3'.repeat(32)])('takes %s for a code', (unitCode) => {
    const named = { ...unit, unitCode };
    given().when(asked('OpenFiscalYear', named)).then(happened('FiscalYearOpened', named));
  });

  test.each([1950, 9999])('may be of %i', (year) => {
    given()
      .when(asked('OpenFiscalYear', { ...unit, year }))
      .then(happened('FiscalYearOpened', { ...unit, year }));
  });

  it('happens once; saying the same again records nothing, even after closing', () => {
    given(opened).when(asked('OpenFiscalYear', unit)).then();
    given(opened, closed).when(asked('OpenFiscalYear', unit), { commandId: 'another' }).then();
  });

  test.each([
    { unitName: '市人社局' },
    { parentCode: null },
    { unitType: 'institution' as const },
    { unitCode: '301002' },
    { year: 2024 },
  ])('is not done over with %j', (other) => {
    given(opened)
      .when(asked('OpenFiscalYear', { ...unit, ...other }))
      .thenRefused('year-already-opened', '已开启');
  });

  test.each([
    [{ unitName: ' ' }, 'no-unit-name'],
    [{ unitCode: '' }, 'no-unit-code'],
    ...[
      '../323',
      '..',
      '323/001',
      '323 001',
      ' 323',
      '323\n',
      '323\u0000',
      '323\u200B',
      '323@1',
      '３２３',
      '3'.repeat(33),
      '%2e',
    ].map((unitCode): [object, string] => [{ unitCode }, 'unit-code-malformed']),
    [{ parentCode: '../323' }, 'parent-code-malformed'],
    [{ parentCode: '' }, 'parent-code-malformed'],
    [{ year: 2023.5 }, 'not-a-year'],
    [{ year: 23 }, 'not-a-year'],
    [{ year: Number.NaN }, 'not-a-year'],
    [{ year: 1949 }, 'not-a-year'],
    [{ year: 10_000 }, 'not-a-year'],
    [{ unitCode: ' ' }, 'no-unit-code'],
    [{ parentCode: unit.unitCode }, 'unit-below-itself'],
    [{ unitType: '公司' as never }, 'unknown-word'],
  ])('wants a name, a code, a year and a type: %j', (wrong, rule) => {
    given()
      .when(asked('OpenFiscalYear', { ...unit, ...wrong }))
      .thenRefused(rule);
  });
});
