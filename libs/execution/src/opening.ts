import { RuleViolation } from '@juesuan/kernel';
import type { Rules } from './rule';

/** Opening a unit's year: once; who the unit is stands in this event and nowhere else. */
export const openingRules: Rules<'OpenFiscalYear'> = {
  OpenFiscalYear: (year, command) => {
    if (year.opened) {
      const text = `单位 ${command.unitCode} 的 ${command.year} 年度已开启，名称、上级或类型与已记录的不一致。`;
      throw new RuleViolation('year-already-opened', text, { unit: command.unitCode });
    }
    if (command.unitName === '') throw new RuleViolation('no-unit-name', `单位 ${command.unitCode} 缺名称。`);
    return [{ type: 'FiscalYearOpened', data: command }];
  },
};
