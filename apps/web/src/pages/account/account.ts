import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import { type Place, printedAs } from '../../frame/place';

export type Account = Schemas['AccountDto'];
export type Item = Schemas['ItemDto'];
export type Paragraph = Schemas['ParagraphDto'];
export type TextFigure = Schemas['FigureDto'];
export type PrintedPage = Schemas['PrintedPageDto'];
export type PageCell = Schemas['PageCellDto'];
export type SourceCell = Schemas['SourceCellDto'];
export type Check = Schemas['CheckDto'];

/** The sentences, the items and their reasons. */
export const accountQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'account', printedAs(place)],
    queryFn: async () => {
      const params = { path: place, query: printedAs(place) };
      return (await api.GET('/api/units/{unit}/years/{year}/account', { params })).data;
    },
  });

/** The tables as they will be printed. */
export const pagesQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'account-pages', printedAs(place)],
    queryFn: async () => {
      const params = { path: place, query: printedAs(place) };
      return (await api.GET('/api/units/{unit}/years/{year}/account/pages', { params })).data ?? [];
    },
  });

/** Where the unit's year stands: closed or not, and at which revision a form is filled in. */
export const yearStateQuery = ({ unit, year }: Place) =>
  queryOptions({
    queryKey: [...yearKey({ unit, year }), 'state'],
    queryFn: async () => (await api.GET('/api/units/{unit}/years/{year}', { params: { path: { unit, year } } })).data,
  });

export const checksQuery = (place: Place) =>
  queryOptions({
    queryKey: [...yearKey(place), 'checks', printedAs(place)],
    queryFn: async () => {
      const params = { path: place, query: printedAs(place) };
      return (await api.GET('/api/units/{unit}/years/{year}/account/checks', { params })).data ?? [];
    },
  });
