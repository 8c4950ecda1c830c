import type { Schemas } from '../api/client';

type Amount = Schemas['AmountDto'];

/** `9205.13` → `9,205.13`: only the look of what the service printed. */
export const grouped = (printed: string): string => printed.replace(/\B(?=(\d{3})+(?:\.|$))(?<!\.\d*)/g, ',');

/** An amount in 元 that a table shows or a spreadsheet takes over: what goes back has a minus that spreadsheets know. */
export const signed = (amount: Amount | null, isReturn: boolean): string =>
  amount === null ? '' : `${isReturn ? '-' : ''}${amount.yuan}`;

/** An amount in 万元; its 元 to the last 分 on hover. */
export function Figure({ amount }: { amount: Amount }) {
  return (
    <span className="figure" title={`${amount.yuan} 元`}>
      {grouped(amount.wan)}
    </span>
  );
}

/** An amount that opens what is behind it. */
export function FigureLink({ amount, says, onOpen }: { amount: Amount; says: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      className="figure-link"
      aria-label={`${says} ${amount.wan} 万元`}
      title={`${amount.yuan} 元`}
      onClick={onOpen}
    >
      {grouped(amount.wan)}
    </button>
  );
}

/** A share in percent as the service printed it, over a bar of its length. */
export function Rate({ rate }: { rate: string | null }) {
  if (rate === null) return <span className="figure">—</span>;
  const length = Math.max(0, Math.min(100, Number(rate)));
  const bar = `linear-gradient(to right, #d3e0f1 ${length}%, transparent ${length}%)`;
  return (
    <span className="figure rate" style={{ backgroundImage: bar }}>
      {rate}%
    </span>
  );
}
