import { type Place, saidBy } from '@juesuan/account';
import type { BudgetYearEvent, BudgetYearEventType } from '@juesuan/execution';
import type { AdjustmentStatus } from './schema';
import type { HouseEvent } from './streams';

export type Row = readonly (string | number | null)[];

/** What a batch writes beside money; each name has one statement in `steps.ts`. */
export type NoteKind =
  'opened' | 'closing' | 'revision' | 'fact' | 'draft' | 'standing' | 'code' | 'importBegun' | 'importCompleted';

/** A row to be written; within one batch the last of a key wins, and may carry on from the one before. */
export interface Note {
  readonly kind: NoteKind;
  readonly key: string;
  readonly row: Row | ((before: Row | undefined) => Row);
  /** A kind of which earlier notes on the same key no longer count: statements run by kind, not in the order of events. */
  readonly instead?: NoteKind;
}

type Of<Type extends BudgetYearEventType> = Extract<BudgetYearEvent, { type: Type }>['data'];
type Writing = { [Type in BudgetYearEventType]?: (data: Of<Type>, place: Place) => Note };

/** What an event of a budget year says beside money; null where it moves money only. */
export function noteOf(event: BudgetYearEvent, place: Place): Note | null {
  const write = (WRITING as Partial<Record<BudgetYearEventType, (data: never, place: Place) => Note>>)[event.type];
  return write ? write(event.data as never, place) : factNote(event, place);
}

function factNote(event: BudgetYearEvent, { unit, year, revision }: Place): Note | null {
  const said = saidBy(event);
  if (!said) return null;
  const { kind, name, value } = said;
  const key = `${unit}.${year}.${kind}.${name}`;
  return { kind: 'fact', key, row: [unit, year, kind, name, JSON.stringify(value), revision] };
}

const WRITING: Writing = {
  FiscalYearOpened: (data, { unit, year, revision }) => ({
    kind: 'opened',
    key: `${unit}.${year}`,
    row: [unit, year, data.unitName, data.parentCode, data.unitType, 0, revision],
    instead: 'closing',
  }),
  FiscalYearClosed: (_, place) => closing(place, 1),
  FiscalYearReopened: (_, place) => closing(place, 0),
  AdjustmentDrafted: ({ adjustmentId, ...document }, place) => ({
    kind: 'draft',
    key: `${place.unit}.${place.year}.${adjustmentId}`,
    row: [place.unit, place.year, adjustmentId, 'drafted', JSON.stringify(document), '', place.revision],
    instead: 'standing',
  }),
  AdjustmentSubmitted: (data, place) => standing(place, data.adjustmentId, 'submitted'),
  AdjustmentApproved: (data, place) => standing(place, data.adjustmentId, 'approved', data.comment),
  AdjustmentRejected: (data, place) => standing(place, data.adjustmentId, 'rejected', data.comment),
  AdjustmentApplied: (data, place) => standing(place, data.adjustmentId, 'applied'),
};

const closing = ({ unit, year }: Place, closed: 0 | 1): Note => ({
  kind: 'closing',
  key: `${unit}.${year}`,
  row: [unit, year, closed],
});

const COMMENT = 4;

/** Where a document stands now; an event without a comment leaves the one before. */
const standing = ({ unit, year, revision }: Place, id: string, status: AdjustmentStatus, comment?: string): Note => ({
  kind: 'standing',
  key: `${unit}.${year}.${id}`,
  row: (before) => [unit, year, id, status, comment ?? before?.[COMMENT] ?? null, revision],
});

/** What an event of a code book or an import says. */
export function houseNotes({ type, data }: HouseEvent, stream: string): Note[] {
  const name = stream.slice(stream.indexOf('-') + 1);
  switch (type) {
    case 'CodesDefined':
      return data.entries.map(({ code, name: title, from, to }) => ({
        kind: 'code',
        key: `${name}.${code}.${from ?? ''}`,
        row: [name, code, title, from ?? '', to ?? ''],
      }));
    case 'ImportStarted':
      return [
        {
          kind: 'importBegun',
          key: name,
          row: [name, 'started', data.year, JSON.stringify(data.units)],
          instead: 'importCompleted',
        },
      ];
    case 'ImportCompleted':
      return [{ kind: 'importCompleted', key: name, row: [name] }];
  }
}
