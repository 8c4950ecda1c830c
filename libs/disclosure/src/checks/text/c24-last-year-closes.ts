import { cell, notRun, tableOf } from '@juesuan/account';
import { formatWan } from '@juesuan/kernel';
import { answerTo, sumSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

/** Last year’s total less its spending is this year’s opening, where both were recorded. */
export const lastYearCloses: TextCheck = {
  id: 'C24',
  scope: '全文',
  formula: '由同比反推的上年数彼此闭合：上年总计-上年支出=本年年初结转（仅当上年总支出与年末结转已录入）',
  tolerance: 'ENV',
  severity: 'warn',
  run: onFinalText(({ evidence: { account } }) => {
    const prior = (name: string): number | undefined => account.facts.priorAccount.get(name)?.value;
    const [total, spent, closing] = [prior('收入支出总计'), prior('本年支出合计'), prior('年末结转和结余')];
    if (total === undefined || spent === undefined || closing === undefined)
      return notRun('05-上年决算没有登记本年支出合计和年末结转和结余');
    const opening = cell(tableOf(account, '01'), 'in.opening');
    return answerTo(
      [
        sumSaid(`上年总计减上年支出（上年登记年末结转和结余 ${formatWan(closing)} 万元）`, [total, -spent], opening, [
          total,
          spent,
        ]),
      ],
      '请核对05-上年决算和08-年初结转结余',
      '',
    );
  }),
};
