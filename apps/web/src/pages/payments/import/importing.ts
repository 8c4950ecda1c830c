import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { api, problemIn, reached, type Schemas, send } from '../../../api/client';
import { hearSteadily, type LineState } from '../../../api/steady-line';
import { useDraft } from '../../../frame/draft';

export type Import = Schemas['ImportDto'];

/** Whether it has no result yet. */
export const isUnderWay = ({ state }: Import): boolean => state === 'checking' || state === 'recording';

/** Uploads files for a dry run; nothing is recorded. */
async function upload(files: readonly File[], year: number): Promise<Import | undefined> {
  const form = new FormData();
  form.append('year', String(year));
  for (const file of files) form.append('files', file, file.name);
  return (await api.POST('/api/imports', { body: { year, files: [] }, bodySerializer: () => form })).data;
}

interface Follower {
  readonly onNews: (news: Import) => void;
  readonly onLine: (line: LineState) => void;
  /** The service no longer knows it, or it is not hers. */
  readonly onGone: (why: Error) => void;
}

/** Follows an import until it has a result, or the returned function is called; the service goes on with it whoever listens. */
function follow(id: string, { onNews, onLine, onGone }: Follower): () => void {
  const listen = async (_after: string | null, signal: AbortSignal): Promise<Response> => {
    const response = await send(new Request(`/api/imports/${encodeURIComponent(id)}/progress`, { signal }));
    if (response.status !== 404) return response;
    onGone(await problemIn(response));
    stop();
    return response;
  };
  const stop = hearSteadily(listen, {
    onState: onLine,
    onTold: ({ event, data }) => {
      if (event !== 'progress') return;
      const news = JSON.parse(data) as Import;
      if (!isUnderWay(news)) stop();
      onNews(news);
    },
  });
  return stop;
}

/** Where an import has come to, since the command that was begun on it; each is followed anew. */
function useFollowing(id: string, begun: Import | null, onGone: (why: Error) => void) {
  const queries = useQueryClient();
  const [state, setState] = useState<Import | null>(null);
  const [line, setLine] = useState<LineState>('connected');
  useEffect(() => {
    if (id === '') return undefined;
    if (begun?.id === id) setState(begun);
    const onNews = (news: Import): void => {
      setState(news);
      reached(news.position);
      const isOld = ([kind]: readonly unknown[]): boolean => kind === 'year' || kind === 'units';
      if (news.state === 'recorded') void queries.invalidateQueries({ predicate: ({ queryKey }) => isOld(queryKey) });
    };
    return follow(id, { onNews, onLine: setLine, onGone });
  }, [id, begun, onGone, queries]);
  return { state: state?.id === id ? state : null, line };
}

/** An import on its way: tried, and recorded once it is confirmed. Whoever reloads the page finds it where it has come to. */
export function useImporting(year: number) {
  const { values, change } = useDraft('import', { id: '' });
  const { id } = values;
  const [begun, setBegun] = useState<Import | null>(null);
  const [gone, setGone] = useState<Error | null>(null);
  const lose = useCallback((why: Error): void => (setGone(why), change({ id: '' })), [change]);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (give: () => Promise<Import | undefined>) => give(),
    onMutate: () => setGone(null),
    onSuccess: (given) => {
      change({ id: given?.id ?? '' });
      setBegun(given ?? null);
    },
  });
  return {
    ...useFollowing(id, begun, lose),
    isSending: isPending,
    error: error ?? gone,
    tryOut: (files: readonly File[]) => mutate(() => upload(files, year)),
    commit: () => mutate(async () => (await api.POST('/api/imports/{id}/commit', { params: { path: { id } } })).data),
    forget: () => change({ id: '' }),
  };
}
