import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Progress, Typography } from 'antd';
import { api } from '../../api/client';
import { Failure } from '../../parts/failure';

const ASKED_AGAIN_MS = 700;

const rebuildQuery = queryOptions({
  queryKey: ['rebuild'],
  queryFn: async () => (await api.GET('/api/rebuild')).data,
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASKED_AGAIN_MS : false),
});

/** Computes the read store anew from the events while the old one goes on answering. */
export function Maintenance() {
  const queries = useQueryClient();
  const { data, error } = useQuery(rebuildQuery);
  const start = useMutation({
    mutationFn: async () => (await api.POST('/api/rebuild')).data,
    onSuccess: (answer) => queries.setQueryData(rebuildQuery.queryKey, answer),
  });
  const running = data?.state === 'running';
  return (
    <div style={{ maxWidth: 640 }}>
      <Typography.Title level={2} style={{ fontSize: 15, marginTop: 0 }}>
        重建读库
      </Typography.Title>
      <Typography.Paragraph>
        由全部事件重新算出各项余额，与现有的比较后替换。重建期间可以照常使用。
      </Typography.Paragraph>
      <Failure error={error ?? start.error} />
      <Popconfirm title="现在开始重建？" onConfirm={() => start.mutate()} disabled={running}>
        <Button loading={running}>开始重建</Button>
      </Popconfirm>
      {data && data.state !== 'idle' && <Outcome {...data} />}
    </div>
  );
}

type Rebuild = NonNullable<Awaited<ReturnType<NonNullable<typeof rebuildQuery.queryFn>>>>;

function Outcome({ state, events, total, says }: Rebuild) {
  const share = total === null || total === 0 ? 0 : Math.floor((events / total) * 100);
  const type = state === 'failed' ? 'error' : state === 'done' ? 'success' : 'info';
  return (
    <>
      {state === 'running' && <Progress percent={share} style={{ marginTop: 12 }} aria-label="重建进度" />}
      <Alert showIcon role="status" type={type} title={says} style={{ marginTop: 12 }} />
    </>
  );
}
