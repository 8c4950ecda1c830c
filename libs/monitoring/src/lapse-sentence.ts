import type { ExpenditureKind } from '@juesuan/classification';
import { type Fen, formatWan } from '@juesuan/kernel';

interface Lapse {
  readonly lapse: Fen;
  readonly carryover: Fen;
  readonly surplus: Fen;
}

/** Why a line's quota lapses at the year end and what becomes of it; null where nothing does. `carried` is its 上年结转. */
export function lapseSentence(
  kind: ExpenditureKind,
  { lapse, carryover, surplus }: Lapse,
  carried: Fen,
): string | null {
  if (lapse === 0) return null;
  const kept = keptSentence(kind, carryover);
  if (surplus === 0) return kept;
  const given = `上年结转${formatWan(carried)}万元预计到年末还有${formatWan(surplus)}万元连续两年未用完，转为结余交回财政`;
  return carryover === 0 ? `${given}。` : `${given}；${kept}`;
}

/** All unspent basic expenditure goes on; what else is unspent keeps its purpose (DOMAIN.md §1, 年末结转). */
const keptSentence = (kind: ExpenditureKind, carryover: Fen): string =>
  kind === 'basic'
    ? `基本支出预计有${formatWan(carryover)}万元未用完，结转下年。`
    : `预计有${formatWan(carryover)}万元未用完，结转下年按原用途继续使用。`;
