import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, type Schemas, send } from '../../../api/client';
import { eventsOf } from '../../../api/server-events';

export type Import = Schemas['ImportDto'];

/** Uploads files for a dry run; nothing is recorded. */
async function upload(files: readonly File[], year: number): Promise<Import | undefined> {
  const form = new FormData();
  form.append('year', String(year));
  for (const file of files) form.append('files', file, file.name);
  return (await api.POST('/api/imports', { body: { year }, bodySerializer: () => form })).data;
}

/** Follows an import until it has a result; where the stream breaks off, what is known is asked once more. */
async function follow(id: string, tell: (news: Import) => void): Promise<void> {
  const response = await send(new Request(`/api/imports/${encodeURIComponent(id)}/progress`));
  if (response.ok) {
    for await (const { event, data } of eventsOf(response)) if (event === 'progress') tell(JSON.parse(data) as Import);
  }
  const { data } = await api.GET('/api/imports/{id}', { params: { path: { id } } });
  if (data) tell(data);
}

/** An import on its way: tried, and recorded once it is confirmed. */
export function useImporting(year: number) {
  const queries = useQueryClient();
  const [state, setState] = useState<Import | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const run = useCallback(async (start: () => Promise<Import | undefined>): Promise<void> => {
    setError(null);
    try {
      const begun = await start();
      if (begun === undefined) return;
      setState(begun);
      await follow(begun.id, setState);
    } catch (failure) {
      setError(failure as Error);
    }
  }, []);
  const tryOut = (files: readonly File[]): Promise<void> => run(() => upload(files, year));
  const commit = async (id: string): Promise<void> => {
    await run(async () => (await api.POST('/api/imports/{id}/commit', { params: { path: { id } } })).data);
    await queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind === 'year' || kind === 'units' });
  };
  return { state, error, tryOut, commit, forget: () => setState(null) };
}
