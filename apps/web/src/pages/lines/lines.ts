import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import { momentOf, type Place } from '../../frame/place';
import type { operations } from '../../api/schema';

export type LineAccount = Schemas['LineAccountDto'];
export type LineTotal = Schemas['LineTotalDto'];
export type Lines = Schemas['LinesDto'];
export type Line = Schemas['LineDto'];
export type LinesAsked = NonNullable<operations['lines_lines']['parameters']['query']>;

const FILTERS = ['fundSource', 'kind', 'item', 'text', 'groupBy'] as const;

/** What the address says is wanted. */
export function useLinesAsked(place: Place): LinesAsked {
  const [search] = useSearchParams();
  const said = FILTERS.flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(said), ...momentOf(place) };
}

export const linesQuery = (place: Place, query: LinesAsked) =>
  queryOptions({
    queryKey: [...yearKey(place), 'lines', query],
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/lines', { params: { path: place, query } })).data,
    placeholderData: (before: Lines | undefined) => before,
  });

/** A line of a unit, as an address names it. */
export interface LineAt {
  readonly unit: string;
  readonly line: Line;
}

const SEPARATOR = '|';

export const lineAddress = ({ unit, line: { fundSource, item, kind, project } }: LineAt): string =>
  [unit, fundSource, item, kind, project].join(SEPARATOR);

/** The line an address names; the project may hold anything, so it stands last. */
export function lineNamed(address: string): LineAt | null {
  const [unit, fundSource, item, kind, ...project] = address.split(SEPARATOR);
  if (unit === undefined || item === undefined || kind === undefined) return null;
  const line = { fundSource, item, kind, project: project.join(SEPARATOR) } as Line;
  return { unit, line };
}

/** Steps of a line's life on one page. */
export const STEPS = 100;

const pageOf = (page: number) => ({ offset: (page - 1) * STEPS, limit: STEPS });

export const timelineQuery = (place: Place, { unit, line }: LineAt, page: number) =>
  queryOptions({
    queryKey: [...yearKey({ unit, year: place.year }), 'timeline', line, momentOf(place), page],
    queryFn: async () => {
      const params = { path: { unit, year: place.year }, query: { ...line, ...momentOf(place), ...pageOf(page) } };
      return (await api.GET('/api/units/{unit}/years/{year}/lines/timeline', { params })).data;
    },
    placeholderData: keepPreviousData,
  });
