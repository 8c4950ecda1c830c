import { type Account, accountOf, type Balance, entriesOf, type Facts, NO_FACTS } from '@juesuan/account';
import type { BudgetLine, BudgetYearEvent } from '@juesuan/execution';
import { type Fen, parseWan } from '@juesuan/kernel';
import type { NamedAccount } from '../src';

type UnitType = Account['unit']['type'];

/** The account that some events of one unit make, with names for every code and a made-up reference for every driver. */
export function namedAccountOf(
  events: readonly BudgetYearEvent[],
  { type = 'administrative', year = 2023 }: { type?: UnitType; year?: number } = {},
): NamedAccount {
  const unit = { code: '900001', name: '示范局本级', parent: null, type, closed: false };
  const balances = balancesOf(events, year);
  const facts = factsOf(events);
  return {
    account: accountOf({ unit, units: [unit], year, asOf: null, balances, facts }),
    nameOf: (book, code) => NAMES[code] ?? (book === 'functional' ? `功能${code}` : `经济（${code}）`),
    eventsOf: ({ balances: from }) => from.map(({ id }) => `900001.${year}@${id}`),
  };
}

function balancesOf(events: readonly BudgetYearEvent[], year: number): Balance[] {
  const balances = new Map<string, Balance>();
  const entries = events.flatMap((event, revision) => entriesOf(event, { unit: '900001', year, revision }));
  for (const { unit, measure, fundSource, item, kind, project, economicItem, purpose, amount } of entries) {
    const dimensions = { unit, year, measure, fundSource, item, kind, project, economicItem, purpose };
    const key = Object.values(dimensions).join('|');
    const before = balances.get(key);
    balances.set(key, { ...dimensions, id: before?.id ?? balances.size, amount: (before?.amount ?? 0) + amount });
  }
  return [...balances.values()];
}

/** Facts as the read side keeps them: the last word counts. */
function factsOf(events: readonly BudgetYearEvent[]): Facts {
  const [reasons, priorAccount, priorBudget] = [new Map(), new Map(), new Map()];
  const [disclosures, explanations] = [new Map(), new Map()];
  events.forEach(({ type, data }, revision) => {
    const event = `@${revision}`;
    if (type === 'VarianceReasonRecorded') reasons.set(data.item, { value: data.reason, event });
    if (type === 'ExplanationRevised') explanations.set(data.key, { value: data.text, event });
    if (type === 'DisclosureRecorded') disclosures.set(data.name, { value: data, event });
    if (type === 'PriorYearAccountRecorded') {
      (data.document === 'account' ? priorAccount : priorBudget).set(data.name, { value: data.amount, event });
    }
  });
  return { ...NO_FACTS, reasons, priorAccount, priorBudget, disclosures, explanations };
}

const date = '2023-06-01';

export const line = (item: string, kind: BudgetLine['kind'] = 'basic', project = ''): BudgetLine => ({
  fundSource: 'generalPublic',
  item,
  kind,
  project,
});

/** Amounts as an accountant writes them, in 万元, or in 分. */
export type Amount = string | Fen;
const fenOf = (amount: Amount): Fen => (typeof amount === 'string' ? parseWan(amount) : amount);

export const budgeted = (on: BudgetLine, amount: Amount, economicItem: string | null = '30101'): BudgetYearEvent => ({
  type: 'OriginalBudgetAllocated',
  data: { line: on, amount: fenOf(amount), origin: 'current', economicItem, date: '2023-01-01' },
});

type Change = 'BudgetSupplemented' | 'BudgetCut' | 'BudgetTransferredOut' | 'BudgetTransferredIn' | 'QuotaRecalled';
const change =
  (type: Change) =>
  (on: BudgetLine, amount: Amount, purpose: string): BudgetYearEvent => ({
    type,
    data: { line: on, amount: fenOf(amount), documentNumber: '示财预〔2023〕1号', date, purpose },
  });

export const supplemented = change('BudgetSupplemented');
export const cut = change('BudgetCut');
export const transferredOut = change('BudgetTransferredOut');
export const transferredIn = change('BudgetTransferredIn');
export const recalled = change('QuotaRecalled');

export const broughtIn = (on: BudgetLine, amount: Amount, purpose: string): BudgetYearEvent => ({
  type: 'CarryoverBroughtIn',
  data: { line: on, amount: fenOf(amount), documentNumber: '示财预〔2023〕2号', date, purpose, carryover: 'book' },
});

export const paid = (on: BudgetLine, amount: Amount, economicItem = '30101'): BudgetYearEvent => ({
  type: 'PaymentMade',
  data: { line: on, amount: fenOf(amount), economicItem, voucher: '1', date, summary: '支出' },
});

export const carriedOut = (
  on: BudgetLine,
  amount: Amount,
  outcome: 'carryover' | 'surplus' = 'carryover',
): BudgetYearEvent => ({
  type: 'CarryoverCarriedOut',
  data: { line: on, amount: fenOf(amount), outcome, date: '2023-12-31' },
});

export const reasoned = (item: string, reason: string): BudgetYearEvent => ({
  type: 'VarianceReasonRecorded',
  data: { item, reason },
});

const NAMES: Readonly<Record<string, string>> = {
  '205': '教育支出',
  '20503': '职业教育',
  '2050302': '中等职业教育',
  '208': '社会保障和就业支出',
  '20801': '人力资源和社会保障管理事务',
  '2080101': '行政运行',
  '2080102': '一般行政管理事务',
  '2080105': '劳动保障监察',
  '2080112': '劳动人事争议调解仲裁',
  '2080199': '其他人力资源和社会保障管理事务支出',
  '20805': '行政事业单位养老支出',
  '2080501': '行政单位离退休',
  '2080505': '机关事业单位基本养老保险缴费支出',
  '2080506': '机关事业单位职业年金缴费支出',
  '20808': '抚恤',
  '2080801': '死亡抚恤',
  '210': '卫生健康支出',
  '21011': '行政事业单位医疗',
  '2101101': '行政单位医疗',
  '2101102': '事业单位医疗',
  '2101103': '公务员医疗补助',
  '213': '农林水支出',
  '21308': '普惠金融发展支出',
  '2130804': '创业担保贷款贴息及奖补',
  '221': '住房保障支出',
  '22102': '住房改革支出',
  '2210201': '住房公积金',
};

export const received = (amount: Amount, fundSource: 'generalPublic' | 'other' = 'generalPublic'): BudgetYearEvent => ({
  type: 'IncomeReceived',
  data: { fundSource, item: '2080101', amount: fenOf(amount), voucher: 'S1', date, summary: '收入' },
});

export const lastYear = (
  name: string,
  amount: Amount,
  document: 'account' | 'budget' = 'account',
): BudgetYearEvent => ({
  type: 'PriorYearAccountRecorded',
  data: { document, name, amount: fenOf(amount) },
});

export const disclosed = (name: string, value: string, unit: string, note = ''): BudgetYearEvent => ({
  type: 'DisclosureRecorded',
  data: { name, value, unit, note },
});

export const explained = (key: string, text: string): BudgetYearEvent => ({
  type: 'ExplanationRevised',
  data: { key, text },
});
