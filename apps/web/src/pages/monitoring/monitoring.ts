import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import { momentOf, type Place } from '../../frame/place';

export type Forecast = Schemas['ForecastDto'];
export type LineForecast = Schemas['LineForecastDto'];
export type ItemNeedingReason = Schemas['ItemNeedingReasonDto'];
export type Outturn = Schemas['OutturnDto'];
export type BudgetComparison = Schemas['BudgetComparisonDto'];
export type Composition = Schemas['CompositionDto'];
export type Indicator = Schemas['IndicatorDto'];

/** The year end, as the day lets expect it. */
export const forecastQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'forecast', place.profile, momentOf(place)],
    queryFn: async () => {
      const params = { path: place, query: { profile: place.profile, ...momentOf(place) } };
      return (await api.GET('/api/units/{unit}/years/{year}/monitoring/forecast', { params })).data;
    },
    placeholderData: keepPreviousData,
  });

/** Budget and actual side by side, and how far they can be believed. */
export const outturnQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'outturn', momentOf(place)],
    queryFn: async () => {
      const params = { path: place, query: momentOf(place) };
      return (await api.GET('/api/units/{unit}/years/{year}/monitoring/outturn', { params })).data;
    },
    placeholderData: keepPreviousData,
  });
