import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { vocabularyQuery } from '../../../api/queries';
import type { Account, Paragraph } from '../account';
import { FactDrawer } from '../facts/fact-drawer';
import { type Fact, factId, KINDS, useFacts } from '../facts/facts';
import { usePlace } from '../../../frame/place';
import { RecordButton } from '../../../parts/record-button';
import { gapTask, paragraphTask, reasonTask, type WordingTask } from './text';
import { WordingDrawer } from './wording-drawer';

type Named = Schemas['FactDto'];

/** Something the document still lacks: words to be written, or a fact to be recorded. */
export interface Missing {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly says: string;
  readonly fill: WordingTask | Named;
}

/** Everything the document still lacks: reasons outside the tolerance, gaps in the text, wordings that no longer fit. */
export function missingIn(account: Account, names: readonly { key: string; name: string }[]): Missing[] {
  const items = account.items.filter(({ needsReason }) => needsReason);
  const paragraphs = account.notes.flatMap((section) => section.paragraphs);
  const reasons = items.map((item): Missing => {
    const fill = reasonTask(item, names);
    return { id: `reason/${item.code}`, title: fill.title, kind: '差异原因', says: item.text, fill };
  });
  const stale = paragraphs.flatMap((paragraph): Missing[] => {
    const { key, stale: why, text } = paragraph;
    return why === null ? [] : [{ id: key, title: why, kind: '须核对', says: text, fill: paragraphTask(paragraph) }];
  });
  const lacking = [...reasons, ...stale, ...paragraphs.flatMap(gapsOf)];
  // One fact may be lacking in several places: it is recorded once.
  return [...new Map(lacking.map((one) => [one.id, one])).values()];
}

const gapsOf = (paragraph: Paragraph): Missing[] =>
  paragraph.gaps.flatMap((gap, index): Missing[] => {
    const says = paragraph.text;
    if (gap.facts.length === 0)
      return [
        { id: `${paragraph.key}#${index}`, title: gap.missing, kind: '文字', says, fill: gapTask(paragraph, gap) },
      ];
    return gap.facts.map((fact) => ({ id: factId(fact), title: fact.name, kind: KINDS[fact.of], says, fill: fact }));
  });

/** The work list: what is missing, each with the form that fills it. */
export function WorkList({ account }: { account: Account }) {
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { facts } = useFacts(account.isBudget);
  const [opened, setOpened] = useState<Missing['fill'] | null>(null);
  const missing = missingIn(account, vocabulary?.reasonPlaceholders ?? []);
  const fact = opened && 'name' in opened ? facts?.find((one) => factId(one) === factId(opened)) : undefined;
  const close = (): void => setOpened(null);
  if (missing.length === 0 && opened === null)
    return <Empty description="没有待补充的内容：差异都有原因，文字没有缺口。" />;
  return (
    <>
      <Flex vertical gap={8} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {missing.map((one) => (
          <li key={one.id}>
            <MissingCard one={one} fill={setOpened} />
          </li>
        ))}
      </Flex>
      <WordingDrawer task={opened && 'chips' in opened ? opened : null} onClose={close} />
      <FactDrawer fact={opened && 'name' in opened ? (fact ?? unasked(opened)) : null} onClose={close} />
    </>
  );
}

/** A fact that a wording of somebody's own asks for, or one that a table leads to. */
const unasked = ({ of, name }: Named): Fact => ({
  of,
  name,
  title: name,
  isAmount: of !== 'disclosure',
  asked: true,
  said: null,
});

function MissingCard({ one, fill }: { one: Missing; fill: (what: Missing['fill']) => void }) {
  const { unit } = usePlace();
  const { title, kind, says } = one;
  return (
    <Card size="small">
      <Flex gap={12} align="start">
        <Tag style={{ flex: 'none', width: 84, textAlign: 'center' }}>{kind}</Tag>
        <div style={{ flex: 1 }}>
          <Typography.Text strong>{title}</Typography.Text>
          <Typography.Paragraph type="secondary" style={{ margin: 0 }} ellipsis={{ rows: 3, tooltip: says }}>
            {says}
          </Typography.Paragraph>
        </div>
        <RecordButton
          unit={unit}
          type="primary"
          autoInsertSpace={false}
          aria-label={`填写：${title}`}
          onClick={() => fill(one.fill)}
        >
          填写
        </RecordButton>
      </Flex>
    </Card>
  );
}
