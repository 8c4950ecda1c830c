import { closed, department, opened, unit } from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

describe('开启财政年度', () => {
  it('says who the unit is', () => {
    given().when(asked('OpenFiscalYear', unit)).then(opened);
    given().when(asked('OpenFiscalYear', department)).then(happened('FiscalYearOpened', department));
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
    [{ year: 2023.5 }, 'not-a-year'],
    [{ year: 23 }, 'not-a-year'],
    [{ year: Number.NaN }, 'not-a-year'],
    [{ unitType: '公司' as never }, 'unknown-word'],
  ])('wants a name, a code, a year and a type: %j', (wrong, rule) => {
    given()
      .when(asked('OpenFiscalYear', { ...unit, ...wrong }))
      .thenRefused(rule);
  });
});
