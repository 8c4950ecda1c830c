import { useQuery } from '@tanstack/react-query';
import { Card, Typography } from 'antd';
import { api } from '../../../api/client';
import { yearKey } from '../../../api/queries';
import { printedAs, usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { useSettled } from '../../../parts/settled';
import type { WordingTask } from './text';

/** How the document will read with these words, asked while one types. */
export function Preview({ task, text }: { task: WordingTask; text: string }) {
  const place = usePlace();
  const settled = useSettled(text.trim());
  const { data, error } = useQuery({
    queryKey: [...yearKey(place), 'preview', task.of, task.key, settled, printedAs(place)],
    enabled: settled !== '',
    queryFn: async () => {
      const body = { of: task.of, key: task.key, text: settled, ...printedAs(place) };
      const params = { path: place };
      return (await api.POST('/api/units/{unit}/years/{year}/account/preview', { params, body })).data ?? [];
    },
    placeholderData: (before) => before,
  });
  return (
    <Card size="small" title="公开文字将会这样写" role="region" aria-label="预览">
      <Failure error={error} />
      {error ? null : settled === '' || !data ? (
        <Typography.Text type="secondary">写下文字后，这里显示公开时的样子。</Typography.Text>
      ) : data.length === 0 ? (
        <Typography.Text type="secondary">与现在的文字相同。</Typography.Text>
      ) : (
        data.map(({ key, text: changed }) => <Typography.Paragraph key={key}>{changed}</Typography.Paragraph>)
      )}
    </Card>
  );
}
