const WAN = '万元';

/** What is typed with a Chinese keyboard: full-width figures and signs are the half-width ones. */
const halfWidth = (typed: string): string => typed.normalize('NFKC').trim();

/** What an amount field holds, apart: the figures, and the unit they are in. */
export interface TypedAmount {
  readonly figures: string;
  readonly unit: '元' | '万元';
}

/**
 * Figures and unit of what was typed or pasted; `unit` is null where the text names none. `12.5万` and `12.5 万元` are 万元. Commas before
 * three figures, as spreadsheets write them, are no part of a number, also where a field has dropped the first of them while it was typed;
 * any other comma stays, and is refused.
 */
export function typedAmount(typed: string): { readonly figures: string; readonly unit: TypedAmount['unit'] | null } {
  const text = halfWidth(typed).replaceAll(/[\s¥]/g, '');
  const [, figures = '', unit] = /^(.*?)(万元?|元)?$/.exec(text) ?? [];
  const plain = /^-?\d+(,\d{3})+(\.\d*)?$/.test(figures) ? figures.replaceAll(',', '') : figures;
  return { figures: plain, unit: unit === undefined ? null : unit === '元' ? '元' : WAN };
}

/** An amount as the service takes it: bare figures are 元. Nothing typed is nothing, in whichever unit. */
export const amountOf = ({ figures, unit }: TypedAmount): string =>
  unit === WAN && figures !== '' ? figures + WAN : figures;

/** An amount from elsewhere, as the service takes it. */
export function amountText(text: string): string {
  const { figures, unit } = typedAmount(text);
  return amountOf({ figures, unit: unit ?? '元' });
}

const DATES = [
  /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^()(\d{1,2})[-./月](\d{1,2})日?$/,
];

/** The day that was typed, `YYYY-MM-DD`, in whichever way people write one; a day without a year is of the year shown. Null for none. */
export function dayText(typed: string, year: number): string | null {
  const text = halfWidth(typed);
  const [, own = '', month = '', day = ''] = DATES.map((form) => form.exec(text)).find((found) => found !== null) ?? [];
  const iso = `${own || year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}
