import type { LineAccount } from '@juesuan/account';
import type { HistoryEntry } from '@juesuan/application';
import { EVENT_WORDS } from '@juesuan/application';
import { type Fen, formatWan, formatYuan, percent, sumFen } from '@juesuan/kernel';
import type { AmountDto } from '../common/common.dto';
import type { LineAccountDto, LineTotalDto } from './lines.dto';
import type { EventDto } from './reading.dto';

/** An amount in every form a page may show, so that no page computes one. */
export const amountDto = (fen: Fen): AmountDto => ({ fen, yuan: formatYuan(fen), wan: formatWan(fen) });

const PARTS = ['original', 'changes', 'final', 'frozen', 'paid', 'carriedOut', 'available'] as const;
type Parts = { readonly [Part in (typeof PARTS)[number]]: Fen };

/** 执行率 has two decimals everywhere but in a profile's own document. */
const RATE_DECIMALS = 2;

export const printedParts = (parts: Parts): LineTotalDto => ({
  original: amountDto(parts.original),
  changes: amountDto(parts.changes),
  final: amountDto(parts.final),
  frozen: amountDto(parts.frozen),
  paid: amountDto(parts.paid),
  carriedOut: amountDto(parts.carriedOut),
  available: amountDto(parts.available),
  rate: percent(parts.paid, parts.final, RATE_DECIMALS),
});

export const lineDto = (
  account: LineAccount,
  itemName: string | null,
  group: string | null = null,
): LineAccountDto => ({
  unit: account.unit,
  line: { ...account.line },
  itemName: itemName ?? account.line.item,
  group,
  ...printedParts(account),
});

/** The sum of lines, added up in 分. */
export function totalOf(lines: readonly LineAccount[]): LineTotalDto {
  const sums = PARTS.map((part) => [part, sumFen(lines.map((line) => line[part]))]);
  return printedParts(Object.fromEntries(sums) as Parts);
}

/** An event as a journal shows it. */
export function eventDto(entry: HistoryEntry): EventDto {
  const { event, reference, unit, revision, position, recordedAt, words } = entry;
  const { data, by, type } = event;
  return {
    reference,
    unit,
    revision,
    position,
    recordedAt,
    type,
    title: EVENT_WORDS[type],
    words,
    date: 'date' in data ? data.date : null,
    amount: 'amount' in data ? amountDto(data.amount) : null,
    line: 'line' in data ? { ...data.line } : null,
    fromLine: 'fromLine' in data ? { ...data.fromLine } : null,
    fundSource: 'fundSource' in data ? data.fundSource : null,
    item: 'item' in data ? data.item : null,
    economicItem: 'economicItem' in data ? data.economicItem : null,
    fromEconomicItem: 'fromEconomicItem' in data ? data.fromEconomicItem : null,
    document: 'documentNumber' in data ? data.documentNumber : 'voucher' in data ? data.voucher : null,
    originalVoucher: 'originalVoucher' in data ? data.originalVoucher : null,
    purpose: purposeOf(data),
    actor: by.actor,
    source: by.source ?? null,
  };
}

function purposeOf(data: HistoryEntry['event']['data']): string | null {
  if ('purpose' in data) return data.purpose;
  if ('summary' in data) return data.summary;
  if ('reason' in data) return data.reason;
  if ('level' in data && 'text' in data) return data.text;
  return 'comment' in data ? data.comment : null;
}
