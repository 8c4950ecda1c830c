import type { Row } from '../../src';
import { all, type Damage, emptied, type Fault, misprint, printedAs, strikeOut, withRows } from '../damage';

const NOT_A_NUMBER: Damage = (evidence) =>
  withRows(evidence, '09', (rows) => rows.map((row) => ({ ...row, amounts: row.amounts.map(() => NaN) })));

const zeros = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, amounts: row.amounts.map(() => 0) }));

/** Faults inside a table. */
export const INSIDE: readonly Fault[] = [
  ['A01', '其他收入少印 1 万元', misprint('01', 'in.other', 0, '-1')],
  ['A02', '208类多印 1 万元', misprint('01', 'out.208', 0, '1')],
  ['A03', '年初多印 1 万元', misprint('01', 'in.opening', 0, '1')],
  ['A03', '使用非财政拨款结余多印', misprint('01', 'in.useOfSurplus', 0, '1')],
  ['A04', '年末少印 1 万元', misprint('01', 'out.closing', 0, '-1')],
  ['A04', '结余分配多印', misprint('01', 'out.distribution', 0, '1')],
  ['A05', '支出总计差末位', misprint('01', 'out.grandTotal', 0, '0.01')],
  ['A06', '02表一项其他收入少印', misprint('02', '2080199', 6, '-1')],
  ['A07', '02表一款多印', misprint('02', '20801', 1, '1')],
  ['A07', '02表漏印一类', strikeOut('02', '208')],
  ['A08', '03表一项基本支出少印', misprint('03', '2080101', 1, '-1')],
  ['A09', '03表合计多印', misprint('03', 'total', 0, '5')],
  ['A10', '04表国资收入多印', misprint('04', 'in.stateCapital', 0, '1')],
  ['A11', '04表基金支出分栏多印', misprint('04', 'out.212', 2, '1')],
  ['A12', '04表基金年初多印', misprint('04', 'in.opening.governmentFund', 0, '1')],
  ['A13', '04表基金年末多印', misprint('04', 'out.closing', 2, '1')],
  ['A13', '04表收入总计多印', misprint('04', 'in.grandTotal', 0, '1')],
  ['A14', '05表一项项目支出多印', misprint('05', '2080199', 2, '1')],
  ['A15', '06表一款多印', misprint('06', '30201', 0, '1')],
  ['A16', '06表301类多印', misprint('06', '301', 0, '1')],
  ['A16', '06表303类多印', misprint('06', '303', 0, '1')],
  ['A17', '06表302类少印', misprint('06', '302', 0, '-1')],
  ['A18', '07表年末多印', misprint('07', '2120803', 5, '1')],
  ['A18', '07表合计多印', misprint('07', 'total', 5, '1')],
  ['A19', '07表项目支出少印', misprint('07', '2120803', 4, '-1')],
  ['A20', '08表基本支出多印', misprint('08', 'total', 1, '1')],
  ['A21', '09表接待费少印', misprint('09', 'actual', 5, '-0.1')],
  ['A21', '09表预算接待费少印', misprint('09', 'budget', 5, '-0.1')],
  ['A22', '09表预算车辆运行多印', misprint('09', 'budget', 4, '1')],
  ['A22', '09表决算车辆运行多印', misprint('09', 'actual', 4, '1')],
  ['A23', '05表漏印一款', strikeOut('05', '20801')],
  ['A23', '03表科目次序颠倒', (sound) => withRows(sound, '03', (rows) => [...rows].reverse())],
  ['A23', '03表科目印了两次', (sound) => withRows(sound, '03', (rows) => rows.flatMap((row) => [row, row]))],
  ['A23', '02表编码少一位', misprint('02', '208019', 0, '1')],
  ['A23', '02表编码不在科目库', misprint('02', '2080177', 0, '1')],
  ['A23', '05表名称印得不全', printedAs('05', { labels: new Map([['208', '社会保障']]) })],
  ['A24', '有数字的表印了空表说明', printedAs('07', { emptyNote: '本单位无政府性基金收支。' })],
  ['A24', '空表没有说明', emptied('08')],
  ['A24', '只有零的表没有说明', (sound) => withRows(sound, '08', zeros)],
  ['A24', '空表说明抄错了表', all(emptied('08'), printedAs('08', { emptyNote: '本单位无政府性基金收支。' }))],
  ['A25', '05表一项为负', misprint('05', '2080101', 0, '-500')],
  ['A25', '03表一类超过合计', misprint('03', '208', 0, '500')],
  ['A25', '01表一类超过合计', misprint('01', 'out.208', 0, '500')],
  ['A25', '09表单元格不是数字', NOT_A_NUMBER],
];
