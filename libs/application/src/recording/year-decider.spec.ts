import { CodeBook } from '@juesuan/classification';
import type { BudgetYear, BudgetYearCommand } from '@juesuan/execution';
import { evolveAll } from '@juesuan/kernel';
import { yearDecider } from './year-decider';

const books = {
  functional: new CodeBook('functional', [{ code: '2080101', name: '行政运行', from: null, to: null }]),
  economic: new CodeBook('economic', []),
};
const decider = yearDecider(books);
const by = { commandId: '1', fingerprint: '1', actor: '会计', administrator: false };
const revises = (text: string): BudgetYearCommand => ({
  type: 'ReviseExplanation',
  data: { key: 'reason/收入支出总计', text },
  by: { ...by, commandId: text, fingerprint: text },
});

function openedYear(): BudgetYear {
  const data = { unitCode: '1', unitName: '局', parentCode: null, unitType: 'administrative', year: 2023 } as const;
  return evolveAll(decider, decider.initial(), decider.decide(decider.initial(), { type: 'OpenFiscalYear', data, by }));
}

it.each(['增加{table:10/total/0}万元', '增加{table:05/2080199/0}万元', '增加{table:01/in.grandtotal/0}万元'])(
  'an explanation whose placeholder can be no figure is refused with what is allowed: %s',
  (text) => {
    const decide = () => decider.decide(openedYear(), revises(text));
    expect(decide).toThrow(expect.objectContaining({ code: 'unknown-placeholder' }));
    expect(decide).toThrow(/“\{table:.*\{table:05\/total\/0\}/);
  },
);

it('an explanation with a figure of the account is recorded', () => {
  expect(decider.decide(openedYear(), revises('增加{table:05/2080101/0}万元'))).toHaveLength(1);
});

it('what was recorded before its placeholder was judged may be said again: nothing is recorded, nothing refused', () => {
  const said = revises('增加{table:10/total/0}万元');
  const year = evolveAll(decider, openedYear(), [
    {
      type: 'ExplanationRevised',
      data: { key: 'reason/收入支出总计', text: '增加{table:10/total/0}万元' },
      by: said.by,
    },
  ]);
  expect(decider.decide(year, said)).toEqual([]);
});
