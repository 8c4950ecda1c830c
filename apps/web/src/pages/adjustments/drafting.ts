import type { Schemas } from '../../api/client';
import { amountText } from '../../parts/typed';
import type { Seen } from '../../parts/seen';
import { lineAddress, lineNamed } from '../lines/lines';
import type { Adjustment, DraftBody } from './adjustments';

export type MovementType = DraftBody['entries'][number]['type'];
type Carryover = NonNullable<DraftBody['entries'][number]['carryover']>;

/** One movement as it is being typed. */
export interface TypedEntry {
  readonly type: MovementType;
  /** The line's address; its parts are typed one by one for a line that does not exist yet. */
  readonly line: string;
  readonly isNew: boolean;
  readonly amount: string;
  readonly carryover: Carryover | null;
}

/** A document as it is being typed. */
export interface TypedDraft extends Seen {
  readonly adjustmentId: string;
  readonly unit: string;
  readonly documentNumber: string;
  readonly date: string;
  readonly purpose: string;
  readonly entries: readonly TypedEntry[];
}

export const newEntry = (type: MovementType = 'supplement'): TypedEntry => ({
  type,
  line: '',
  isNew: false,
  amount: '',
  carryover: null,
});

export const newDraft = (unit: string): TypedDraft => ({
  adjustmentId: newId(),
  unit,
  documentNumber: '',
  date: '',
  purpose: '',
  entries: [newEntry()],
  seen: null,
});

const newId = (): string => `TZ-${crypto.randomUUID().slice(0, 8)}`;

const OPPOSITE: Readonly<Record<MovementType, MovementType>> = {
  supplement: 'cut',
  cut: 'supplement',
  transferOut: 'transferIn',
  transferIn: 'transferOut',
  carryoverIn: 'recall',
  recall: 'supplement',
};

/** What takes an applied document back: nothing that happened is deleted, its opposite happens. */
export const reversalOf = ({ unit, purpose, documentNumber, entries }: Adjustment): TypedDraft => ({
  ...newDraft(unit),
  purpose: `冲回 ${documentNumber}：${purpose}`,
  entries: entries.map(({ type, line, amount }) => ({
    ...newEntry(OPPOSITE[type as MovementType]),
    line: lineAddress({ unit, line }),
    amount: amountText(amount.yuan),
  })),
});

const isTyped = ({ line, amount }: TypedEntry): boolean => {
  const at = lineNamed(line);
  return at !== null && at.line.item !== '' && Boolean(at.line.fundSource) && Boolean(at.line.kind) && amount !== '';
};

/** The document as the service takes it. */
export const bodyOf = ({ adjustmentId, documentNumber, date, purpose, entries }: TypedDraft): DraftBody => ({
  adjustmentId,
  documentNumber: documentNumber.trim(),
  date,
  purpose: purpose.trim(),
  entries: entries.flatMap(({ line, type, amount, carryover }) => {
    const at = lineNamed(line);
    if (at === null) return [];
    return [{ type, line: at.line, amount, ...(type === 'carryoverIn' && carryover ? { carryover } : {}) }];
  }),
});

/** What can already be tried of a document that is not finished; null while no movement is whole. */
export function triableBody(draft: TypedDraft, year: number): DraftBody | null {
  const entries = draft.entries.filter(isTyped);
  if (entries.length === 0) return null;
  const { documentNumber, date, purpose } = draft;
  const body = bodyOf({ ...draft, entries });
  return {
    ...body,
    documentNumber: documentNumber.trim() || '（文号）',
    date: date || `${year}-12-31`,
    purpose: purpose.trim() || '（事由）',
  };
}

type Vocabulary = Schemas['VocabularyDto'];

/** Rows as Excel puts them on the clipboard, read as movements; what could not be read is told by row. */
export function pastedEntries(
  text: string,
  unit: string,
  words: Vocabulary,
): { entries: TypedEntry[]; faults: string[] } {
  const entries: TypedEntry[] = [];
  const faults: string[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '' || /^(?:调整)?类型\t/.test(row)) continue;
    const read = pastedEntry(row, unit, words);
    if (Array.isArray(read)) faults.push(`第 ${index + 1} 行读不出${read.join('、')}。`);
    else entries.push(read);
  }
  return { entries, faults };
}

/** One row as a movement, or what of it could not be read. */
function pastedEntry(row: string, unit: string, words: Vocabulary): TypedEntry | string[] {
  const [type = '', item = '', fundSource = '', kind = '', project = '', amount = ''] = row
    .split('\t')
    .map((cell) => cell.trim());
  const keyOf = (list: keyof Vocabulary, name: string): string | undefined =>
    words[list].find((word) => word.name === name)?.key;
  const movement = keyOf('adjustmentTypes', type);
  const line = {
    fundSource: keyOf('fundSources', fundSource),
    item: /^\d+/.exec(item)?.[0],
    kind: keyOf('expenditureKinds', kind),
    project,
  };
  const missing = [
    ...(movement === undefined ? [`类型“${type}”`] : []),
    ...(line.item === undefined ? [`功能科目“${item}”`] : []),
    ...(line.fundSource === undefined ? [`资金性质“${fundSource}”`] : []),
    ...(line.kind === undefined ? [`支出类型“${kind}”`] : []),
    ...(amount === '' ? ['金额'] : []),
  ];
  if (missing.length > 0) return missing;
  const address = lineAddress({ unit, line: line as Schemas['LineDto'] });
  return { ...newEntry(movement as MovementType), line: address, amount: amountText(amount) };
}
