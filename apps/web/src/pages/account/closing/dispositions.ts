import type { Schemas } from '../../../api/client';

export type LineAccount = Schemas['LineAccountDto'];
export type Outcome = Schemas['DispositionDto']['outcome'];

/** What somebody chose for a line; 结转 where nothing was chosen. */
export interface Choice {
  readonly outcome: Outcome;
  readonly documentNumber: string;
  readonly purpose: string;
}
export type Choices = Readonly<Record<string, Choice>>;

export const CARRIED: Choice = { outcome: 'carryover', documentNumber: '', purpose: '' };

export const lineId = ({ unit, line: { fundSource, item, kind, project } }: LineAccount): string =>
  [unit, fundSource, item, kind, project].join('|');

/** Unspent basic expenditure always goes on (结转); only a project's may be 结余. */
export const outcomesOf = ({ line }: LineAccount): { value: Outcome; label: string }[] => [
  { value: 'carryover', label: '结转下年' },
  ...(line.kind === 'basic' ? [] : [{ value: 'surplus' as const, label: '结余' }]),
  { value: 'recall', label: '财政收回' },
];

/** Lines that still have money: these end with the year. */
export const withMoney = (lines: readonly LineAccount[]): LineAccount[] =>
  lines.filter(({ available, frozen }) => available.fen !== 0 || frozen.fen !== 0);

export const dispositionsOf = (lines: readonly LineAccount[], choices: Choices): Schemas['DispositionDto'][] =>
  lines.map((one) => {
    const { outcome, documentNumber, purpose } = choices[lineId(one)] ?? CARRIED;
    const { unit, line } = one;
    return outcome === 'recall' ? { unit, line, outcome, documentNumber, purpose } : { unit, line, outcome };
  });

/** What is still to be said before the year can be closed; null when nothing is. */
export function lacking(lines: readonly LineAccount[], choices: Choices): string | null {
  const open = lines.filter((one) => {
    const choice = choices[lineId(one)];
    return choice?.outcome === 'recall' && (choice.documentNumber.trim() === '' || choice.purpose.trim() === '');
  });
  return open.length === 0 ? null : `有 ${open.length} 条收回还没有写文号和事由。`;
}
