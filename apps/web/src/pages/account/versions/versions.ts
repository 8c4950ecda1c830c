import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client';
import { yearKey } from '../../../api/queries';
import type { Document, Place } from '../../../frame/place';

export type Version = Schemas['VersionDto'];
export type Moment = Schemas['MomentDto'];
export type Comparison = Schemas['ComparisonDto'];

/** A moment as an address names it: its business day and what was known. */
export const momentKey = ({ asOf, knownAt }: Moment): string => [asOf ?? '', knownAt ?? ''].join('|');

export function momentNamed(key: string): Moment {
  const [asOf = '', knownAt = ''] = key.split('|');
  return { asOf: asOf || null, knownAt: knownAt || null };
}

/** Everything recorded, as of today. */
export const NOW: Moment = { asOf: null, knownAt: null };

/** Moments that can be compared: closings, imports, ends of months; the newest first. */
export const versionsQuery = ({ unit, year }: Place) =>
  queryOptions({
    queryKey: [...yearKey({ unit, year }), 'versions'],
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/account/versions', { params: { path: { unit, year } } })).data ??
      [],
  });

/** What changed in one of the documents between two moments. */
export const comparisonQuery = (place: Place, document: Document, from: Moment, to: Moment) =>
  queryOptions({
    queryKey: [...yearKey(place), 'compare', place.profile, document, momentKey(from), momentKey(to)],
    queryFn: async () => {
      const query = {
        profile: place.profile,
        document,
        ...(from.asOf === null ? {} : { fromAsOf: from.asOf }),
        ...(from.knownAt === null ? {} : { fromKnownAt: from.knownAt }),
        ...(to.asOf === null ? {} : { toAsOf: to.asOf }),
        ...(to.knownAt === null ? {} : { toKnownAt: to.knownAt }),
      };
      return (await api.GET('/api/units/{unit}/years/{year}/account/compare', { params: { path: place, query } })).data;
    },
  });
