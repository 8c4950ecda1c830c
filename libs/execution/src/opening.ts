import { UNIT_TYPES } from '@juesuan/classification';
import { RuleViolation } from '@juesuan/kernel';
import type { Rules } from './rule';
import { assertWord } from './guards';

const IDENTITY = ['unitCode', 'unitName', 'parentCode', 'unitType', 'year'] as const;

/**
 * How a unit's code is written: it stands in addresses, file names and the references of events (`301001.2023@57`), and the same
 * code in another width would be another unit.
 */
const UNIT_CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u;

/** Opening a unit's year: once, saying the same again records nothing; who the unit is stands in this event and nowhere else. */
export const openingRules: Rules<'OpenFiscalYear'> = {
  OpenFiscalYear: (year, command) => {
    if (year.opened) {
      if (IDENTITY.every((each) => year.opened?.[each] === command[each])) return [];
      const text = `单位 ${command.unitCode} 的 ${command.year} 年度已开启，名称、上级或类型与已记录的不一致。`;
      throw new RuleViolation('year-already-opened', text, { unit: command.unitCode });
    }
    if (!Number.isInteger(command.year) || command.year < 1950 || command.year > 9999) {
      throw new RuleViolation('not-a-year', `财政年度“${command.year}”应为四位年份。`, { year: command.year });
    }
    assertWord(UNIT_TYPES, command.unitType, '单位类型');
    if (command.unitCode.trim() === '') throw new RuleViolation('no-unit-code', '缺单位编码。');
    assertUnitCode(command.unitCode, '单位编码', 'unit-code-malformed');
    if (command.parentCode !== null) assertUnitCode(command.parentCode, '上级单位编码', 'parent-code-malformed');
    if (command.parentCode === command.unitCode) {
      const text = `单位 ${command.unitCode} 的上级是它自己；最上级的部门或单位没有上级。`;
      throw new RuleViolation('unit-below-itself', text, { unit: command.unitCode });
    }
    if (command.unitName.trim() === '') throw new RuleViolation('no-unit-name', `单位 ${command.unitCode} 缺名称。`);
    return [{ type: 'FiscalYearOpened', data: command }];
  },
};

/** Whether a text is written as a unit's code, known or not. */
export const isUnitCode = (text: string): boolean => UNIT_CODE.test(text) && text === text.normalize('NFKC');

function assertUnitCode(unit: string, what: string, rule: string): void {
  if (isUnitCode(unit)) return;
  const text = `${what}“${unit.slice(0, 40)}”应为 1 到 32 个字：只用半角数字、字母、汉字和 . _ -，以数字、字母或汉字开头，如 323001。`;
  throw new RuleViolation(rule, text, { unit });
}
