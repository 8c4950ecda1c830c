import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Place } from '../frame/place';
import { api, type Schemas } from './client';

/** Keys begin with the unit and year they are about: a live change makes just these old. */
export const yearKey = ({ unit, year }: Pick<Place, 'unit' | 'year'>): readonly unknown[] => ['year', unit, year];

export const unitsQuery = (year: number) =>
  queryOptions({
    queryKey: ['units', year],
    queryFn: async () => (await api.GET('/api/units', { params: { query: { year } } })).data ?? [],
  });

/** The years opened by units one may see, the newest first; renewed with the units. */
export const yearsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async () => (await api.GET('/api/units/years')).data ?? [],
});

export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  staleTime: Infinity,
  queryFn: async () => (await api.GET('/api/vocabulary')).data,
});

export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  staleTime: Infinity,
  queryFn: async () => (await api.GET('/api/profiles')).data ?? [],
});

type Vocabulary = Schemas['VocabularyDto'];

/** The Chinese word of a code, from the service's own vocabulary. */
export function useWords(): (list: keyof Vocabulary, key: string) => string {
  const { data } = useQuery(vocabularyQuery);
  return (list, key) => data?.[list].find((word) => word.key === key)?.name ?? key;
}
