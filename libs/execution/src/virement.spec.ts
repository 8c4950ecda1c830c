import { allocated, change, ending, land, office, opened, payment, project, trading, yuan } from '../testing/facts';
import { asked, given, happened } from '../testing/scenario';

const document = { documentNumber: '内调〔2023〕3号', date: '2023-09-01', purpose: '项目间调剂' };
const transfer = (amount: string, more = {}) => ({
  ...document,
  from: office,
  to: project,
  amount: yuan(amount),
  ...more,
});
const half = (amount: string, line = office) => ({ ...document, line, amount: yuan(amount) });

describe('调剂 between two lines of a unit', () => {
  it('is two halves in one decision, summing to zero', () => {
    given(opened, allocated('1,000.00'))
      .when(asked('TransferBudget', transfer('1,000.00')))
      .then(
        happened('BudgetTransferredOut', half('1,000.00')),
        happened('BudgetTransferredIn', half('1,000.00', project)),
      );
  });

  it('cannot give what is not available, and says both lines’ names and figures', () => {
    given(opened, allocated('1,000.00'), happened('PaymentMade', payment('V1', '999.99')))
      .when(asked('TransferBudget', transfer('0.02')))
      .thenRefused('quota-exceeded', '2080101', '可用 0.01 元', '调剂转出 0.02 元', '超出 0.01 元');
  });

  it('does not go onto itself', () => {
    given(opened, allocated('1,000.00'))
      .when(asked('TransferBudget', transfer('1.00', { to: { ...office } })))
      .thenRefused('virement-onto-itself', '2080101', '1.00 元');
  });

  it('stays within its fund: the budgets are kept apart', () => {
    given(opened, allocated('1,000.00'))
      .when(asked('TransferBudget', transfer('1.00', { to: land })))
      .thenRefused(
        'virement-to-another-fund',
        '调剂到',
        '一般公共预算财政拨款转出 1.00 元，转入 0.00 元',
        '追加和追减',
      );
    given(opened, allocated('1,000.00', trading))
      .when(asked('TransferBudget', transfer('1.00', { from: trading })))
      .thenRefused('virement-to-another-fund', '经营收入');
  });

  it('leads off a code that has ended, not onto it', () => {
    const out = { ...half('300.00', ending), date: '2023-07-02' };
    given(opened, allocated('300.00', ending))
      .when(asked('TransferBudget', transfer('300.00', { from: ending, date: '2023-07-02' })))
      .then(happened('BudgetTransferredOut', out), happened('BudgetTransferredIn', { ...out, line: project }));
    given(opened, allocated('300.00'))
      .when(asked('TransferBudget', transfer('300.00', { to: ending, date: '2023-07-02' })))
      .thenRefused('code-not-in-force', '2080105');
  });

  test.each([
    [{ documentNumber: '' }, 'no-document-number'],
    [{ purpose: '' }, 'no-purpose'],
    [{ date: '2022-12-31' }, 'date-outside-year'],
    [{ amount: -100 }, 'amount-not-positive'],
    [{ amount: 9e15 }, 'amount-too-large'],
    [{ to: { ...project, item: '2080199' } }, 'unknown-code'],
    [{ from: { ...office, item: '2080199' } }, 'unknown-code'],
  ])('wants its document, amount and lines in order: %j', (wrong, rule) => {
    given(opened, allocated('1,000.00'), allocated('1,000.00', land))
      .when(asked('TransferBudget', transfer('1.00', wrong)))
      .thenRefused(rule, '调剂到');
  });
});

describe('调剂 between two units', () => {
  it('is one half in each, under one 文号', () => {
    given(opened, allocated('10.00'))
      .when(asked('TransferBudgetOut', change('10.00')))
      .then(happened('BudgetTransferredOut', change('10.00')));
    given(opened)
      .when(asked('TransferBudgetIn', change('10.00')))
      .then(happened('BudgetTransferredIn', change('10.00')));
  });
});
