import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forgetReached, reached, send } from '../api/client';
import { follow } from '../api/live';
import type { LineState } from '../api/steady-line';
import { Renewing } from './renewing';

/** Makes what a colleague has just changed old, so that the open page asks again; tells whether the line is up. */
export function useLiveUpdates(): LineState {
  const queries = useQueryClient();
  const [state, setState] = useState<LineState>('connected');
  useEffect(() => {
    const renewing = new Renewing(queries);
    const stop = follow(listen, {
      onState: (now) => {
        setState(now);
        if (now === 'connected') renewing.year();
      },
      onPosition: reached,
      onReset: () => {
        forgetReached();
        renewing.year();
      },
      onRecorded: ({ year }) => renewing.year(year),
    });
    return () => {
      stop();
      renewing.stop();
    };
  }, [queries]);
  return state;
}

function listen(after: string | null, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(after === null ? {} : { 'Last-Event-ID': after }) };
  return send(new Request('/api/live', { headers, signal }));
}
