import { FUND_SOURCES } from '@juesuan/classification';
import { type Fen, formatYuan } from '@juesuan/kernel';
import type { Unit } from '../../account';
import { type Balance, balanceKey, MEASURE_WORDS } from '../../entry';
import type { Fact, Facts } from '../../facts';
import { type Check, type FromEvents, notRun } from '../check';
import { faultless } from '../comparison';

/**
 * The events are those that were recorded, in their order, none changed and none missing; and the ledger is what they say: its balances,
 * its units, none of them or of their events left out, and whatever else is printed of them. Both can be changed beside the events, and a chain's head must not stand under what is
 * not its events'.
 */
export const hashChain: Check = {
  id: 'D10',
  scope: '台账',
  formula: '哈希链连续；导出文档记录链头',
  tolerance: 'exact',
  severity: 'error',
  run: ({ chain, fromEvents, account: { balances, units, facts } }) => {
    if (chain === null) return notRun('没有校验哈希链，可运行 juesuan verify');
    if (chain.damage !== null) return faultless([chain.damage], '', '请从备份恢复事件库，并查明原因');
    const intact = `本账 ${chain.events} 个事件的哈希链连续`;
    if (fromEvents === null) return faultless([], intact, '');
    const other = [
      ...otherBalances(balances, fromEvents.sums),
      ...otherEntries(balances, fromEvents.entries),
      ...otherUnits(units, fromEvents.units),
      ...fromEvents.miscounted.map(
        ({ unit, taken, recorded }) => `单位 ${unit} 台账只计到第 ${taken} 号事件，当时已记录到第 ${recorded} 号`,
      ),
      ...fromEvents.otherCodes.map((code) => `补充科目 ${code} 与事件所记不同`),
      ...FACT_KINDS.flatMap((kind) => otherFacts(kind, facts[kind], fromEvents.facts[kind])),
    ];
    const held = `${intact}，台账的余额、单位、文字和补充科目与事件一致`;
    return faultless(other, held, '请由管理员运行 juesuan rebuild 由事件重算，并查明谁改了数据文件');
  },
};

const FACT_WORDS: Readonly<Record<keyof Facts, string>> = {
  reasons: '变动原因',
  priorAccount: '上年决算数',
  priorBudget: '上年预算数',
  disclosures: '公开事项',
  explanations: '改写的句子',
  answers: '预警答复',
  settlements: '预警处理',
  watching: '监控设置',
};
const FACT_KINDS = Object.keys(FACT_WORDS) as (keyof Facts)[];

const otherBalances = (balances: readonly Balance[], sums: FromEvents['sums']): string[] =>
  unlike(balances, sums, '事件合计', (count) => `台账缺少事件记录的 ${count} 项余额`);

const otherEntries = (balances: readonly Balance[], entries: FromEvents['entries']): string[] =>
  unlike(balances, entries, '其分录合计', (count) => `台账有 ${count} 项分录合计没有余额`);

/** Balances that are not what they should come to, and how many sums have no balance: those of zero are not among the balances. */
function unlike(
  balances: readonly Balance[],
  sums: ReadonlyMap<string, Fen>,
  what: string,
  without: (count: number) => string,
): string[] {
  const left = new Map(sums);
  const changed = balances.flatMap((balance) => {
    const key = balanceKey(balance);
    const amount = left.get(key) ?? 0;
    left.delete(key);
    return amount === balance.amount
      ? []
      : [`${named(balance)}台账为 ${formatYuan(balance.amount)} 元，${what}为 ${formatYuan(amount)} 元`];
  });
  const missing = [...left.values()].filter((amount) => amount !== 0).length;
  return missing === 0 ? changed : [...changed, without(missing)];
}

function named({ unit, measure, fundSource, item, project }: Balance): string {
  const fund = fundSource === '' ? '' : `${FUND_SOURCES[fundSource]} `;
  return `单位 ${unit} ${fund}${item} ${project}${MEASURE_WORDS[measure]}`.replaceAll(/ +/g, ' ');
}

/** A unit that no event opened only groups others. */
function otherUnits(units: readonly Unit[], opened: readonly Unit[]): string[] {
  const held = new Map(units.map((unit) => [unit.code, unit]));
  const isHeld = ({ code, name, parent, type, closed }: Unit): boolean => {
    const unit = held.get(code);
    return unit?.name === name && unit.parent === parent && unit.type === type && unit.closed === closed;
  };
  return opened
    .filter((unit) => !isHeld(unit))
    .map(({ code, name }) => `单位 ${code}（事件所记名称：${name}）不在账中，或名称、上级、类型、关账与事件所记不同`);
}

function otherFacts(
  kind: keyof Facts,
  held: ReadonlyMap<string, Fact<unknown>>,
  said: ReadonlyMap<string, Fact<unknown>>,
): string[] {
  const names = [...new Set([...held.keys(), ...said.keys()])];
  return names
    .filter((name) => JSON.stringify(held.get(name)) !== JSON.stringify(said.get(name)))
    .map((name) => {
      const event = said.get(name)?.event;
      return `${FACT_WORDS[kind]}“${name}”${event === undefined ? '没有事件记录' : `与事件 ${event} 所记不同`}`;
    });
}
