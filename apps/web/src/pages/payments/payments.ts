import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { yearKey } from '../../api/queries';
import type { Place } from '../../frame/place';

export type Payment = Schemas['PaymentEventDto'];

export const PAGE_SIZE = 100;

/** What the address says is wanted. */
export interface PaymentsAsked {
  readonly text?: string;
  readonly from?: string;
  readonly to?: string;
}

export function paymentsAsked(search: URLSearchParams): PaymentsAsked {
  const said = (['text', 'from', 'to'] as const).flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

/** What the service is asked of a list: what the address says, as far as the day and the knowledge it is seen from. */
export function listAsked({ asOf, knownAt }: Place, { to = asOf, ...asked }: PaymentsAsked, page: number) {
  return { ...asked, to, knownAt, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
}

/** One page of the payments, the newest first. */
export const paymentsQuery = (place: Place, asked: PaymentsAsked, page: number) =>
  queryOptions({
    queryKey: [...yearKey(place), 'payments', listAsked(place, asked, page)],
    queryFn: async () => {
      const params = { path: place, query: listAsked(place, asked, page) };
      return (await api.GET('/api/units/{unit}/years/{year}/payments', { params })).data;
    },
    placeholderData: (before: Schemas['PaymentsDto'] | undefined) => before,
  });

/** Where a payment's money stands now; asked when its form is opened, and kept as it was then. */
export const standingQuery = (unit: string, year: number, original: string) =>
  queryOptions({
    queryKey: ['standing', unit, year, original],
    staleTime: 0,
    gcTime: 0,
    queryFn: async () =>
      (
        await api.GET('/api/units/{unit}/years/{year}/payments/{original}', {
          params: { path: { unit, year, original } },
        })
      ).data,
  });
