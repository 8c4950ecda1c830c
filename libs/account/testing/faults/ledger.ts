import type { Balance, FromEvents, Item, Unit } from '../../src';
import {
  beside,
  type Damage,
  type Fault,
  first,
  lost,
  misbooked,
  misprint,
  onlyLedger,
  rebooked,
  strikeOut,
} from '../damage';

const turned = ({ amount }: Balance): number => -amount;
const more =
  (fen: number) =>
  ({ amount }: Balance): number =>
    amount + fen;

const unlike = (change: (said: FromEvents) => Partial<FromEvents>): Damage =>
  beside(({ fromEvents }) => ({ fromEvents: fromEvents && { ...fromEvents, ...change(fromEvents) } }));

const explained =
  (change: (item: Item) => readonly Item[]): Damage =>
  (evidence) => {
    const items = evidence.account.items.flatMap(change);
    return { ...evidence, account: { ...evidence.account, items } };
  };

const without = (kind: string) =>
  explained((item) => [{ ...item, drivers: item.drivers.filter((driver) => driver.kind !== kind) }]);

const named = (change: Partial<Unit>): Damage =>
  unlike(({ units }) => ({ units: units.map((unit) => (unit.code === '900001' ? { ...unit, ...change } : unit)) }));

const ofPensioners = ({ project }: Balance): boolean => project === '退休人员管理';

/** Faults of the ledger. */
export const OF_LEDGER: readonly Fault[] = [
  ['D01', '台账的追减与指标不同', misbooked(first('cut'), more(-100))],
  ['D01', '台账少一笔追加', rebooked(first('supplement'), { amount: 0 })],
  ['D01', '台账缺一条指标', rebooked(ofPensioners, { measure: 'opening' })],
  ['D01', '台账没有这条指标', lost(ofPensioners)],
  ['D01', '追减记成正数', (sound) => misbooked(first('cut'), turned)(onlyLedger(sound))],
  ['D02', '调剂缺一半', beside(({ virements }) => ({ virements: virements.slice(0, 1) }))],
  [
    'D02',
    '导入没有完成',
    beside(({ virements }) => ({ virements: virements.slice(0, 1), incompleteImports: ['导入-7'] })),
  ],
  ['D03', '支付超过指标', misbooked(first('payment'), more(500_000_00))],
  ['D03', '冻结超过指标', misbooked(first('freeze'), more(900_000_00))],
  ['D04', '出表以后少记一笔支付', misbooked(first('payment'), more(-1))],
  ['D04', '决算表差一分', misprint('03', '2080101', 0, '0.000001')],
  ['D04', '03表漏印一项', strikeOut('03', '2080101')],
  ['D04', '03表印了没有支付的一项', misprint('03', '2080999', 0, '1')],
  ['D04', '说明的决算数不同', explained((item) => [{ ...item, actual: item.actual + 1 }])],
  ['D04', '说明了没有支付的一项', explained((item) => [item, { ...item, code: '2080999' }])],
  ['D05', '关账少结转一分', misbooked(first('carryoverOut'), more(-1))],
  ['D06', '漏了追加这个原因', without('supplement')],
  ['D06', '少说明一项', explained((item) => (item.code === '2210201' ? [] : [item]))],
  ['D06', '05表差一分', misprint('05', '2210201', 0, '0.000001')],
  ['D07', '本年带入的不是上年结转', misbooked(first('carryoverIn'), more(100))],
  ['D07', '带入了别的科目', rebooked(first('carryoverIn'), { item: '2120801' })],
  ['D08', '更正两头不等', misbooked(first('reclassification'), more(100))],
  [
    'D08',
    '更正换了资金性质',
    rebooked((one) => first('reclassification')(one) && one.amount > 0, { fundSource: 'other' }),
  ],
  ['D09', '关账后又支付', beside(() => ({ afterClosing: ['900002.2023@13'] }))],
  ['D10', '事件被改动', beside(() => ({ chain: { events: 66, damage: '事件 900001.2023@7 的内容与其哈希不符' } }))],
  ['D10', '台账被改动', misbooked(first('payment'), more(1_00))],
  ['D10', '台账少一项', unlike(({ sums }) => ({ sums: new Map([...sums, ['别的', 1]]) }))],
  ['D10', '台账少一笔分录', unlike(({ entries }) => ({ entries: new Map([...entries].slice(1)) }))],
  ['D10', '一项为零的余额有分录', unlike(({ entries }) => ({ entries: new Map([...entries, ['别的', 1]]) }))],
  ['D10', '单位改了名', unlike(({ units }) => ({ units: units.map((unit) => ({ ...unit, name: `${unit.name}甲` })) }))],
  ['D10', '单位换了上级', named({ parent: '900002' })],
  ['D10', '单位换了类型', named({ type: 'institution' })],
  ['D10', '单位已经关账', named({ closed: true })],
  [
    'D10',
    '台账少一个单位',
    unlike(({ units }) => ({
      units: [...units, ...units.slice(0, 1).map((unit) => ({ ...unit, code: '900009', name: '第九所' }))],
    })),
  ],
  [
    'D10',
    '原因不是事件所说',
    unlike(({ facts }) => ({
      facts: { ...facts, reasons: new Map([['2080101', { value: '别的', event: '900.2023@4' }]]) },
    })),
  ],
  ['D10', '公开事项没有事件', unlike(({ facts }) => ({ facts: { ...facts, disclosures: new Map() } }))],
  ['D10', '台账少计一个事件', unlike(() => ({ miscounted: [{ unit: '900001', taken: 6, recorded: 7 }] }))],
  ['D10', '补充科目改了名', unlike(() => ({ otherCodes: ['2089999'] }))],
  ['D11', '03表差末位', misprint('03', '2080101', 1, '0.01')],
  ['D11', '表中漏印一行', strikeOut('05', '2210201')],
  ['D11', '表中有台账没有的行', misprint('05', '2080501', 0, '3')],
  [
    'D12',
    '对账单少一笔',
    beside(() => ({ treasury: [{ month: 6, fundSource: 'stateCapital', ledger: 800_000_00, statement: 1 }] })),
  ],
];
