import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import type { Place } from '../../frame/place';

export type Adjustment = Schemas['AdjustmentDto'];
export type Effect = Schemas['AdjustmentEffectDto'];
export type DraftBody = Schemas['DraftAdjustmentDto'];

export const adjustmentsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'adjustments', place.knownAt],
    queryFn: async () => {
      const params = { path: place, query: { knownAt: place.knownAt } };
      return (await api.GET('/api/units/{unit}/years/{year}/adjustments', { params })).data ?? [];
    },
  });

/** What a document would do, and how the account of the place shown would then read; null while there is nothing to try. */
export const effectQuery = (place: Place, unit: string, body: DraftBody | null) =>
  queryOptions({
    queryKey: [...yearKey(place), 'effect', unit, place.profile, body],
    enabled: body !== null && unit !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const params = { path: { unit, year: place.year } };
      const asked = { ...(body as DraftBody), profile: place.profile, account: place.unit };
      return (await api.POST('/api/units/{unit}/years/{year}/adjustments/preview', { params, body: asked })).data;
    },
  });

/** A document as an address names it. */
export const documentAddress = ({ unit, id }: { unit: string; id: string }): string => `${unit}|${id}`;

/** A document's own content, to be tried again under another id. */
export const triedBody = ({ id, documentNumber, date, purpose, entries }: Adjustment): DraftBody => ({
  adjustmentId: `${id}-试算`,
  documentNumber,
  date,
  purpose,
  entries: entries.map(({ type, line, amount, carryover }) => ({
    type: type as DraftBody['entries'][number]['type'],
    line,
    amount: amount.yuan.replaceAll(',', ''),
    ...(carryover === null ? {} : { carryover: carryover as 'book' }),
  })),
});

/** Darker than antd's own colours of tags, whose contrast is too low to read. */
export const STATE_STYLE: Readonly<Record<string, { readonly color: string; readonly background: string }>> = {
  drafted: { color: '#434343', background: '#f0f0f0' },
  submitted: { color: '#874d00', background: '#fff7e6' },
  approved: { color: '#1d4f91', background: '#e6eef8' },
  rejected: { color: '#a8071a', background: '#fff1f0' },
  applied: { color: '#135200', background: '#f0f9eb' },
};
