import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';

export type Book = 'functional' | 'economic';

export const codesQuery = (book: Book) =>
  queryOptions({
    queryKey: ['codes', book],
    staleTime: 600_000,
    queryFn: async () => (await api.GET('/api/codes/{book}', { params: { path: { book } } })).data ?? [],
  });
