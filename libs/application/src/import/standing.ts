import { EXPENDITURE_KINDS, FUND_SOURCES, UNIT_TYPES } from '@juesuan/classification';
import type { CellError } from '@juesuan/documents';
import type { BudgetLine, RecordedEvent } from '@juesuan/execution';
import { formatYuan } from '@juesuan/kernel';
import { EVENT_WORDS } from '../reading/words';
import type { Planned } from './plan';
import type { Refusal } from './refusals';

const REUSED: ReadonlySet<string> = new Set(['command-id-reused', 'voucher-reused', 'year-already-opened']);

/** Whether a row was refused because something else stands recorded under what it is about. */
export const meetsAnother = ({ violation }: Refusal): boolean => REUSED.has(violation.code);

/** What was recorded of a unit's year, found by what rows are about. */
export function standingOf(events: Iterable<RecordedEvent>): (refusal: Refusal) => RecordedEvent | undefined {
  const found = new Map<string, RecordedEvent>();
  for (const event of events) {
    const { type, data, by } = event;
    if (type === 'FiscalYearOpened') found.set('opened', event);
    else if ('voucher' in data) found.set(`voucher ${data.voucher}`, event);
    else if (!found.has(`command ${by.commandId}`)) found.set(`command ${by.commandId}`, event);
  }
  return ({ row: { command }, commandId }) => {
    if (command.type === 'OpenFiscalYear') return found.get('opened');
    return found.get('voucher' in command.data ? `voucher ${command.data.voucher}` : `command ${commandId}`);
  };
}

/** The cell that is not as it stands recorded, with all differences, and what can be done about it. */
export function cellBeside(refusal: Refusal, event: RecordedEvent): CellError {
  const { reader } = refusal.row;
  const isVoucher = 'voucher' in refusal.row.command.data;
  const [own, recorded] = [wordsOf(refusal.row, refusal.row.command.data), wordsOf(refusal.row, event.data)];
  const kind = { column: '类型', said: reader.text('类型') || reader.table.name, recorded: EVENT_WORDS[event.type] };
  const different = [
    ...(isVoucher && !kind.said.includes(kind.recorded) ? [kind] : []),
    ...[...own]
      .map(([column, said]) => ({ column, said, recorded: recorded.get(column) ?? '' }))
      .filter(({ said, recorded: before }) => said !== before),
  ];
  const differences = different.map(
    ({ column, said, recorded: before }) => `${column}已记录${shown(before)}，本行${shown(said)}`,
  );
  const rule = `${aboutOf(refusal.row)}已按其他内容记录${fromOf(event)}${differences.length === 0 ? '' : `：${differences.join('；')}`}`;
  // A voucher number may as well be the slip: the differences say what it was used for.
  const columns = isVoucher ? ['凭证号'] : different.map((each) => each.column);
  const column = columns.find((each) => each in reader.row.cells) ?? null;
  return reader.fault(column, rule, ADVICE[refusal.row.command.type] ?? OTHERWISE);
}

const shown = (text: string): string => (text === '' ? '为空' : `“${text}”`);

const fromOf = ({ by }: RecordedEvent): string =>
  by.source === undefined ? '' : `（${by.source.replace(/:(\d+)$/, ' 第 $1 行')}）`;

function aboutOf({ command: { data } }: Planned): string {
  if ('voucher' in data) return `凭证号 ${data.voucher} `;
  if ('documentNumber' in data) return `文号 ${data.documentNumber} `;
  return 'unitCode' in data ? `单位 ${data.unitCode} ` : '此项';
}

const VOUCHER = '另一笔业务请用另一个凭证号；更改已记录的支付请用退回或更正';
const DOCUMENT = '已记录的调整不能更改：请把本行改回，差额以新的文号追加、追减或调剂';
const OTHERWISE = '已记录的事项不能更改：请把本行改回，有变动的用反向的事项冲减';
const ADVICE: Readonly<Partial<Record<Planned['command']['type'], string>>> = {
  OpenFiscalYear: '单位的名称、上级和类型在年度内不能更改，系统也没有这种事项：请把 00-单位 改回，从下一年度起再改',
  AllocateOriginalBudget:
    '已下达的年初预算不能更改：请把本行改回；录错了的另加“类型”为冲减的一行冲回（须有“事由”栏），再登记正确的；预算变了用 02-年中调整 记录',
  SupplementBudget: DOCUMENT,
  CutBudget: DOCUMENT,
  BringInCarryover: DOCUMENT,
  TransferBudgetOut: DOCUMENT,
  TransferBudgetIn: DOCUMENT,
  RecallQuota: DOCUMENT,
  RecordOpeningBalance:
    '已登记的年初结转结余不能更改：请把本行改回，另加“类型”为冲减的一行冲回（须有“事由”栏），再登记正确的',
  ReceiveIncome: '另一笔收入请用另一个凭证号；已记录的收入不能更改，请把本行改回',
  MakePayment: VOUCHER,
  RefundPayment: VOUCHER,
  ReclassifyPayment: VOUCHER,
};

/** What a command or an event says, by the columns of the row's file. */
function wordsOf({ reader }: Planned, data: object): Map<string, string> {
  const words = new Map<string, string>();
  const fields = data as Fields;
  const amount = Object.keys(reader.row.cells).find((column) => column.includes('元)')) ?? '金额(元)';
  const put = (column: string, value: string | null | undefined): unknown =>
    value !== undefined && words.set(column, value ?? '');
  for (const [field, column] of Object.entries(COLUMNS)) put(column, fields[field as keyof typeof COLUMNS]);
  put('单位类型', fields.unitType && UNIT_TYPES[fields.unitType]);
  put('资金性质', fields.line && FUND_SOURCES[fields.line.fundSource]);
  put('收入来源' in reader.row.cells ? '收入来源' : '资金性质', fields.fundSource && FUND_SOURCES[fields.fundSource]);
  put('功能分类科目', fields.line?.item ?? fields.item);
  put('支出类型', fields.line && EXPENDITURE_KINDS[fields.line.kind]);
  put('项目名称', fields.line?.project);
  put(amount, fields.amount === undefined ? undefined : formatYuan(fields.amount));
  return words;
}

const COLUMNS = {
  unitName: '单位名称',
  parentCode: '上级单位编码',
  date: '日期',
  originalVoucher: '原凭证号',
  economicItem: '经济分类科目',
  freezeId: '冻结编号',
  summary: '摘要',
  purpose: '事由',
} as const;

type Fields = { readonly [Field in keyof typeof COLUMNS]?: string | null } & {
  readonly unitType?: keyof typeof UNIT_TYPES;
  readonly line?: BudgetLine;
  readonly fundSource?: keyof typeof FUND_SOURCES;
  readonly item?: string;
  readonly amount?: number;
};
