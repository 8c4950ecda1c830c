import { closed, opened, openedDepartment, yuan } from '../testing/facts';
import { asked, type Asked, contentOf, given, happened, recorded } from '../testing/scenario';
import type { BudgetYearEvent } from './events';
import { factName } from './fact-name';
import { STANDARD_SETTINGS } from './watching';

const ceiling = (amount: string) => ({ kind: 'reception' as const, amount: yuan(amount) });
const prior = { document: 'account' as const, name: '收入支出总计', amount: yuan('92,051,278.38') };
const count = { name: '公务用车保有量', value: '11', unit: '辆', note: '' };
const reason = { item: '2080101', reason: '年中追加人员经费{追加}万元。' };
const wording = { key: 'income.1', text: '收入增加。' };

describe('事实', () => {
  test.each([
    [asked('RecordPriorYearAccount', prior), happened('PriorYearAccountRecorded', prior)],
    [asked('RecordDisclosure', count), happened('DisclosureRecorded', count)],
    [asked('RecordVarianceReason', reason), happened('VarianceReasonRecorded', reason)],
    [asked('ReviseExplanation', wording), happened('ExplanationRevised', wording)],
  ])('%j are recorded on a department as on a unit', (what, event) => {
    given(openedDepartment).when(what).then(event);
    given(opened).when(what).then(event);
  });

  const said = (what: Asked, event: Parameters<typeof recorded>[0]) => recorded(event, 'before', '王会计', what);

  it('said again record nothing, even after closing; said otherwise they replace', () => {
    const first = asked('RecordDisclosure', count);
    const before = said(first, happened('DisclosureRecorded', count));
    given(opened, before).when(first, { commandId: 'again' }).then();
    given(opened, before, closed).when(first, { commandId: 'again' }).then();
    const other = { ...count, value: '12' };
    given(opened, before).when(asked('RecordDisclosure', other)).then(happened('DisclosureRecorded', other));
    given(opened, before, closed).when(asked('RecordDisclosure', other)).thenRefused('year-closed');
  });

  const ceilingOf = (kind: 'reception' | 'abroad', amount: string) => ({ kind, amount: yuan(amount) });
  test.each<[Asked, BudgetYearEvent, Asked | null, BudgetYearEvent | null]>([
    [
      asked('SetThreePublicBudget', ceilingOf('reception', '8.00')),
      happened('ThreePublicBudgetSet', { ...ceilingOf('reception', '8.00'), previous: 0 }),
      asked('SetThreePublicBudget', ceilingOf('abroad', '5.00')),
      happened('ThreePublicBudgetSet', { ...ceilingOf('abroad', '5.00'), previous: 0 }),
    ],
    [
      asked('RecordPriorYearAccount', prior),
      happened('PriorYearAccountRecorded', prior),
      asked('RecordPriorYearAccount', { ...prior, document: 'budget' }),
      happened('PriorYearAccountRecorded', { ...prior, document: 'budget' }),
    ],
    [
      asked('RecordDisclosure', count),
      happened('DisclosureRecorded', count),
      asked('RecordDisclosure', { ...count, name: '国内公务接待批次' }),
      happened('DisclosureRecorded', { ...count, name: '国内公务接待批次' }),
    ],
    [
      asked('RecordVarianceReason', reason),
      happened('VarianceReasonRecorded', reason),
      asked('RecordVarianceReason', { ...reason, item: '2080102' }),
      happened('VarianceReasonRecorded', { ...reason, item: '2080102' }),
    ],
    [
      asked('ReviseExplanation', wording),
      happened('ExplanationRevised', wording),
      asked('ReviseExplanation', { ...wording, key: 'income.2' }),
      happened('ExplanationRevised', { ...wording, key: 'income.2' }),
    ],
    [asked('SetWatching', STANDARD_SETTINGS), happened('WatchingSet', STANDARD_SETTINGS), null, null],
  ])('said again record nothing though something else was said in between: %j', (what, event, other, said2) => {
    const between = other === null || said2 === null ? [] : [said(other, said2)];
    given(openedDepartment, said(what, event), ...between)
      .when(what, { commandId: 'again' })
      .then();
  });

  it('are known by their name however it was typed', () => {
    expect(factName(' 车辆：其他用车(辆) ')).toBe('车辆:其他用车（辆）');
  });

  it('are compared with what was said last', () => {
    const first = asked('RecordDisclosure', count);
    const other = { ...count, value: '12' };
    const replaced = recorded(
      happened('DisclosureRecorded', other),
      'later',
      '王会计',
      asked('RecordDisclosure', other),
    );
    given(opened, said(first, happened('DisclosureRecorded', count)), replaced)
      .when(first, { commandId: 'again' })
      .then(happened('DisclosureRecorded', count));
  });

  test.each([
    [asked('ReviseExplanation', { key: 'overall/total', text: '增加3万元' }), 'typed-figure-in-reason'],
    [asked('RecordPriorYearAccount', { ...prior, name: ' ' }), 'no-name'],
    [asked('RecordPriorYearAccount', { ...prior, amount: 0.5 }), 'finer-than-fen'],
    [asked('RecordPriorYearAccount', { ...prior, amount: 9e15 }), 'amount-too-large'],
    [asked('RecordDisclosure', { ...count, name: '' }), 'no-name'],
    [asked('ReviseExplanation', { ...wording, key: '' }), 'no-name'],
    [asked('RecordVarianceReason', { ...reason, reason: ' ' }), 'no-reason'],
    [asked('RecordVarianceReason', { ...reason, item: '20801' }), 'not-a-leaf-code'],
    [asked('RecordVarianceReason', { ...reason, item: '2080199' }), 'unknown-code'],
  ])('%j is refused', (what, rule) => {
    given(opened).when(what).thenRefused(rule);
  });

  it('last year’s figures may be nothing or less', () => {
    for (const amount of [0, -100]) {
      given(opened)
        .when(asked('RecordPriorYearAccount', { ...prior, amount }))
        .then(happened('PriorYearAccountRecorded', { ...prior, amount }));
    }
  });

  it('reasons are given for items that ended in mid-year too', () => {
    for (const item of ['2080105', '2080115']) {
      given(opened)
        .when(asked('RecordVarianceReason', { item, reason: '科目调整。' }))
        .then(happened('VarianceReasonRecorded', { item, reason: '科目调整。' }));
    }
  });
});

describe('“三公”经费预算', () => {
  it('replaces what stood before and says so, so that the journal carries the difference', () => {
    given(opened)
      .when(asked('SetThreePublicBudget', ceiling('500.00')))
      .then(happened('ThreePublicBudgetSet', { ...ceiling('500.00'), previous: 0 }));
    given(opened, happened('ThreePublicBudgetSet', { ...ceiling('500.00'), previous: 0 }))
      .when(asked('SetThreePublicBudget', ceiling('300.00')))
      .then(happened('ThreePublicBudgetSet', { ...ceiling('300.00'), previous: yuan('500.00') }));
  });

  it('may be zero', () => {
    given(opened)
      .when(asked('SetThreePublicBudget', ceiling('0.00')))
      .then(happened('ThreePublicBudgetSet', { ...ceiling('0.00'), previous: 0 }));
  });

  test.each([
    [{ amount: -1 }, 'amount-negative', '-0.01 元不能小于零；没有预算的填 0'],
    [{ amount: 0.5 }, 'finer-than-fen', '0.5'],
    [{ kind: '会议费' as never }, 'unknown-word', '会议费'],
  ])('%j is refused', (wrong, rule, says) => {
    given(opened)
      .when(asked('SetThreePublicBudget', { ...ceiling('5.00'), ...wrong }))
      .thenRefused(rule, says);
  });

  it('belongs to units, not to a department', () => {
    given(openedDepartment)
      .when(asked('SetThreePublicBudget', ceiling('5.00')))
      .thenRefused('department-has-no-money');
  });
});

it('contents are told apart by all of their fields', () => {
  expect(contentOf(asked('RecordDisclosure', count))).not.toBe(
    contentOf(asked('RecordDisclosure', { ...count, note: '2 辆待报废' })),
  );
});
