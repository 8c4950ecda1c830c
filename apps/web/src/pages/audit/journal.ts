import { queryOptions } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import type { operations } from '../../api/schema';
import type { Place } from '../../frame/place';

export type Event = Schemas['EventDto'];
export type JournalAsked = operations['journal_journal']['parameters']['query'];

export const PAGE_SIZE = 50;

const FILTERS = ['types', 'actor', 'text', 'from', 'to'] as const;

/** What the address says is wanted, and which page of it. */
export function useJournalAsked({ knownAt }: Place): JournalAsked {
  const [search] = useSearchParams();
  const said = FILTERS.flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const page = Number(search.get('page') ?? 1);
  return { ...Object.fromEntries(said), knownAt, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
}

export const journalQuery = (place: Place, query: JournalAsked) =>
  queryOptions({
    queryKey: [...yearKey(place), 'journal', query],
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/journal', { params: { path: place, query } })).data,
    placeholderData: (before: Schemas['JournalDto'] | undefined) => before,
  });

/** The event a reference such as `301001.2023@57` names. */
export const eventQuery = (reference: string) => {
  const [, unit = '', year = '', revision = ''] = /^(.+)\.(\d{4})@(\d+)$/.exec(reference) ?? [];
  return queryOptions({
    queryKey: ['event', reference],
    staleTime: Infinity,
    queryFn: async () => {
      const path = { unit, year: Number(year), revision: Number(revision) };
      return (await api.GET('/api/units/{unit}/years/{year}/journal/{revision}', { params: { path } })).data;
    },
  });
};
