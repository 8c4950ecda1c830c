import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import { vocabularyQuery } from '../../../api/queries';
import { useHasRole } from '../../../session/session';
import type { Account } from '../account';
import { gapTask, paragraphTask, reasonTask, type WordingTask } from './text';
import { WordingDrawer } from './wording-drawer';

/** Something the document still lacks; without a task it is a figure, which is recorded elsewhere. */
export interface Missing {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly says: string;
  readonly task: WordingTask | null;
}

/** Everything the document still lacks: reasons outside the tolerance, gaps in the text, wordings that no longer fit. */
export function missingIn(account: Account, names: readonly { key: string; name: string }[]): Missing[] {
  const items = account.items.filter(({ needsReason }) => needsReason);
  const paragraphs = account.notes.flatMap((section) => section.paragraphs);
  const reasons = items.map((item): Missing => {
    const task = reasonTask(item, names);
    return { id: `reason/${item.code}`, title: task.title, kind: '差异原因', says: item.text, task };
  });
  const gaps = paragraphs.flatMap((paragraph) =>
    paragraph.gaps.map((gap, index): Missing => {
      const task = gapTask(paragraph, gap);
      const id = `${paragraph.key}#${index}`;
      return { id, title: gap.missing, kind: task ? '文字' : '数据', says: paragraph.text, task };
    }),
  );
  const stale = paragraphs.flatMap((paragraph): Missing[] => {
    const { key, stale: why, text } = paragraph;
    return why === null ? [] : [{ id: key, title: why, kind: '须核对', says: text, task: paragraphTask(paragraph) }];
  });
  return [...reasons, ...stale, ...gaps];
}

/** The work list: what is missing, each with the form that fills it. */
export function WorkList({ account }: { account: Account }) {
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const [task, setTask] = useState<WordingTask | null>(null);
  const missing = missingIn(account, vocabulary?.reasonPlaceholders ?? []);
  if (missing.length === 0) return <Empty description="没有待补充的内容：差异都有原因，文字没有缺口。" />;
  return (
    <>
      <Flex vertical gap={8} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {missing.map((one) => (
          <li key={one.id}>
            <MissingCard one={one} write={setTask} />
          </li>
        ))}
      </Flex>
      <WordingDrawer task={task} onClose={() => setTask(null)} />
    </>
  );
}

function MissingCard({ one, write }: { one: Missing; write: (task: WordingTask) => void }) {
  const isOfficer = useHasRole('officer');
  const { task, title, kind, says } = one;
  return (
    <Card size="small">
      <Flex gap={12} align="start">
        <Tag style={{ flex: 'none' }}>{kind}</Tag>
        <div style={{ flex: 1 }}>
          <Typography.Text strong>{title}</Typography.Text>
          <Typography.Paragraph type="secondary" style={{ margin: 0 }} ellipsis={{ rows: 3, tooltip: says }}>
            {says}
          </Typography.Paragraph>
        </div>
        {isOfficer && task && (
          <Button type="primary" autoInsertSpace={false} aria-label={`填写：${title}`} onClick={() => write(task)}>
            填写
          </Button>
        )}
        {!task && <Typography.Text type="secondary">请导入上年数或其他事项</Typography.Text>}
      </Flex>
    </Card>
  );
}
