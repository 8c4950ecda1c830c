import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import type { operations } from '../../api/schema';
import type { Place } from '../../frame/place';

export type Execution = Schemas['ExecutionDto'];
export type ExecutionRow = Schemas['ExecutionRowDto'];
export type ExecutionMonth = Schemas['ExecutionMonthDto'];
export type By = NonNullable<NonNullable<operations['monitoring_execution']['parameters']['query']>['by']>;

/** While another day is asked for, the page keeps showing the one before. */
export const executionQuery = (place: Place, by: By) =>
  queryOptions({
    queryKey: [...yearKey(place), 'execution', by, place.asOf],
    queryFn: async () => {
      const { asOf } = place;
      const params = { path: place, query: { by, ...(asOf === undefined ? {} : { asOf }) } };
      return (await api.GET('/api/units/{unit}/years/{year}/monitoring/execution', { params })).data;
    },
    placeholderData: keepPreviousData,
  });

export const alertsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'alerts', place.asOf],
    queryFn: async () => {
      const params = { path: place, query: place.asOf === undefined ? {} : { asOf: place.asOf } };
      return (await api.GET('/api/units/{unit}/years/{year}/monitoring/alerts', { params })).data;
    },
    placeholderData: keepPreviousData,
  });

/** The address of a page about the same unit, year and day, with more said. */
export function addressOf(place: Place, page: string, more: Readonly<Record<string, string>> = {}): string {
  const { unit, year, asOf, profile } = place;
  const search = new URLSearchParams({ profile, ...(asOf === undefined ? {} : { asOf }), ...more });
  return `/${unit}/${year}/${page}?${search.toString()}`;
}
