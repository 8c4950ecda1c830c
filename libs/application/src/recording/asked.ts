import type { BudgetYearCommand } from '@juesuan/execution';
import { fingerprint } from './fingerprint';

/** A command without its sender. */
export type Asked = BudgetYearCommand extends infer Each
  ? Each extends { type: infer Type; data: infer Data }
    ? { readonly type: Type; readonly data: Data }
    : never
  : never;

/** The digest by which a command is known again: a disclosed number is the same however it is written (40, 40.00). */
export const fingerprintOf = (asked: Asked): string =>
  asked.type === 'RecordDisclosure'
    ? fingerprint({ ...asked, data: { ...asked.data, value: sameNumber(asked.data.value) } })
    : fingerprint(asked);

const NUMBER = /^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;

/** A number without what does not change it: grouping and zeros at the end of its decimals; any other text as it stands. */
function sameNumber(text: string): string {
  if (!NUMBER.test(text)) return text;
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  const kept = decimals.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
