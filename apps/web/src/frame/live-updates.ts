import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { follow, type LiveState } from '../api/live';

/** Makes what a colleague has just changed old, so that the open page asks again; tells whether the line is up. */
export function useLiveUpdates(): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connected');
  useEffect(
    () =>
      follow(({ year }) => {
        // A change in one unit changes the department's account as well.
        void queries.invalidateQueries({
          predicate: ({ queryKey: [kind, , ofYear] }) => kind === 'year' && ofYear === year,
        });
      }, setState),
    [queries],
  );
  return state;
}
