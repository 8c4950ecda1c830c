import type { Item } from '@juesuan/account';
import { PLACEHOLDER, REASON_PLACEHOLDERS, type ReasonPlaceholder } from '@juesuan/execution';
import { type Fen, sumFen } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';
import { marked } from '../text/document';
import { formatAmount } from '../text/format-amount';
import { addressOf, type Source } from '../text/sources';
import { reasonClause } from './purpose';
import { prints } from './tolerance';

/** An officer's reason as the sentence takes it: its placeholders filled with marked amounts, without what the sentence says itself. */
export function wordedReason(reason: string, item: Item, profile: Profile): string {
  return reasonClause(reason, profile).replace(PLACEHOLDER, (written, name: string, purpose?: string) => {
    const bound = boundTo(name, purpose?.trim(), item);
    return bound === null ? written : marked(formatAmount(bound.fen, profile), addressOf(bound.source));
  });
}

/** The placeholders of a reason that print as nothing today: 收回0.00万元 explains no difference. */
export const emptyPlaceholders = (reason: string, item: Item): string[] =>
  [...reason.matchAll(PLACEHOLDER)].flatMap(([written, name = '', purpose]) => {
    const bound = boundTo(name, purpose?.trim(), item);
    return bound !== null && !prints(bound.fen) ? [written] : [];
  });

function boundTo(name: string, purpose: string | undefined, item: Item): { fen: Fen; source: Source } | null {
  const meant: string | undefined = REASON_PLACEHOLDERS[name as ReasonPlaceholder];
  if (meant === undefined) return null;
  if (meant === 'variance') {
    return { fen: item.actual - item.original, source: { of: 'item', item: item.code, figure: 'variance' } };
  }
  const kind = REASON_PLACEHOLDERS[name as Exclude<ReasonPlaceholder, '差额'>];
  const fits = item.drivers.filter((one) => one.kind === kind && (purpose === undefined || one.purpose === purpose));
  const source: Source = { of: 'driver', item: item.code, kind, ...(purpose === undefined ? {} : { purpose }) };
  return { fen: sumFen(fits.map(({ fen }) => fen)), source };
}
