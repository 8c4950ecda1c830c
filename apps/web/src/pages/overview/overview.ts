import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import type { operations } from '../../api/schema';
import { momentOf, type Place } from '../../frame/place';

export type Execution = Schemas['ExecutionDto'];
export type ExecutionRow = Schemas['ExecutionRowDto'];
export type ExecutionMonth = Schemas['ExecutionMonthDto'];
export type By = NonNullable<NonNullable<operations['monitoring_execution']['parameters']['query']>['by']>;

/** While another day is asked for, the page keeps showing the one before. */
export const executionQuery = (place: Place, by: By) =>
  queryOptions({
    queryKey: [...yearKey(place), 'execution', by, momentOf(place)],
    queryFn: async () => {
      const params = { path: place, query: { by, ...momentOf(place) } };
      return (await api.GET('/api/units/{unit}/years/{year}/monitoring/execution', { params })).data;
    },
    placeholderData: keepPreviousData,
  });

export const alertsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'alerts', momentOf(place)],
    queryFn: async () => {
      const params = { path: place, query: momentOf(place) };
      return (await api.GET('/api/units/{unit}/years/{year}/monitoring/alerts', { params })).data;
    },
    placeholderData: keepPreviousData,
  });
