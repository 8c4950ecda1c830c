import { cell, tableOf } from '@juesuan/account';
import { formatWan } from '@juesuan/kernel';
import { TITLES } from '../section-of';
import { AMOUNT, amountSaid, amountsSaid, escaped, fenOf, RATE, ratesSaid, wordSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

/** Where a name of the list begins and ends: 电费 is not what ends 邮电费, nor 医疗费 what begins 医疗费补助. */
const [BEFORE, AFTER] = ['[：、，；]', '(?=[、，；。])'];
const TOTAL = new RegExp(`基本支出${AMOUNT}`);
const PERSONNEL = new RegExp(`人员经费${AMOUNT}`);
const PUBLIC_USE = new RegExp(`公用经费${AMOUNT}`);
const PERSONNEL_SHARE = new RegExp(`人员经费[^：]*?占基本支出的${RATE}`);
const PUBLIC_USE_SHARE = new RegExp(`公用经费[^：]*?占基本支出的${RATE}`);

/** 基本支出 is 人员 and 公用 with their shares, and every item that is not zero is named. */
export const basicText: TextCheck = {
  id: 'C17',
  scope: '说明六',
  formula: '基本=人员+公用=05基本合计；占比；列举项=06非零项',
  tolerance: 'ENV',
  severity: 'error',
  run: inSection(
    TITLES.basic,
    '一般公共预算财政拨款基本支出决算情况',
    (paragraphs, { evidence: { account, nameOf } }) => {
      const [table, total] = [tableOf(account, '06'), cell(tableOf(account, '05'), 'total', 1)];
      const text = paragraphs.join('');
      if (total === 0) return [wordSaid('基本支出', text.includes('没有') ? '没有' : '有', '没有')];
      const named = table.rows
        .filter(({ key, amounts }) => /^\d{5}$/.test(key) && amounts[0] !== 0)
        .map(({ key, amounts }) => {
          const name = nameOf('economic', key) ?? key;
          const written = [...text.matchAll(new RegExp(`${BEFORE}${escaped(name)}(?:${AMOUNT}|${AFTER})`, 'g'))];
          // Two items of one name stand one after the other, each with its amount.
          const said = written.map(([, amount]) => amount).filter((amount) => amount !== undefined);
          const own = said.find((amount) => fenOf(amount) === fenOf(formatWan(amounts[0] ?? 0))) ?? said[0];
          if (own !== undefined) return amountSaid(name, own, amounts[0] ?? 0);
          return wordSaid(name, written.length === 0 ? '没有列出' : '列出', '列出');
        });
      return [
        ...amountsSaid('基本支出', paragraphs, TOTAL, total),
        ...amountsSaid('人员经费', paragraphs, PERSONNEL, cell(table, 'personnel')),
        ...amountsSaid('公用经费', paragraphs, PUBLIC_USE, cell(table, 'publicUse')),
        ...ratesSaid('人员经费占比', paragraphs, PERSONNEL_SHARE, cell(table, 'personnel'), total),
        ...ratesSaid('公用经费占比', paragraphs, PUBLIC_USE_SHARE, cell(table, 'publicUse'), total),
        ...named,
      ];
    },
    '请按06表和05表基本支出改写这段文字',
  ),
};
