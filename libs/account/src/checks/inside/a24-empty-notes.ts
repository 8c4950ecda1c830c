import type { Table } from '../../statement';
import { type Check, notRun, type PrintedTable } from '../check';
import { faultless } from '../comparison';
import { onFinalAccount } from '../paper';
import { hundredths } from '../side';

/** What the sentence under an empty table must speak of. */
const TOPICS: Readonly<Record<string, RegExp>> = {
  '05': /一般公共预算/,
  '06': /一般公共预算|基本支出/,
  '07': /政府性基金/,
  '08': /国有资本/,
  '09': /三公/,
};

/** An empty table says why it is empty, a table with figures does not, and the sentence is the table's own. */
export const emptyNotes: Check = {
  id: 'A24',
  scope: '各表',
  formula: '空表⇔有空表说明；非空表不得有空表说明；说明文字与本表主题一致',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalAccount((_, { account, document }) => {
    if (document === null) return notRun('没有提供印出的决算公开文档，空表说明无从核对');
    const faults = document.tables.flatMap((printed) => {
      const table = account.finalTables.get(printed.id);
      return table === undefined ? [] : faultsOf(table, printed);
    });
    return faultless(faults, '空表都有说明，有数字的表没有空表说明，说明与各表主题一致', '请核对该表的空表说明');
  }),
};

function faultsOf(table: Table, { printedNumber, emptyNote }: PrintedTable): string[] {
  const isEmpty = table.rows.every(({ amounts }) => amounts.every((amount) => hundredths(amount) === 0));
  if (isEmpty && emptyNote === null) return [`${printedNumber}是空表，没有空表说明`];
  if (emptyNote === null) return [];
  if (!isEmpty) return [`${printedNumber}有数字，却印有空表说明“${emptyNote}”`];
  const topic = TOPICS[table.id];
  return topic === undefined || topic.test(emptyNote) ? [] : [`${printedNumber}的空表说明“${emptyNote}”说的不是本表`];
}
