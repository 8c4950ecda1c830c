import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, commandHeaders, type CommandHeaders, newKey } from '../api/client';
import { unitsQuery } from '../api/queries';
import { usePlace } from '../frame/place';

/** As long as a slow hand takes. */
const DOUBLE_CLICK_MS = 500;

type Send<Input> = (input: Input, header: CommandHeaders) => Promise<unknown>;

/**
 * A command on a unit's year. Sending it again after a failure uses the same key, so that it is never recorded twice; what it
 * changed is then asked anew. `seen` is the revision its form was filled in on, or asks for it.
 */
export function useCommand<Input>(send: Send<Input>, onRecorded: (input: Input) => void) {
  const { year } = usePlace();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const freeAt = useRef(0);
  const command = useMutation<unknown, Error, { input: Input; seen?: number | (() => Promise<number>) }>({
    mutationFn: async ({ input, seen }) =>
      send(input, commandHeaders(key.current, typeof seen === 'function' ? await seen() : seen)),
    onSuccess: (_, { input }) => {
      key.current = newKey();
      onRecorded(input);
      // Closing and opening change the list of units as well.
      void queries.invalidateQueries({ queryKey: unitsQuery(year).queryKey });
      return queries.invalidateQueries({ predicate: ({ queryKey: [kind, , of] }) => kind === 'year' && of === year });
    },
    // What was refused may be sent again at once.
    onSettled: (_, error) => {
      freeAt.current = error === null ? performance.now() + DOUBLE_CLICK_MS : 0;
    },
  });
  return {
    ...command,
    /** The second half of a double click sends nothing: it would tell a second time of what was recorded once. */
    mutate: (given: Parameters<typeof command.mutate>[0]): void => {
      if (performance.now() < freeAt.current) return;
      freeAt.current = Infinity;
      command.mutate(given);
    },
  };
}

/** Where a unit's year stands now: what a form opened now is filled in on. Rejects where the year is not open. */
export async function revisionOf(unit: string, year: number): Promise<number> {
  const { data } = await api.GET('/api/units/{unit}/years/{year}', { params: { path: { unit, year } } });
  return data?.revision ?? -1;
}
