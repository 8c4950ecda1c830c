/** Positions as text that sorts as the numbers do; the digits of the largest safe integer. */
export const positionText = (position: number): string => String(position).padStart(16, '0');

export const isPosition = (text: string): boolean => /^\d{16}$/.test(text);

/** The row number behind a position this store gave out; null, the start, lies before the first. */
export function positionNumber(position: string | null): number {
  if (position === null) return 0;
  if (!isPosition(position)) throw new TypeError(`“${position}” is not a position of this store`);
  return Number(position);
}
