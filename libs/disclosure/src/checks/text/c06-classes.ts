import { cell, tableOf } from '@juesuan/account';
import { TITLES } from '../section-of';
import { AMOUNT, amountSaid, fenOf, RATE, rateSaid, sharesSaid, type Statement, sumSaid, wordSaid } from '../statement';
import { inSection, type TextCheck, type TextEvidence } from '../text-check';

const CLASS = new RegExp(`([^，；：、。]+?)（类）(?:支出)?${AMOUNT}，占${RATE}`, 'g');

const classesOf = ({ evidence: { account, nameOf } }: TextEvidence) =>
  tableOf(account, '05')
    .rows.filter(({ key, amounts }) => key.length === 3 && amounts[0] !== 0)
    .map(({ key, amounts }) => ({ name: nameOf('functional', key) ?? key, fen: amounts[0] ?? 0 }));

/** Spending by class with shares, as table 05 has it; the shares come to a hundred. */
export const classesText: TextCheck = {
  id: 'C06',
  scope: '说明五(二)',
  formula: '各类金额=05类；Σ=合计；占比复算；Σ占比=100±n×半步长',
  tolerance: 'SAME+PCT',
  severity: 'error',
  run: inSection(
    TITLES.generalPublic,
    '一般公共预算财政拨款支出决算结构情况',
    (paragraphs, given) => {
      const table = tableOf(given.evidence.account, '05');
      const total = cell(table, 'total');
      const said = [...paragraphs.join('').matchAll(CLASS)].map(([, name = '', amount = '', share = '']) => ({
        name,
        amount,
        share,
      }));
      if (said.length === 0) return [];
      const classes = classesOf(given);
      return [
        ...classes.flatMap(({ name, fen }): Statement[] => {
          const one = said.find((each) => each.name.endsWith(name));
          if (!one) return [wordSaid(`${name}（类）`, '没有列出', '列出')];
          return [amountSaid(`${name}（类）`, one.amount, fen), rateSaid(`${name}（类）占比`, one.share, fen, total)];
        }),
        sumSaid(
          '各类支出之和',
          said.map(({ amount }) => fenOf(amount) ?? 0),
          total,
          classes.map(({ fen }) => fen),
        ),
        sharesSaid(
          '各类支出占比之和',
          said.map(({ share }) => share),
        ),
      ];
    },
    '请按05表各类改写这段文字',
  ),
};
